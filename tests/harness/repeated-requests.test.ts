import { randomUUID } from 'node:crypto'
import { transaction } from '@opensti/db'
import type { Route, Server } from '@opensti/http'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditRows, prepareWishes, stateOf, type Wish } from './repeated-requests.ts'
import { addPerson, cookieFor, furnish, home, houseServer, routesOf, signInName } from './world.ts'

const { db, owner } = await testDatabase()
const writes = routesOf().filter((route) => route.method !== 'GET')
let server: Server
let wishes: ReturnType<typeof prepareWishes>

beforeAll(async () => {
  await furnish(db)
  server = await houseServer(db)
  wishes = prepareWishes(db, server)
}, 120_000)

const nameOf = ({ method, url }: Route) => `${method} ${url}`

async function send(at: Server, { method }: Route, { url, payload, headers }: Wish, key: string) {
  const { statusCode, body, cookies } = await at.inject({
    method,
    url,
    ...(payload && { payload }),
    headers: { ...headers, 'idempotency-key': key },
  })
  return { statusCode, body, cookies }
}

describe('a write that comes twice with one key', () => {
  it('has a wish for every route that writes', () => {
    expect(Object.keys(wishes).sort()).toEqual(writes.map(nameOf).sort())
  })

  it.each(writes.map((route) => [nameOf(route), route] as const))(
    '%s does one thing',
    async (name, route) => {
      const wish = await wishes[name]!()
      const before = await auditRows(db)
      const key = randomUUID()
      const [first, second] = await Promise.all([send(server, route, wish, key), send(server, route, wish, key)])
      expect(first.statusCode).toBeLessThan(300)
      expect(second).toEqual(first)
      expect(await auditRows(db)).toBe(before + (wish.changesNothing ? 0 : 1))

      const state = await stateOf(owner)
      expect(await send(server, route, wish, key)).toEqual(first)
      expect(await stateOf(owner)).toBe(state)
    },
    90_000,
  )

  it('does it twice where the key is not kept (planted fault)', async () => {
    const route = writes.find((one) => nameOf(one) === 'POST /api/accounts/people/:personId/new-password')!
    const wish = await wishes[nameOf(route)]!()
    await send(server, route, wish, randomUUID())
    const state = await stateOf(owner)
    await send(server, route, wish, randomUUID())
    expect(await stateOf(owner)).not.toBe(state)
  })

  it('gives no old answer to someone who has lost the role', async () => {
    const name = 'former-keeper'
    const id = await addPerson(db, home, name, ['security-administrator'])
    const route = writes.find((one) => nameOf(one) === 'POST /api/accounts/invitations')!
    const wish = { ...(await wishes[nameOf(route)]!()), headers: await cookieFor(db, name) }
    const key = randomUUID()
    expect(await send(server, route, wish, key)).toMatchObject({ statusCode: 200 })
    await transaction(owner, 'harness.take-roles', (tx) =>
      tx.deleteFrom('accounts.role_grant').where('person', '=', id).execute(),
    )
    expect(await send(server, route, wish, key)).toMatchObject({ statusCode: 403 })
    expect(await send(server, route, { ...wish, headers: {} }, key)).toMatchObject({ statusCode: 401 })
  })

  it('is somebody else’s wish in another hand', async () => {
    const route = writes.find((one) => nameOf(one) === 'POST /api/accounts/own/sessions/end-others')!
    const key = randomUUID()
    const url = '/api/accounts/own/sessions/end-others'
    const asked = async (name: string) => send(server, route, { url, headers: await cookieFor(db, name) }, key)
    await cookieFor(db, signInName('planner', home))
    expect(JSON.parse((await asked(signInName('planner', home))).body).ended).toBeGreaterThan(0)
    expect(JSON.parse((await asked(signInName('no-role', home))).body)).toEqual({ ended: 0 })
  })

  it('refuses a key that anybody could guess', async () => {
    const route = writes.find((one) => nameOf(one) === 'POST /api/accounts/sign-out')!
    expect(await send(server, route, { url: '/api/accounts/sign-out' }, '1')).toMatchObject({ statusCode: 400 })
  })
})
