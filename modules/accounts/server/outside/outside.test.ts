import { generateKeyPairSync } from 'node:crypto'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { goThrough, startIdentityProvider } from '../../testing/identity-provider.ts'
import {
  accountsServer,
  actor,
  cookieOf,
  giveFactor,
  loadLakeside,
  personIdOf,
  testCode,
  testLinkSecret,
  testPassword,
} from '../../testing/index.ts'
import { type Lie, startLyingProvider } from '../../testing/lying-provider.ts'
import { invitePerson } from '../invite-person.ts'
import { openIdProvider, outsideReturnAddress } from './open-id-provider.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const publicUrl = 'http://127.0.0.1:9'
const back = outsideReturnAddress(publicUrl)
const label = { zh: '省统一身份认证', en: 'Provincial identity' }
const real = await startIdentityProvider(back, ['mei', 'shu'])
const settings = { ...real, label, publicUrl: () => publicUrl }
const server = await accountsServer(db, { outside: openIdProvider(settings) })
const liar = await startLyingProvider('opensti')
const lyingServer = await accountsServer(db, {
  outside: openIdProvider({ ...settings, issuer: liar.state.issuer }),
})
afterAll(() => Promise.all([real.stop(), liar.stop()]))

beforeEach(async () => {
  await sql`truncate accounts.outside_identity, accounts.outside_try, accounts.second_factor, accounts.sign_in_guard,
    opensti.outbox`.execute(owner)
})

type Headers = Record<string, string>
const post = (url: string, payload: object, headers: Headers = {}, at = server) =>
  at.inject({ method: 'POST', url, headers, payload })
const start = async (payload: object = {}) => (await post('/api/accounts/outside/start', payload)).json()
const startLinking = async (headers: Headers) =>
  (await post('/api/accounts/own/identity', { currentPassword: testPassword }, headers)).json()

/** What stands in the address to which the provider sent her back, with what the browser kept. */
const broughtBack = async (begun: { address: string; token: string }, as: string) => {
  const address = await goThrough(begun.address, as, back)
  const { iss, ...rest } = Object.fromEntries(address.searchParams)
  return { ...rest, issuer: iss, token: begun.token } as Record<string, string>
}
const finish = (payload: object, headers?: Headers) => post('/api/accounts/outside/finish', payload, headers)

async function link(name: string, as: string): Promise<Headers> {
  const headers = await cookieOf(db, name)
  const answer = await finish(await broughtBack(await startLinking(headers), as), headers)
  expect(answer.json()).toMatchObject({ purpose: 'link', person: { signInName: name } })
  return headers
}

