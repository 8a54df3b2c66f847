import { testDatabase } from '@opensti/testing'
import { describe, expect, test } from 'vitest'
import { accountsServer, actor, cookieOf, loadHilltop, loadLakeside, personIdOf, sessionOf } from '../testing/index.ts'
import { authenticate } from './authenticate.ts'
import { grantRole } from './grant-role.ts'
import { revokeRole } from './revoke-role.ts'
import { suspendPerson } from './suspend-person.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
await loadHilltop(db)
const server = await accountsServer(db)
const deed = { actor: await actor(db, 'xu.lan') }
const lakeside = async (signInName: string, role: string, unitId: string | null = null) => ({
  regionId: 'lakeside',
  personId: await personIdOf(db, signInName),
  role,
  unitId,
})

test('a role given counts from the next request', async () => {
  const { token } = await sessionOf(db, 'lin.yuan')
  await grantRole(db, deed, await lakeside('lin.yuan', 'checker'))
  expect(await authenticate(db, token)).toMatchObject({ grants: [{ role: 'checker' }, { role: 'reporter' }] })
})

describe('the three administrator roles', () => {
  const administrators = ['system-administrator', 'security-administrator', 'auditor'] as const

  test.each(administrators)('nobody who is %s can be given another', async (held) => {
    const holder = { 'system-administrator': 'luo.hui', 'security-administrator': 'xu.lan', auditor: 'tang.wen' }[held]
    const other = await giver(holder)
    for (const role of administrators.filter((one) => one !== held)) {
      await expect(grantRole(db, other, await lakeside(holder, role))).rejects.toMatchObject({
        code: 'second_administrator_role',
      })
    }
  })

  test('the database itself refuses, whoever writes, in another region too', async () => {
    const person = await personIdOf(db, 'tang.wen')
    const insert = (regionId: string, role: string) => ({
      region: regionId,
      person,
      role,
      role_group: 'administration',
      role_scope: 'region',
    })
    for (const writer of [db, owner]) {
      for (const regionId of ['lakeside', 'hilltop']) {
        await expect(
          writer.insertInto('accounts.role_grant').values(insert(regionId, 'system-administrator')).execute(),
        ).rejects.toMatchObject({ constraint: 'role_grant_one_administrator_role' })
      }
    }
    // Calling it a business role does not help: the group belongs to the role.
    await expect(
      owner
        .insertInto('accounts.role_grant')
        .values({ ...insert('lakeside', 'system-administrator'), role_group: 'business' })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'role_grant_role' })
    // The same role in a second region is one hand doing one thing.
    await owner.insertInto('accounts.role_grant').values(insert('hilltop', 'auditor')).execute()
  })

  test('of two given at the same moment one is refused', async () => {
    for (const signInName of ['he.jing', 'sun.li', 'tan.wei']) {
      const both = await Promise.allSettled([
        grantRole(db, deed, await lakeside(signInName, 'auditor')),
        grantRole(db, deed, await lakeside(signInName, 'system-administrator')),
      ])
      expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'second_administrator_role' },
      })
    }
  })

  test('one can follow the other', async () => {
    const { grantId } = await grantRole(db, deed, await lakeside('gu.feng', 'auditor'))
    await revokeRole(db, deed, grantId)
    await expect(grantRole(db, deed, await lakeside('gu.feng', 'system-administrator'))).resolves.toBeTruthy()
  })
})

describe('a security administrator', () => {
  test('gives nothing to herself, and the database agrees', async () => {
    await expect(grantRole(db, deed, await lakeside('xu.lan', 'planner'))).rejects.toMatchObject({
      code: 'role_to_oneself',
    })
    const person = deed.actor.personId
    await expect(
      owner
        .insertInto('accounts.role_grant')
        .values({
          region: 'lakeside',
          person,
          role: 'planner',
          role_group: 'business',
          role_scope: 'region',
          granted_by: person,
        })
        .execute(),
    ).rejects.toMatchObject({ constraint: 'role_grant_not_to_oneself' })
  })

  test('decides for her own region only; elsewhere she learns nothing', async () => {
    const headers = await cookieOf(db, 'bo.hill')
    const chen = await personIdOf(db, 'chen.mei')
    const grant = await owner
      .selectFrom('accounts.role_grant')
      .select('id')
      .where('person', '=', chen)
      .executeTakeFirstOrThrow()
    const session = await sessionOf(db, 'chen.mei')
    const grantBody = (regionId: string, personId: string) => ({ regionId, personId, role: 'checker', unitId: null })
    const tries = [
      { method: 'POST', url: '/api/accounts/grants', payload: grantBody('lakeside', chen) },
      { method: 'POST', url: '/api/accounts/grants', payload: grantBody('hilltop', chen) },
      { method: 'DELETE', url: `/api/accounts/grants/${grant.id}` },
      { method: 'DELETE', url: `/api/accounts/sessions/${session.sessionId}` },
      { method: 'GET', url: `/api/accounts/people/${chen}` },
      { method: 'GET', url: '/api/accounts/people?region=lakeside' },
      { method: 'POST', url: `/api/accounts/people/${chen}/suspend` },
      { method: 'POST', url: `/api/accounts/people/${chen}/unlock` },
    ] as const
    for (const one of tries) {
      const answer = await server.inject({ ...one, headers })
      expect([one.url, answer.statusCode, answer.json().code]).toEqual([one.url, 404, 'not_found'])
    }
    const own = { url: '/api/accounts/grants', payload: grantBody('hilltop', await personIdOf(db, 'ke.hill')) }
    expect((await server.inject({ method: 'POST', ...own, headers })).statusCode).toBe(200)
  })

  test('cannot take the last one away, nor two the last two from each other at once', async () => {
    const grantOf = async (signInName: string) => {
      const row = await owner
        .selectFrom('accounts.role_grant')
        .select('id')
        .where('person', '=', await personIdOf(db, signInName))
        .where('role', '=', 'security-administrator')
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow()
      return row.id
    }
    const last = { code: 'last_security_administrator' }
    await expect(revokeRole(db, deed, await grantOf('bo.hill'))).rejects.toMatchObject(last)
    await expect(suspendPerson(db, deed, await personIdOf(db, 'bo.hill'))).rejects.toMatchObject(last)

    await grantRole(db, deed, { ...(await lakeside('ke.hill', 'security-administrator')), regionId: 'hilltop' })
    const [bo, ke] = [await actor(db, 'bo.hill'), await actor(db, 'ke.hill')]
    const both = await Promise.allSettled([
      revokeRole(db, { actor: bo }, await grantOf('ke.hill')),
      revokeRole(db, { actor: ke }, await grantOf('bo.hill')),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

test('a grant is history: the running role can revoke it once and change nothing else', async () => {
  const { grantId } = await grantRole(db, deed, await lakeside('song.jie', 'planner'))
  const change = (set: Record<string, unknown>) =>
    db.updateTable('accounts.role_grant').set(set).where('id', '=', grantId).execute()
  await expect(change({ role: 'checker' })).rejects.toThrow('permission denied')
  await expect(db.deleteFrom('accounts.role_grant').where('id', '=', grantId).execute()).rejects.toThrow(
    'permission denied',
  )
  await revokeRole(db, deed, grantId)
  await expect(revokeRole(db, deed, grantId)).rejects.toMatchObject({ code: 'role_not_held' })
})

/** Somebody else who may give roles to the holder. */
async function giver(holder: string) {
  return holder === 'xu.lan' ? { actor: await actor(db, 'bo.hill') } : deed
}
