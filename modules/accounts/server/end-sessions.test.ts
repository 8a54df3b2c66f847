import { testDatabase } from '@opensti/testing'
import { expect, test } from 'vitest'
import { accountsServer, cookieOf, loadHilltop, loadLakeside, personIdOf } from '../testing/index.ts'

const { db } = await testDatabase()
await loadLakeside(db)
await loadHilltop(db)
const server = await accountsServer(db)

type Headers = { cookie: string }
const isIn = async (headers: Headers) =>
  (await server.inject({ url: '/api/accounts/own/sessions', headers })).statusCode
const end = (url: string, headers: Headers) => server.inject({ method: 'POST', url, headers })
const everywhere = async (signInName: string) => {
  const sessions: Headers[] = []
  for (let browser = 0; browser < 3; browser += 1) sessions.push(await cookieOf(db, signInName))
  return sessions
}

test('an administrator ends all sessions of a person; each is a visitor’s with the next request', async () => {
  const sessions = await everywhere('chen.mei')
  expect(await Promise.all(sessions.map(isIn))).toEqual([200, 200, 200])
  const url = `/api/accounts/people/${await personIdOf(db, 'chen.mei')}/end-sessions`
  const answer = await end(url, await cookieOf(db, 'xu.lan'))
  expect(answer.json()).toEqual({ ended: 3 })
  expect(await Promise.all(sessions.map(isIn))).toEqual([401, 401, 401])
  expect((await end(url, await cookieOf(db, 'xu.lan'))).json()).toEqual({ ended: 0 })
})

test('nobody else can: not the system administrator, not the neighbour, not herself', async () => {
  const [session] = await everywhere('chen.mei')
  const url = `/api/accounts/people/${await personIdOf(db, 'chen.mei')}/end-sessions`
  const status = async (name: string) => (await end(url, await cookieOf(db, name))).statusCode
  expect([await status('luo.hui'), await status('bo.hill'), await status('chen.mei')]).toEqual([403, 404, 403])
  expect(await isIn(session!)).toBe(200)
})

test('a person ends all her other sessions and keeps the one she asks with', async () => {
  const [here, ...others] = await everywhere('qin.shu')
  const stranger = await cookieOf(db, 'luo.hui')
  const answer = await end('/api/accounts/own/sessions/end-others', here!)
  expect(answer.json()).toEqual({ ended: 2 })
  expect(await isIn(here!)).toBe(200)
  expect(await Promise.all(others.map(isIn))).toEqual([401, 401])
  expect(await isIn(stranger)).toBe(200)
})
