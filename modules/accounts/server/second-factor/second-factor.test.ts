import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { codeAt, secretFrom } from '../../domain/one-time-code.ts'
import {
  accountsServer,
  cookieOf,
  giveFactor,
  loadHilltop,
  loadLakeside,
  personIdOf,
  testCode,
  testFactorSecret,
  testLinkSecret,
  testPassword,
} from '../../testing/index.ts'
import { FactorKey } from './factor-key.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
await loadHilltop(db)
const server = await accountsServer(db)
const give = (name: string, options?: { begun: boolean }) => giveFactor(db, name, testLinkSecret, options)

beforeEach(async () => {
  await sql`truncate accounts.second_factor, accounts.recovery_code, accounts.pending_sign_in, accounts.sign_in_guard,
    accounts.session, opensti.outbox`.execute(owner)
})

type Headers = Record<string, string>
const post = (url: string, payload?: object, headers: Headers = {}) =>
  server.inject({ method: 'POST', url, headers, ...(payload && { payload }) })
const firstStep = async (signInName: string, password = testPassword) =>
  post('/api/accounts/sign-in', { signInName, password })
const waiting = async (signInName: string): Promise<string> => (await firstStep(signInName)).json().secondStep.token
const secondStep = (token: string, code: string, headers?: Headers) =>
  post('/api/accounts/sign-in/code', { token, code }, headers)
const own = '/api/accounts/own/second-factor'
const count = async (table: 'accounts.session' | 'accounts.pending_sign_in') =>
  Number((await sql<{ n: string }>`select count(*) as n from ${sql.table(table)}`.execute(owner)).rows[0]?.n)

describe('switching it on', () => {
  test('password, secret, and a code that shows it arrived; ten recovery codes, shown once', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    const elsewhere = await cookieOf(db, 'chen.mei')
    const offered = (await post(own, { currentPassword: testPassword }, headers)).json()
    expect(offered.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    expect(offered.address).toMatch(/^otpauth:\/\/totp\/OpenSTI:chen\.mei\?/)
    // Until a code has confirmed it, signing in asks for none.
    expect((await firstStep('chen.mei')).json().person).not.toBeNull()

    const code = codeAt(secretFrom(offered.secret), new Date())
    const { codes } = (await post(`${own}/confirm`, { code }, headers)).json()
    expect(new Set(codes).size).toBe(10)
    const security = (await server.inject({ url: '/api/accounts/own/security', headers })).json()
    expect(security.secondFactor).toMatchObject({ on: true, codesLeft: 10, needed: false })
    // What was opened without it ends.
    expect((await server.inject({ url: '/api/accounts/own/sessions', headers: elsewhere })).statusCode).toBe(401)
  })

  test('a wrong code switches nothing on, a wrong password does not even begin', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    expect((await post(own, { currentPassword: 'not this one' }, headers)).json().code).toBe('current_password_wrong')
    expect((await post(`${own}/confirm`, { code: '123456' }, headers)).json().code).toBe('second_factor_not_started')
    await give('chen.mei', { begun: true })
    expect((await post(`${own}/confirm`, { code: '000000' }, headers)).json().code).toBe('code_wrong')
    expect((await firstStep('chen.mei')).json().secondStep).toBeNull()
  })

  test('confirmed twice at once it is switched on once, with one set of recovery codes', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    await give('chen.mei', { begun: true })
    const code = testCode()
    const answers = await Promise.all([1, 2].map(() => post(`${own}/confirm`, { code }, headers)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const { secondFactor } = (await server.inject({ url: '/api/accounts/own/security', headers })).json()
    expect(secondFactor.codesLeft).toBe(10)
  })

  test('begun twice at once, one secret is left, and it is that of one of the two', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    const answers = await Promise.all([1, 2].map(() => post(own, { currentPassword: testPassword }, headers)))
    const codes = answers.map((answer) => codeAt(secretFrom(answer.json().secret), new Date()))
    const statuses: number[] = []
    for (const code of codes) statuses.push((await post(`${own}/confirm`, { code }, headers)).statusCode)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  })

  test('begun half an hour ago, it is begun anew', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    await give('chen.mei', { begun: true })
    await sql`update accounts.second_factor set made_at = made_at - interval '31 minutes'`.execute(owner)
    expect((await post(`${own}/confirm`, { code: testCode() }, headers)).json().code).toBe('second_factor_not_started')
  })

  test('where it is on it cannot be begun over it', async () => {
    const headers = await cookieOf(db, 'chen.mei')
    await give('chen.mei')
    expect((await post(own, { currentPassword: testPassword }, headers)).json().code).toBe('second_factor_on_already')
    expect((await post(`${own}/confirm`, { code: testCode() }, headers)).json().code).toBe('second_factor_on_already')
  })

  test('the secret stands in no row, and a row of another opens nothing', async () => {
    await give('chen.mei')
    const { rows } = await sql<{ secret: Buffer }>`select secret from accounts.second_factor`.execute(owner)
    expect(rows[0]?.secret.includes(testFactorSecret)).toBe(false)
    const key = new FactorKey(testLinkSecret)
    const [mei, shu] = [await personIdOf(db, 'chen.mei'), await personIdOf(db, 'qin.shu')]
    expect(key.unseal(mei, rows[0]!.secret)).toEqual(testFactorSecret)
    const refusal = expect.objectContaining({ code: 'second_factor_unreadable' })
    expect(() => key.unseal(shu, rows[0]!.secret)).toThrow(refusal)
    expect(() => new FactorKey(Buffer.alloc(32, 8)).unseal(mei, rows[0]!.secret)).toThrow(refusal)
  })
})

