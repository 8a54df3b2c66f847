import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  actor,
  errandOf,
  giveFactor,
  linkTestIdentity,
  loadLakeside,
  pendingOf,
  personIdOf,
  recoveryOf,
  sessionOf,
  testCode,
  testLinkSecret,
  testPassword,
} from '../testing/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { endOwnSessions } from './end-own-sessions.ts'
import { endSessionsOfPerson } from './end-sessions-of-person.ts'
import { grantRole } from './grant-role.ts'
import { invitePerson } from './invite-person.ts'
import { beginLinking, beginOutside } from './outside/begin-outside.ts'
import { finishOutside } from './outside/finish-outside.ts'
import { unlinkIdentity } from './outside/unlink-identity.ts'
import { askRecovery } from './recovery/ask-recovery.ts'
import { useRecovery } from './recovery/use-recovery.ts'
import { reinstatePerson } from './reinstate-person.ts'
import { renewPassword } from './renew-password.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
import { confirmSecondFactor } from './second-factor/confirm-second-factor.ts'
import { finishSignIn } from './second-factor/finish-sign-in.ts'
import { removeSecondFactor } from './second-factor/remove-second-factor.ts'
import { renewRecoveryCodes } from './second-factor/renew-recovery-codes.ts'
import { resetSecondFactor } from './second-factor/reset-second-factor.ts'
import { startSecondFactor } from './second-factor/start-second-factor.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { suspendPerson } from './suspend-person.ts'
import { unlockAccount } from './unlock-account.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)

const xuLan = { actor: await actor(db, 'xu.lan') }
const person = await personIdOf(db, 'chen.mei')
const wanted = { regionId: 'lakeside', name: '某人', email: null, role: null, unitId: null }
const open = await invitePerson(db, xuLan, { ...wanted, signInName: 'to.accept' }, testLinkSecret)
const other = await invitePerson(db, xuLan, { ...wanted, signInName: 'to.withdraw' }, testLinkSecret)
const session = await sessionOf(db, 'chen.mei')
const grant = await grantRole(db, xuLan, { regionId: 'lakeside', personId: person, role: 'checker', unitId: null })
const luoHui = { actor: await actor(db, 'luo.hui') }
const chenMei = { actor: await actor(db, 'chen.mei') }
const planner = { regionId: 'lakeside', personId: await personIdOf(db, 'bai.lu'), role: 'planner', unitId: null }
const suspended = await personIdOf(db, 'mi.xiang')
await suspendPerson(db, xuLan, suspended)
const newPassword = 'slow water under ice'

const recovery = await recoveryOf(db, 'ye.qing', testLinkSecret)
await giveFactor(db, 'qin.shu', testLinkSecret)
const lost = await giveFactor(db, 'gao.yuan', testLinkSecret)
await giveFactor(db, 'he.jing', testLinkSecret, { begun: true })
await linkTestIdentity(db, 'lin.yuan', 'https://id.lakeside.example', 'lin')
const [qinShu, heJing, linYuan] = await Promise.all(
  ['qin.shu', 'he.jing', 'lin.yuan'].map(async (name) => ({ actor: await actor(db, name) })),
)
const waiting = await pendingOf(db, 'gao.yuan')
const origin = { address: '192.0.2.2', device: null }
const proof = { currentPassword: testPassword, address: '192.0.2.2' }
const provider = {
  label: { zh: '统一身份', en: 'identity' },
  issuer: 'https://id.lakeside.example',
  begin: async () => 'https://id.lakeside.example/auth',
  finish: async () => ({ issuer: 'https://id.lakeside.example', subject: 'lin' }),
}
const means = { outside: provider, linkSecret: testLinkSecret }
const comeBack = async () => {
  const { state, token: browser } = await errandOf(db, testLinkSecret)
  return finishOutside(db, { brought: { state, code: 'any' }, browser, actor: { kind: 'visitor' }, origin }, means)
}

