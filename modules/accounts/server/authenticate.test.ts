import { transaction } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { accountsServer, actor, loadLakeside, personIdOf, sessionOf } from '../testing/index.ts'
import { authenticate } from './authenticate.ts'
import { endOwnSessions } from './end-own-sessions.ts'
import { revokeRole } from './revoke-role.ts'
import { revokeSession } from './revoke-session.ts'
import { suspendPerson } from './suspend-person.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const visitor = { kind: 'visitor' }

/** Moves the life of a session into the past, as if the time had gone by. */
const age = (sessionId: string, { created = 0, seen = 0 }: { created?: number; seen?: number }) =>
  owner
    .updateTable('accounts.session')
    .set({
      created_at: sql<Date>`created_at - make_interval(secs => ${created})`,
      expires_at: sql<Date>`expires_at - make_interval(secs => ${created})`,
      last_seen_at: sql<Date>`last_seen_at - make_interval(secs => ${seen})`,
    })
    .where('id', '=', sessionId)
    .execute()

const minutes = 60
const hours = 60 * minutes

describe('a session', () => {
  test('says who is asking and with which roles', async () => {
    const { token, sessionId } = await sessionOf(db, 'lin.yuan')
    expect(await authenticate(db, token)).toEqual({
      kind: 'person',
      personId: await personIdOf(db, 'lin.yuan'),
      sessionId,
      name: '林远',
      grants: [{ role: 'reporter', regionId: 'lakeside', unitId: 'lakeside/lakeside-science' }],
    })
  })

  test('ends after half an hour without a request', async () => {
    const { token, sessionId } = await sessionOf(db, 'lin.yuan')
    await age(sessionId, { created: 2 * hours, seen: 30 * minutes - 5 })
    expect(await authenticate(db, token)).toMatchObject({ kind: 'person' })
    // That request counted: another half hour less five seconds is no fault.
    await age(sessionId, { seen: 30 * minutes - 5 })
    expect(await authenticate(db, token)).toMatchObject({ kind: 'person' })
    await age(sessionId, { seen: 30 * minutes + 1 })
    expect(await authenticate(db, token)).toEqual(visitor)
  })

  test('ends after twelve hours, however busy', async () => {
    const { token, sessionId } = await sessionOf(db, 'lin.yuan')
    await age(sessionId, { created: 12 * hours - 5 })
    expect(await authenticate(db, token)).toMatchObject({ kind: 'person' })
    await age(sessionId, { created: 6 })
    expect(await authenticate(db, token)).toEqual(visitor)
  })

  test('is noted as seen at most once a minute', async () => {
    const { token, sessionId } = await sessionOf(db, 'lin.yuan')
    const seen = async () => {
      const row = await owner
        .selectFrom('accounts.session')
        .select('last_seen_at')
        .where('id', '=', sessionId)
        .executeTakeFirstOrThrow()
      return row.last_seen_at.getTime()
    }
    await age(sessionId, { seen: 50 })
    const before = await seen()
    await authenticate(db, token)
    expect(await seen()).toBe(before)
    await age(sessionId, { seen: 20 })
    await Promise.all(Array.from({ length: 5 }, () => authenticate(db, token)))
    expect(await seen()).toBeGreaterThan(before)
  })

  test('that nobody opened is a visitor’s', async () => {
    expect(await authenticate(db, undefined)).toEqual(visitor)
    expect(await authenticate(db, '')).toEqual(visitor)
    expect(await authenticate(db, 'x'.repeat(5000))).toEqual(visitor)
  })
})

describe('with the next request', () => {
  test('a revoked session is a visitor’s', async () => {
    const server = await accountsServer(db)
    const { token, sessionId } = await sessionOf(db, 'lin.yuan')
    const headers = { cookie: `opensti_session=${token}` }
    const ask = () => server.inject({ url: '/api/accounts/own/sessions', headers })
    expect((await ask()).statusCode).toBe(200)
    await revokeSession(db, { actor: await actor(db, 'xu.lan') }, sessionId)
    expect((await ask()).statusCode).toBe(401)
  })

  test('a revoked role is gone', async () => {
    const { token } = await sessionOf(db, 'wu.tong')
    const grant = await owner
      .selectFrom('accounts.role_grant')
      .select('id')
      .where('person', '=', await personIdOf(db, 'wu.tong'))
      .executeTakeFirstOrThrow()
    await revokeRole(db, { actor: await actor(db, 'xu.lan') }, grant.id)
    expect(await authenticate(db, token)).toMatchObject({ kind: 'person', grants: [] })
  })

  test('all sessions of a suspended person have ended', async () => {
    const one = await sessionOf(db, 'dai.yue')
    const other = await sessionOf(db, 'dai.yue')
    await suspendPerson(db, { actor: await actor(db, 'xu.lan') }, one.personId)
    expect(await authenticate(db, one.token)).toEqual(visitor)
    expect(await authenticate(db, other.token)).toEqual(visitor)
  })

  test('a person who ends her other sessions keeps the one she asks with', async () => {
    const kept = await sessionOf(db, 'pan.yu')
    const other = await sessionOf(db, 'pan.yu')
    const person = await authenticate(db, kept.token)
    expect(await endOwnSessions(db, { actor: person })).toEqual({ ended: 1 })
    expect(await authenticate(db, kept.token)).toMatchObject({ kind: 'person' })
    expect(await authenticate(db, other.token)).toEqual(visitor)
  })
})

test('someone who must change her password has no roles until she has', async () => {
  const { token, personId } = await sessionOf(db, 'chen.mei')
  await transaction(db, 'accounts.test-must-change', (tx) =>
    tx.updateTable('accounts.person').set({ must_change_password: true }).where('id', '=', personId).execute(),
  )
  expect(await authenticate(db, token)).toMatchObject({ kind: 'person', grants: [] })
})

test('the running role cannot lengthen a session or give it to another person', async () => {
  const { sessionId } = await sessionOf(db, 'gao.yuan')
  const change = (set: Record<string, unknown>) =>
    db.updateTable('accounts.session').set(set).where('id', '=', sessionId).execute()
  await expect(change({ expires_at: new Date('2099-01-01') })).rejects.toThrow('permission denied')
  await expect(change({ person: await personIdOf(db, 'xu.lan') })).rejects.toThrow('permission denied')
})
