import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import {
  accountsServer,
  actor,
  cookieOf,
  loadLakeside,
  personIdOf,
  sessionOf,
  testLinkSecret,
  testPassword,
} from '../testing/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { authenticate } from './authenticate.ts'
import { invitePerson } from './invite-person.ts'
import { renewPassword } from './renew-password.ts'
import { signIn } from './sign-in.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const server = await accountsServer(db)
const deed = { actor: await actor(db, 'xu.lan') }
const password = 'reeds bend, boats turn'

const reporter = (signInName: string) => ({
  regionId: 'lakeside',
  name: '新同事',
  signInName,
  email: null,
  role: 'reporter',
  unitId: 'lakeside/lakeside-finance',
})
const invite = (signInName: string) => invitePerson(db, deed, reporter(signInName), testLinkSecret)

test('from the invitation to the first signed-in request', async () => {
  const made = await server.inject({
    method: 'POST',
    url: '/api/accounts/invitations',
    headers: await cookieOf(db, 'xu.lan'),
    payload: reporter('New.Person'),
  })
  expect(made.statusCode).toBe(200)
  const link: string = made.json().link
  expect(link).toMatch(/^http:\/\/lakeside\.test\/workbench\/invitation#[\w-]{43}$/)
  const token = link.split('#')[1]

  const look = await server.inject({ method: 'POST', url: '/api/accounts/invitations/look', payload: { token } })
  expect(look.json()).toMatchObject({ purpose: 'join', name: '新同事', signInName: 'new.person' })

  const accept = { method: 'POST', url: '/api/accounts/invitations/accept' } as const
  const weak = await server.inject({ ...accept, payload: { token, password: 'password2026' } })
  expect(weak.json()).toMatchObject({
    status: 422,
    code: 'password_too_weak',
    details: [{ place: { field: 'password' } }],
  })

  const accepted = await server.inject({ ...accept, payload: { token, password } })
  expect(accepted.json()).toMatchObject({ person: { signInName: 'new.person', grants: [{ role: 'reporter' }] } })
  const cookie = String(accepted.headers['set-cookie']).split(';', 1)[0]
  const own = await server.inject({ url: '/api/accounts/session', headers: { cookie } })
  expect(own.json().person.unit.id).toBe('lakeside/lakeside-finance')
  await expect(signIn(db, { signInName: 'new.person', password, address: '192.0.2.1' })).resolves.toBeTruthy()

  const again = await server.inject({ ...accept, payload: { token, password } })
  expect(again.json()).toMatchObject({ status: 422, code: 'invitation_not_open' })
})

test('of two who accept at the same moment one gets the account', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { token } = await invite(`twice.${round}`)
    const both = await Promise.allSettled([
      acceptInvitation(db, { token, password: 'first of the two boats' }),
      acceptInvitation(db, { token, password: 'second of the two boats' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'invitation_not_open' } })
    const people = await owner
      .selectFrom('accounts.person')
      .select('id')
      .where('sign_in_name', '=', `twice.${round}`)
      .execute()
    expect(people).toHaveLength(1)
  }
})

describe('an invitation is worth nothing', () => {
  const refused = { code: 'invitation_not_open' }

  test('when it is too old', async () => {
    const { token, invitationId } = await invite('too.late')
    await owner
      .updateTable('accounts.invitation')
      .set({
        created_at: sql<Date>`created_at - interval '8 days'`,
        expires_at: sql<Date>`expires_at - interval '7 days 1 second'`,
      })
      .where('id', '=', invitationId)
      .execute()
    await expect(acceptInvitation(db, { token, password })).rejects.toMatchObject(refused)
  })

  test('when it was withdrawn', async () => {
    const { token, invitationId } = await invite('no.longer')
    const headers = await cookieOf(db, 'xu.lan')
    const withdraw = { method: 'DELETE', url: `/api/accounts/invitations/${invitationId}`, headers } as const
    expect((await server.inject(withdraw)).statusCode).toBe(204)
    await expect(acceptInvitation(db, { token, password })).rejects.toMatchObject(refused)
    expect((await server.inject(withdraw)).statusCode).toBe(403)
  })

  test('when a newer one for the same name was made', async () => {
    const older = await invite('once.more')
    const newer = await invite('once.more')
    await expect(acceptInvitation(db, { token: older.token, password })).rejects.toMatchObject(refused)
    await expect(acceptInvitation(db, { token: newer.token, password })).resolves.toBeTruthy()
  })

  test('when nobody made it', async () => {
    await expect(acceptInvitation(db, { token: 'x'.repeat(43), password })).rejects.toMatchObject(refused)
  })
})

describe('inviting', () => {
  test('refuses a name in use, an unknown role, a unit elsewhere, and a role without its unit', async () => {
    const wanted = reporter('some.one')
    const ask = (change: { signInName?: string; role?: string; unitId?: string | null }) =>
      invitePerson(db, deed, { ...wanted, ...change }, testLinkSecret)
    await expect(ask({ signInName: 'CHEN.mei' })).rejects.toMatchObject({ code: 'sign_in_name_taken' })
    await expect(ask({ role: 'emperor' })).rejects.toMatchObject({ code: 'unknown_role' })
    await expect(ask({ unitId: 'china/anything' })).rejects.toMatchObject({ code: 'unknown_unit' })
    await expect(ask({ unitId: null })).rejects.toMatchObject({ code: 'role_needs_unit' })
  })

  test('keeps no token in the database, and mails a link where there is an address', async () => {
    const { token, invitationId } = await invitePerson(
      db,
      deed,
      { ...reporter('by.mail'), email: 'by@lakeside.test' },
      testLinkSecret,
    )
    const stored = JSON.stringify(await owner.selectFrom('accounts.invitation').selectAll().execute())
    expect(stored).not.toContain(token)
    const mail = await owner
      .selectFrom('opensti.outbox')
      .select('payload')
      .where('topic', '=', 'mail.invitation')
      .where('dedupe_key', '=', invitationId)
      .executeTakeFirstOrThrow()
    expect(mail.payload).toEqual({ invitationId })
  })
})

test('a link for a new password replaces the old one and ends all sessions', async () => {
  const before = await sessionOf(db, 'qin.shu')
  const { token } = await renewPassword(db, deed, await personIdOf(db, 'qin.shu'), testLinkSecret)
  await expect(
    signIn(db, { signInName: 'qin.shu', password: testPassword, address: '192.0.2.7' }),
  ).resolves.toBeTruthy()
  const after = await acceptInvitation(db, { token, password })
  expect(await authenticate(db, before.token)).toEqual({ kind: 'visitor' })
  expect(await authenticate(db, after.token)).toMatchObject({
    personId: before.personId,
    grants: [{ role: 'reporter' }],
  })
  await expect(
    signIn(db, { signInName: 'qin.shu', password: testPassword, address: '192.0.2.7' }),
  ).rejects.toMatchObject({
    code: 'sign_in_refused',
  })
})