describe('with a real provider', () => {
  test('the door offers it by its name', async () => {
    expect((await server.inject({ url: '/api/accounts/door' })).json()).toMatchObject({ provider: { label } })
    const without = await accountsServer(db)
    expect((await without.inject({ url: '/api/accounts/door' })).json()).toMatchObject({ provider: null })
    expect((await post('/api/accounts/outside/start', {}, {}, without)).json().code).toBe('outside_not_set_up')
  })

  test('goes there with PKCE, state and nonce, of which the database holds none', async () => {
    const begun = await start()
    const asked = new URL(begun.address).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('scope')).toBe('openid')
    const { rows } = await sql<{ text: string }>`select to_jsonb(t)::text as text from accounts.outside_try t`.execute(
      owner,
    )
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)?.length).toBeGreaterThan(40)
      expect(rows[0]?.text).not.toContain(asked.get(name))
    }
  })

  test('an identity opens nothing until its owner has linked it, whatever e-mail address it bears', async () => {
    await owner
      .updateTable('accounts.person')
      .set({ email: 'chen@lakeside.example' })
      .where('sign_in_name', '=', 'chen.mei')
      .execute()
    const answer = await finish(await broughtBack(await start(), 'mei'))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().code).toBe('identity_not_linked')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('linked by someone who is signed in, it opens her account', async () => {
    const headers = await link('chen.mei', 'mei')
    const security = (await server.inject({ url: '/api/accounts/own/security', headers })).json()
    expect(security.identity).not.toBeNull()
    const opened = await finish(await broughtBack(await start(), 'mei'))
    expect(opened.json()).toMatchObject({ purpose: 'sign-in', person: { signInName: 'chen.mei' }, secondStep: null })
    expect(opened.headers['set-cookie']).toMatch(/^opensti_session=/)
    const letters = await owner.selectFrom('opensti.outbox').select('payload').execute()
    expect(letters).toMatchObject([{ payload: { change: 'identity-linked' } }])
  })

  test('linking asks for the password, and is for the session that asked', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    const refused = await post('/api/accounts/own/identity', { currentPassword: 'not this one' }, headers)
    expect(refused.json().code).toBe('current_password_wrong')
    const brought = await broughtBack(await startLinking(headers), 'mei')
    expect((await finish(brought, await cookieOf(db, 'qin.shu'))).json().code).toBe('outside_over')
  })

  test('one identity is one person’s, and one person has one', async () => {
    await link('chen.mei', 'mei')
    const shu = await cookieOf(db, 'qin.shu')
    expect((await finish(await broughtBack(await startLinking(shu), 'mei'), shu)).json().code).toBe(
      'identity_linked_elsewhere',
    )
    const mei = await cookieOf(db, 'chen.mei')
    expect((await finish(await broughtBack(await startLinking(mei), 'shu'), mei)).json().code).toBe(
      'identity_linked_elsewhere',
    )
  })

  test('unlinked with the password, it opens nothing any more', async () => {
    const headers = await link('chen.mei', 'mei')
    const unlink = (currentPassword: string) => post('/api/accounts/own/identity/unlink', { currentPassword }, headers)
    expect((await unlink('not this one')).json().code).toBe('current_password_wrong')
    expect((await unlink(testPassword)).statusCode).toBe(204)
    expect((await unlink(testPassword)).json().code).toBe('identity_not_linked_yet')
    expect((await finish(await broughtBack(await start(), 'mei'))).json().code).toBe('identity_not_linked')
  })

  test('a second factor is asked for after it all the same', async () => {
    await link('chen.mei', 'mei')
    await giveFactor(db, 'chen.mei', testLinkSecret)
    const first = await finish(await broughtBack(await start(), 'mei'))
    expect(first.json()).toMatchObject({ person: null, secondStep: { token: expect.any(String) } })
    expect(first.headers['set-cookie']).toBeUndefined()
    const { token } = first.json().secondStep
    const second = await post('/api/accounts/sign-in/code', { token, code: testCode() })
    expect(second.json()).toMatchObject({ person: { signInName: 'chen.mei' } })
  })

  test('signing out leads by way of the provider where that is wished for, and only for those who came by it', async () => {
    await link('chen.mei', 'mei')
    const leaving = await accountsServer(db, { outside: openIdProvider({ ...settings, endsSessions: true }) })
    const signOut = async (headers: Headers) =>
      (await leaving.inject({ method: 'POST', url: '/api/accounts/sign-out', headers })).json()
    const opened = await finish(await broughtBack(await start(), 'mei'))
    const cookie = String(opened.headers['set-cookie']).split(';', 1)[0]!
    const { address } = await signOut({ cookie })
    const asked = new URL(address)
    expect(asked.origin).toBe(real.issuer)
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: 'opensti',
      post_logout_redirect_uri: `${publicUrl}/workbench/sign-in`,
    })
    expect(await signOut({ cookie })).toEqual({ address: null })
    expect(await signOut(await cookieOf(db, 'qin.shu'))).toEqual({ address: null })
  })

  test('a suspended account stays shut', async () => {
    await link('chen.mei', 'mei')
    const id = await personIdOf(db, 'chen.mei')
    const xu = await cookieOf(db, 'xu.lan')
    await post(`/api/accounts/people/${id}/suspend`, {}, xu)
    await server.inject({ method: 'POST', url: `/api/accounts/people/${id}/suspend`, headers: xu })
    expect((await finish(await broughtBack(await start(), 'mei'))).json().code).toBe('identity_not_linked')
    await server.inject({ method: 'POST', url: `/api/accounts/people/${id}/reinstate`, headers: xu })
  })

  test('an invitation is taken up by an identity in place of a password, once', async () => {
    const deed = { actor: await actor(db, 'xu.lan') }
    const wanted = {
      regionId: 'lakeside',
      name: '新同事',
      signInName: 'by.identity',
      email: null,
      role: 'planner',
      unitId: null,
    }
    const { token: invitation } = await invitePerson(db, deed, wanted, testLinkSecret)
    const brought = await broughtBack(await start({ invitation }), 'shu')
    expect((await finish(brought)).json()).toMatchObject({
      purpose: 'join',
      person: { signInName: 'by.identity', grants: [{ role: 'planner' }] },
    })
    expect((await post('/api/accounts/outside/start', { invitation })).json().code).toBe('invitation_not_open')
    expect((await finish(await broughtBack(await start(), 'shu'))).json().person.signInName).toBe('by.identity')
  })

  test('what comes back goes behind the # of the address, as it came', async () => {
    const asked = new URLSearchParams({ state: 'a.b', code: '0123456789012345678901', session_state: 'unasked' })
    const answer = await server.inject({ url: `/api/accounts/outside/return?${asked}` })
    expect(answer.statusCode).toBe(303)
    const [path, hash = ''] = String(answer.headers.location).split('#')
    expect(path).toBe('/workbench/outside')
    expect(JSON.parse(Buffer.from(hash, 'base64url').toString())).toEqual({
      state: 'a.b',
      code: '0123456789012345678901',
    })
    const twice = await server.inject({ url: '/api/accounts/outside/return?state=a&state=b' })
    expect(twice.statusCode).toBe(303)
  })

  test('whoever turns back at the provider is told so', async () => {
    expect((await finish(await broughtBack(await start(), 'nobody'))).json().code).toBe('outside_cancelled')
  })

  test('an answer is good once, in the browser that began, for ten minutes', async () => {
    await link('chen.mei', 'mei')
    const brought = await broughtBack(await start(), 'mei')
    const elsewhere = { ...brought, token: 'x'.repeat(43) }
    expect((await finish(elsewhere)).json().code).toBe('outside_over')
    expect((await finish(brought)).statusCode).toBe(200)
    expect((await finish(brought)).json().code).toBe('outside_over')
    const late = await broughtBack(await start(), 'mei')
    await sql`update accounts.outside_try set expires_at = expires_at - interval '11 minutes'`.execute(owner)
    expect((await finish(late)).json().code).toBe('outside_over')
  })

  test('a code of one errand is refused in another (replay), and so is a made-up one', async () => {
    await link('chen.mei', 'mei')
    const first = await broughtBack(await start(), 'mei')
    const second = await broughtBack(await start(), 'mei')
    expect((await finish({ ...second, code: first['code'] })).json().code).toBe('outside_refused')
    const third = await broughtBack(await start(), 'mei')
    expect((await finish({ ...third, code: 'made-up' })).json().code).toBe('outside_refused')
  })

  test('an answer in the name of another provider is refused (mix-up)', async () => {
    await link('chen.mei', 'mei')
    const brought = await broughtBack(await start(), 'mei')
    expect((await finish({ ...brought, issuer: 'https://elsewhere.example' })).json().code).toBe('outside_refused')
    const nameless = await broughtBack(await start(), 'mei')
    delete nameless['issuer']
    expect((await finish(nameless)).json().code).toBe('outside_refused')
  })
})

