import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { actor, loadLakeside, personIdOf, sessionOf, testLinkSecret, testPassword } from '../testing/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changePassword } from './change-password.ts'
import { endOwnSessions } from './end-own-sessions.ts'
import { endSessionsOfPerson } from './end-sessions-of-person.ts'
import { grantRole } from './grant-role.ts'
import { invitePerson } from './invite-person.ts'
import { reinstatePerson } from './reinstate-person.ts'
import { renewPassword } from './renew-password.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
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
  ['signing out', () => signOut(db, luoHui)],
]

/** Everything the module keeps except the counters of wrong tries, which must survive refusals. */
async function state(): Promise<string> {
  const tables = ['person', 'role_grant', 'invitation', 'session'] as const
  const parts = await Promise.all(
    tables.map((table) => sql`select to_jsonb(t) as row from accounts.${sql.raw(table)} t order by id`.execute(owner)),
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
