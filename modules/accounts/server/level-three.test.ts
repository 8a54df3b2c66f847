import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { levelThreeProfile } from '../domain/security-profile.ts'
import { accountsServer, cookieOf, giveFactor, loadLakeside, testLinkSecret, testPassword } from '../testing/index.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const standard = await accountsServer(db)
const strict = await accountsServer(db, { profile: levelThreeProfile })

beforeEach(async () => {
  await sql`truncate accounts.second_factor, accounts.session, accounts.sign_in_guard`.execute(owner)
  await sql`update accounts.person set password_changed_at = clock_timestamp()`.execute(owner)
})

const status = async (url: string, headers: object, at = strict) =>
  (await at.inject({ url, headers: { ...headers } })).statusCode
const people = '/api/accounts/people?region=lakeside'
const session = async (headers: object, at = strict) =>
  (await at.inject({ url: '/api/accounts/session', headers: { ...headers } })).json()

describe('under level 3', () => {
  test('an administrator’s roles count only with a second factor; others work without', async () => {
    const [xu, chen] = [await cookieOf(db, 'xu.lan'), await cookieOf(db, 'chen.mei')]
    expect(await status(people, xu)).toBe(403)
    expect((await session(xu)).person).toMatchObject({ first: 'second-factor', mustChangePassword: false })
    expect((await session(chen)).person).toMatchObject({ first: null })
    expect(await status(people, xu, standard)).toBe(200)
    await giveFactor(db, 'xu.lan', testLinkSecret)
    expect(await status(people, xu)).toBe(200)
  })

  test('a password of ninety days is changed first, and not to itself', async () => {
    const chen = await cookieOf(db, 'chen.mei')
    await sql`update accounts.person set password_changed_at = password_changed_at - interval '90 days'`.execute(owner)
    expect((await session(chen)).person).toMatchObject({ first: 'password-too-old', mustChangePassword: true })
    expect((await session(chen, standard)).person).toMatchObject({ first: null, mustChangePassword: false })
    expect((await session(chen)).actions).not.toContain('plans.candidate.decide')
    const change = (newPassword: string) =>
      strict.inject({
        method: 'POST',
        url: '/api/accounts/own/password',
        headers: chen,
        payload: { currentPassword: testPassword, newPassword },
      })
    expect((await change('only small letters here')).json().code).toBe('password_too_weak')
    const changed = await change('Only letters here, and 1')
    expect(changed.json().person).toMatchObject({ first: null })
  })

  test('a session that rests for a quarter of an hour ends; under the standard it lasts', async () => {
    const chen = await cookieOf(db, 'chen.mei')
    await sql`update accounts.session set last_seen_at = last_seen_at - interval '16 minutes'`.execute(owner)
    expect(await status('/api/accounts/own/sessions', chen)).toBe(401)
    expect(await status('/api/accounts/own/sessions', chen, standard)).toBe(200)
  })

  test('tells when and by what one was here before; the standard does not', async () => {
    const signIn = (at: typeof strict, agent: string) =>
      at.inject({
        method: 'POST',
        url: '/api/accounts/sign-in',
        headers: { 'user-agent': agent },
        payload: { signInName: 'qin.shu', password: testPassword },
      })
    expect(
      (await signIn(strict, 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0')).json().person
        .lastSignIn,
    ).toBeNull()
    const again = (await signIn(strict, 'curl')).json()
    expect(again.person.lastSignIn).toMatchObject({
      device: { browser: 'firefox', system: 'linux' },
      sameNetwork: true,
    })
    expect((await signIn(standard, 'curl')).json().person.lastSignIn).toBeNull()
  })

  test('the page for it is for the security administrator, and changes with the profile', async () => {
    const url = '/api/accounts/level-three'
    const asked = async (name: string) => status(url, await cookieOf(db, name), standard)
    expect([await asked('xu.lan'), await asked('luo.hui'), await asked('tang.wen'), await asked('chen.mei')]).toEqual([
      200, 403, 403, 403,
    ])
    const open = async (at: typeof strict) => {
      const answer = await at.inject({ url, headers: await cookieOf(db, 'xu.lan') })
      return answer.json().items.filter(({ state }: { state: string }) => state === 'not-met').length
    }
    await giveFactor(db, 'xu.lan', testLinkSecret)
    expect(await open(standard)).toBeGreaterThan(await open(strict))
  })
})

test('a list of sessions says by what and from where each began', async () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0'
  const signIn = async (remoteAddress: string) => {
    const answer = await standard.inject({
      method: 'POST',
      url: '/api/accounts/sign-in',
      headers: { 'user-agent': agent },
      remoteAddress,
      payload: { signInName: 'qin.shu', password: testPassword },
    })
    return { cookie: String(answer.headers['set-cookie']).split(';', 1)[0]! }
  }
  await signIn('203.0.113.8')
  const here = await signIn('198.51.100.8')
  const { sessions } = (await standard.inject({ url: '/api/accounts/own/sessions', headers: here })).json()
  expect(sessions).toMatchObject([
    { current: true, way: 'password', device: { browser: 'edge', system: 'windows' }, sameNetwork: true },
    { current: false, sameNetwork: false },
  ])
  expect(JSON.stringify(sessions)).not.toContain('203.0')
})