describe('a provider that errs or lies', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const past = Math.floor(Date.now() / 1000) - 3600

  async function meet(lie: Lie, { nonce }: { nonce?: string } = {}) {
    const begun = (await post('/api/accounts/outside/start', {}, {}, lyingServer)).json()
    const asked = new URL(begun.address).searchParams
    liar.state.nonce = nonce ?? asked.get('nonce')!
    liar.state.lie = lie
    const brought = { token: begun.token, state: asked.get('state'), code: 'any', issuer: liar.state.issuer }
    return post('/api/accounts/outside/finish', brought, {}, lyingServer)
  }

  test('gets as far as the account when it tells the truth', async () => {
    expect((await meet({})).json().code).toBe('identity_not_linked')
  })

  test.each<[string, Lie]>([
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['an expired token', { claims: { iat: past, exp: past + 300 } }],
    ['no signature, alg none', { header: { alg: 'none' }, signature: '' }],
    ['another key', { key: other }],
    ['a signature by the client’s own secret', { header: { alg: 'HS256' }, signature: 'AAAA' }],
    ['a signature cut off', { signature: '' }],
    ['nobody', { claims: { sub: undefined } }],
  ])('%s is refused', async (_, lie) => {
    const answer = await meet(lie)
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'outside_refused'])
  })

  test('a token for another errand is refused', async () => {
    expect((await meet({}, { nonce: 'of-another-errand' })).json().code).toBe('outside_refused')
  })

  test('out of order, it is told apart from a lie', async () => {
    const answer = await meet({ status: 502 })
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'outside_unreachable'])
  })

  test('when nobody answers, the page says so, and the password works', async () => {
    const alone = await accountsServer(db, { outside: openIdProvider({ ...settings, issuer: 'http://127.0.0.1:1' }) })
    const answer = await post('/api/accounts/outside/start', {}, {}, alone)
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'outside_unreachable'])
    expect(answer.json().remedy.zh).toContain('登录名和密码')
    const byPassword = { signInName: 'qin.shu', password: testPassword }
    expect((await post('/api/accounts/sign-in', byPassword, {}, alone)).statusCode).toBe(200)
  })
})