const deeds: [string, () => Promise<unknown>][] = [
  ['signing in', () => signIn(db, { signInName: 'chen.mei', password: testPassword, address: '192.0.2.1' })],
  ['inviting', () => invitePerson(db, xuLan, { ...wanted, signInName: 'some.body' }, testLinkSecret)],
  ['renewing a password', () => renewPassword(db, xuLan, person, testLinkSecret)],
  ['accepting', () => acceptInvitation(db, { token: open.token, password: newPassword })],
  ['withdrawing', () => withdrawInvitation(db, xuLan, other.invitationId)],
  ['granting', () => grantRole(db, xuLan, planner)],
  ['revoking a role', () => revokeRole(db, xuLan, grant.grantId)],
  ['revoking a session', () => revokeSession(db, xuLan, session.sessionId)],
  [
    'changing a password',
    () => changePassword(db, chenMei, { currentPassword: testPassword, newPassword, address: '' }),
  ],
  ['ending one’s sessions', () => endOwnSessions(db, chenMei)],
  ['ending all sessions of a person', () => endSessionsOfPerson(db, xuLan, person)],
  ['lifting a pause', () => unlockAccount(db, xuLan, person)],
  ['suspending', () => suspendPerson(db, xuLan, person)],
  ['reinstating', () => reinstatePerson(db, xuLan, suspended)],
  ['asking for a letter', () => askRecovery(db, { signInName: 'chen.mei', address: '192.0.2.3' }, testLinkSecret)],
  ['setting a forgotten password', () => useRecovery(db, { token: recovery, password: newPassword })],
  ['beginning a second factor', () => startSecondFactor(db, linYuan!, proof, testLinkSecret)],
  ['confirming it', () => confirmSecondFactor(db, heJing!, testCode(), testLinkSecret)],
  ['renewing recovery codes', () => renewRecoveryCodes(db, qinShu!, { ...proof, code: testCode() }, testLinkSecret)],
  ['finishing a sign-in', () => finishSignIn(db, { token: waiting, code: lost[0]!, origin }, testLinkSecret)],
  ['resetting a second factor', () => resetSecondFactor(db, xuLan, planner.personId)],
  ['going to the provider', () => beginOutside(db, { address: '192.0.2.4' }, means)],
  ['going there to link', () => beginLinking(db, linYuan!, proof, means)],
  ['coming in by an identity', comeBack],
  ['unlinking', () => unlinkIdentity(db, linYuan!, proof)],
  [
    'switching a second factor off',
    () => removeSecondFactor(db, qinShu!, { ...proof, code: testCode(1) }, testLinkSecret),
  ],
  ['signing out', () => signOut(db, luoHui)],
]

/** Everything the module keeps except the counters of wrong tries, which must survive refusals. */
async function state(): Promise<string> {
  const tables = ['person', 'role_grant', 'invitation', 'session', 'recovery', 'outside_identity', 'pending_sign_in']
  const parts = await Promise.all(
    [...tables, 'second_factor', 'recovery_code'].map((table) =>
      sql`select to_jsonb(t) as row from accounts.${sql.raw(table)} t order by 1`.execute(owner),
    ),
  )
  return JSON.stringify(parts.map(({ rows }) => rows))
}

test.each(deeds)('%s fails together with its audit row', async (_name, perform) => {
  await sql`
    create function opensti.refuse_audit() returns trigger language plpgsql as $$ begin raise 'the log is down'; end $$`.execute(
    owner,
  )
  await sql`
    create trigger refuse_audit before insert on opensti.audit_entry execute function opensti.refuse_audit()`.execute(
    owner,
  )
  const before = await state()
  try {
    await expect(perform()).rejects.toThrow('the log is down')
  } finally {
    await sql`drop function opensti.refuse_audit cascade`.execute(owner)
  }
  expect(await state()).toBe(before)
})

test.each(deeds)('%s writes exactly one audit row', async (_name, perform) => {
  const count = async () => {
    const { rows } = await sql<{ count: string }>`select count(*)::text as count from opensti.audit_entry`.execute(
      owner,
    )
    return Number(rows[0]?.count)
  }
  const before = await count()
  await perform()
  expect(await count()).toBe(before + 1)
})
