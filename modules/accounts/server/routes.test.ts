import { testDatabase } from '@opensti/testing'
import { expect, test } from 'vitest'
import { accountsServer, cookieOf, loadLakeside } from '../testing/index.ts'

const { db } = await testDatabase()
await loadLakeside(db)
const server = await accountsServer(db)
const headers = await cookieOf(db, 'xu.lan')

const nul = 'a\u0000b'
const person = { regionId: 'lakeside', name: '新人', signInName: 'new.one', role: 'planner', unitId: null, email: null }
const grant = { regionId: 'lakeside', personId: '00000000-0000-4000-8000-000000000000', role: 'planner', unitId: null }

test.each([
  ['/api/accounts/sign-in', { signInName: nul, password: 'x' }],
  ['/api/accounts/invitations/look', { token: nul.repeat(10) }],
  ['/api/accounts/invitations/accept', { token: nul.repeat(10), password: nul }],
  ['/api/accounts/invitations', { ...person, name: nul }],
  ['/api/accounts/invitations', { ...person, name: '新\u202E人' }],
  ['/api/accounts/invitations', { ...person, signInName: nul }],
  ['/api/accounts/invitations', { ...person, role: nul }],
  ['/api/accounts/invitations', { ...person, unitId: nul }],
  ['/api/accounts/invitations', { ...person, grantedBy: null }],
  ['/api/accounts/grants', { ...grant, regionId: nul }],
  ['/api/accounts/grants', { ...grant, personId: nul }],
])('%s refuses what no name, id or field can be: %j', async (url, payload) => {
  const answer = await server.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({ code: 'invalid_message' })
})

test('passwords may hold any letters at all', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/accounts/sign-in',
    payload: { signInName: 'chen.mei', password: `${nul}\uD800` },
  })
  expect(answer.statusCode).toBe(401)
})

test.each([
  '/api/accounts/people?region=%00',
  '/api/accounts/people',
  '/api/accounts/people/%00',
  '/api/accounts/units?other=1',
])('%s is refused', async (url) => {
  expect((await server.inject({ url, headers })).statusCode).toBe(400)
})

test('whoever is not signed in gets units and regions, and is asked to sign in for the rest', async () => {
  const status = async (url: string) => (await server.inject({ url })).statusCode
  expect(await status('/api/accounts/units?region=lakeside')).toBe(200)
  expect(await status('/api/accounts/regions')).toBe(200)
  expect((await server.inject({ url: '/api/accounts/session' })).json()).toMatchObject({ person: null })
  for (const url of [
    '/api/accounts/roles',
    '/api/accounts/own/sessions',
    '/api/accounts/people?region=lakeside',
    '/api/audit/entries?region=lakeside',
    '/api/operations/state',
  ]) {
    expect([url, await status(url)]).toEqual([url, 401])
  }
})

test('from another site nothing can be done in her name', async () => {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/accounts/own/sessions/end-others',
    headers: { ...headers, origin: 'https://elsewhere.test' },
  })
  expect(answer.statusCode).toBe(403)
})

test('the description of the interface holds every route, each with its shapes', () => {
  const { paths } = server.swagger() as unknown as { paths: Record<string, Record<string, { responses: object }>> }
  expect(Object.keys(paths)).toContain('/api/accounts/people/{personId}')
  for (const operations of Object.values(paths)) {
    for (const { responses } of Object.values(operations)) expect(Object.keys(responses).length).toBeGreaterThan(1)
  }
})

test('the security administrator sees people with roles, sessions and pauses', async () => {
  const { people } = (await server.inject({ url: '/api/accounts/people?region=lakeside', headers })).json()
  const xuLan = people.find((one: { signInName: string }) => one.signInName === 'xu.lan')
  expect(xuLan).toMatchObject({
    name: { zh: '许岚', en: 'Xu Lan' },
    unit: { id: 'lakeside/lakeside-cyberspace' },
    status: 'active',
    lockedUntil: null,
    sessions: 1,
    grants: [{ role: 'security-administrator', roleName: { zh: '安全管理员' }, unit: null }],
  })
  const one = (await server.inject({ url: `/api/accounts/people/${xuLan.id}`, headers })).json()
  expect(one.sessions).toHaveLength(1)
  expect(JSON.stringify(people)).not.toContain('argon2')
})