describe('signing in with it', () => {
  test('a right password opens no session and gives no cookie; the code does', async () => {
    await give('chen.mei')
    const first = await firstStep('chen.mei')
    expect(first.headers['set-cookie']).toBeUndefined()
    expect(first.json()).toMatchObject({ person: null, secondStep: { token: expect.stringMatching(/^[\w-]{43}$/) } })
    expect(await count('accounts.session')).toBe(0)
    const second = await secondStep(first.json().secondStep.token, ` ${testCode().replace(/^.../, '$& ')} `)
    expect(second.json()).toMatchObject({ person: { signInName: 'chen.mei' }, secondStep: null })
    expect(second.headers['set-cookie']).toMatch(/^opensti_session=/)
  })

  test('the same code is not taken twice, nor the one before it', async () => {
    await give('chen.mei')
    const code = testCode()
    expect((await secondStep(await waiting('chen.mei'), code)).statusCode).toBe(200)
    expect((await secondStep(await waiting('chen.mei'), code)).json().code).toBe('code_refused')
    expect((await secondStep(await waiting('chen.mei'), testCode(-1))).json().code).toBe('code_refused')
  })

  test('a clock one step ahead is fine, two are not', async () => {
    await give('chen.mei')
    expect((await secondStep(await waiting('chen.mei'), testCode(2))).statusCode).toBe(401)
    expect((await secondStep(await waiting('chen.mei'), testCode(1))).statusCode).toBe(200)
  })

  test('two at once with one code: one comes in', async () => {
    await give('chen.mei')
    const tokens = [await waiting('chen.mei'), await waiting('chen.mei')]
    const code = testCode()
    const answers = await Promise.all(tokens.map((token) => secondStep(token, code)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])
    expect(await count('accounts.session')).toBe(1)
  })

  test('a waiting sign-in is good once, for five minutes, and for nothing else', async () => {
    await give('chen.mei')
    const token = await waiting('chen.mei')
    expect(
      (await server.inject({ url: '/api/accounts/own/sessions', headers: { cookie: `opensti_session=${token}` } }))
        .statusCode,
    ).toBe(401)
    expect((await secondStep(token, testCode())).statusCode).toBe(200)
    expect((await secondStep(token, testCode(1))).json().code).toBe('second_step_over')
    const late = await waiting('chen.mei')
    await sql`update accounts.pending_sign_in set created_at = created_at - interval '6 minutes',
      expires_at = expires_at - interval '6 minutes'`.execute(owner)
    expect((await secondStep(late, testCode(1))).json().code).toBe('second_step_over')
    expect((await secondStep('x'.repeat(43), '123456')).json().code).toBe('second_step_over')
  })

  test('guesses count like wrong passwords, and a right password in between gives none back', async () => {
    await give('chen.mei')
    const codes: string[] = []
    for (let round = 0; round < 6; round += 1) {
      const first = await firstStep('chen.mei')
      const answer = first.statusCode === 200 ? await secondStep(first.json().secondStep.token, '000000') : first
      codes.push(answer.json().code)
    }
    expect(codes).toEqual([...Array(5).fill('code_refused'), 'sign_in_paused'])
  })

  test('after five wrong codes the password is asked for again, whatever the brake says', async () => {
    await give('chen.mei')
    const token = await waiting('chen.mei')
    for (let round = 0; round < 5; round += 1) {
      await secondStep(token, '000000')
      await sql`truncate accounts.sign_in_guard`.execute(owner)
    }
    expect((await secondStep(token, testCode())).json().code).toBe('second_step_over')
  })

  test('whoever is suspended, or whose password changes, between the steps stays out', async () => {
    await give('chen.mei')
    const token = await waiting('chen.mei')
    const headers = await cookieOf(db, 'xu.lan')
    const id = await personIdOf(db, 'chen.mei')
    await post(`/api/accounts/people/${id}/suspend`, undefined, headers)
    expect((await secondStep(token, testCode())).json().code).toBe('second_step_over')
    await post(`/api/accounts/people/${id}/reinstate`, undefined, headers)
    expect((await secondStep(token, testCode())).json().code).toBe('second_step_over')
  })

  test('refused codes are noted without the code', async () => {
    await give('chen.mei')
    await secondStep(await waiting('chen.mei'), '135791')
    const entries = await owner.selectFrom('opensti.audit_entry').selectAll().orderBy('id', 'desc').limit(2).execute()
    expect(entries.map(({ action }) => action)).toEqual(['accounts.refuse-code', 'accounts.await-code'])
    expect(
      JSON.stringify(entries, (_, value) => String(value) && (typeof value === 'bigint' ? '' : value)),
    ).not.toContain('135791')
  })
})

describe('when the phone is lost', () => {
  test('a recovery code opens once, however it is typed; a letter tells', async () => {
    const [code] = await give('chen.mei')
    await owner
      .updateTable('accounts.person')
      .set({ email: 'chen@lakeside.example' })
      .where('sign_in_name', '=', 'chen.mei')
      .execute()
    const typed = ` ${code!.toUpperCase().replace('-', ' ')} `
    const opened = await secondStep(await waiting('chen.mei'), typed)
    expect(opened.statusCode).toBe(200)
    expect((await secondStep(await waiting('chen.mei'), code!)).json().code).toBe('code_refused')
    const letters = await owner
      .selectFrom('opensti.outbox')
      .select('payload')
      .where('topic', '=', 'mail.account-changed')
      .execute()
    expect(letters).toMatchObject([{ payload: { change: 'recovery-code-used' } }])
  })

  test('two at once with one recovery code: one comes in', async () => {
    const [code] = await give('chen.mei')
    const tokens = [await waiting('chen.mei'), await waiting('chen.mei')]
    const answers = await Promise.all(tokens.map((token) => secondStep(token, code!)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401])
  })

  test('new codes void the old ones; switching off wants password and code', async () => {
    const [old] = await give('chen.mei')
    const headers = await cookieOf(db, 'chen.mei')
    const both = (code: string, currentPassword = testPassword) => ({ currentPassword, code })
    expect((await post(`${own}/codes`, both('000000'), headers)).json().code).toBe('code_wrong')
    const { codes } = (await post(`${own}/codes`, both(testCode()), headers)).json()
    expect((await post(`${own}/remove`, both(old!), headers)).json().code).toBe('code_wrong')
    expect((await post(`${own}/remove`, both(codes[0], 'not this one'), headers)).json().code).toBe(
      'current_password_wrong',
    )
    expect((await post(`${own}/remove`, both(codes[0]), headers)).statusCode).toBe(204)
    expect((await firstStep('chen.mei')).json().person).not.toBeNull()
    expect((await post(`${own}/remove`, both('123456'), headers)).json().code).toBe('second_factor_not_on')
  })

  test('the security administrator resets it: all sessions end, also those under way; nobody else can, nor for herself', async () => {
    await give('chen.mei')
    await give('xu.lan')
    const [id, self] = [await personIdOf(db, 'chen.mei'), await personIdOf(db, 'xu.lan')]
    const chen = await cookieOf(db, 'chen.mei')
    const token = await waiting('chen.mei')
    const reset = async (name: string, person = id) =>
      (await post(`/api/accounts/people/${person}/reset-second-factor`, undefined, await cookieOf(db, name))).statusCode
    expect([await reset('luo.hui'), await reset('bo.hill'), await reset('chen.mei')]).toEqual([403, 404, 403])
    expect(await reset('xu.lan', self)).toBe(409)
    expect(await reset('xu.lan')).toBe(204)
    expect((await server.inject({ url: '/api/accounts/own/sessions', headers: chen })).statusCode).toBe(401)
    expect((await secondStep(token, testCode())).json().code).toBe('second_step_over')
    expect((await firstStep('chen.mei')).json().person).not.toBeNull()
  })
})
