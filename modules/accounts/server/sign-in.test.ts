import { transaction } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { accountsServer, actor, loadLakeside, personIdOf, sessionOf, testPassword } from '../testing/index.ts'
import { authenticate } from './authenticate.ts'
import { readFingerprints } from './fingerprint.ts'
import { reserveTry } from './guess-brake.ts'
import { signIn } from './sign-in.ts'
import { suspendPerson } from './suspend-person.ts'
import { unlockAccount } from './unlock-account.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const server = await accountsServer(db)

let lastAddress = 0
const freshAddress = () => `198.51.${Math.floor(lastAddress / 250)}.${(lastAddress++ % 250) + 1}`
const ask = (signInName: string, password: string, address = freshAddress()) =>
  signIn(db, { signInName, password, address })
const wrong = 'wrong password here'

beforeEach(async () => {
  await owner.deleteFrom('accounts.sign_in_guard').execute()
})

const moveGuard = (seconds: number) =>
  owner
    .updateTable('accounts.sign_in_guard')
    .set({ last_failure_at: sql<Date>`last_failure_at - make_interval(secs => ${seconds})` })
    .execute()

describe('a right password', () => {
  test('opens a session, however the name is typed', async () => {
    for (const name of ['chen.mei', ' Chen.Mei ', 'ｃｈｅｎ.mei']) {
      const opened = await ask(name, testPassword)
      expect(await authenticate(db, opened.token)).toMatchObject({ kind: 'person', name: '陈梅' })
    }
  })

  test('gives a cookie that scripts cannot read, and no token in the answer', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/accounts/sign-in',
      payload: { signInName: 'chen.mei', password: testPassword },
    })
    expect(answer.statusCode).toBe(200)
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^opensti_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(answer.body).not.toContain(cookie.slice(16, 59))
    expect(answer.json()).toMatchObject({ person: { signInName: 'chen.mei', grants: [{ role: 'planner' }] } })
  })

  test('behind TLS the cookie is Secure and bound to the host', async () => {
    const secure = await accountsServer(db, { secure: true })
    const answer = await secure.inject({
      method: 'POST',
      url: '/api/accounts/sign-in',
      payload: { signInName: 'chen.mei', password: testPassword },
    })
    expect(answer.headers['set-cookie']).toMatch(/^__Host-opensti_session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('a session planted in the browser before is not the one that gets signed in, and it ends', async () => {
    const planted = await sessionOf(db, 'luo.hui')
    const answer = await server.inject({
      method: 'POST',
      url: '/api/accounts/sign-in',
      headers: { cookie: `opensti_session=${planted.token}` },
      payload: { signInName: 'chen.mei', password: testPassword },
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['set-cookie']).not.toContain(planted.token)
    expect(await authenticate(db, planted.token)).toEqual({ kind: 'visitor' })
  })
})

describe('a refusal', () => {
  test('is the same for a wrong password, an unknown name and a suspended account', async () => {
    const admin = await actor(db, 'xu.lan')
    await suspendPerson(db, { actor: admin }, await personIdOf(db, 'ye.qing'))
    const tries = [
      ['chen.mei', wrong],
      ['nobody.here', wrong],
      ['ye.qing', testPassword],
    ]
    const answers = []
    for (const [signInName, password] of tries) {
      const answer = await server.inject({
        method: 'POST',
        url: '/api/accounts/sign-in',
        remoteAddress: freshAddress(),
        payload: { signInName, password },
      })
      const { requestId, ...body } = answer.json()
      expect(requestId).toBeTruthy()
      const headers = Object.entries(answer.headers).filter(([name]) => name !== 'date')
      answers.push({ status: answer.statusCode, body, headers })
    }
    expect(answers[0]?.status).toBe(401)
    expect(answers[0]?.body.code).toBe('sign_in_refused')
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('costs an unknown name as much hashing as a known one', async () => {
    const timeOf = async (name: string) => {
      const times: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const start = performance.now()
        await ask(name, wrong).catch(() => undefined)
        times.push(performance.now() - start)
        await owner.deleteFrom('accounts.sign_in_guard').execute()
      }
      return Math.min(...times)
    }
    await timeOf('warm.up')
    const [known, unknown] = [await timeOf('chen.mei'), await timeOf('nobody.else')]
    // Without the dummy hash the unknown name answers in a few milliseconds, a tenth of the time.
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(3)
  })

  test('is audited without name, address or password', async () => {
    const before = await owner.selectFrom('opensti.audit_entry').select('id').execute()
    const known = new Set(before.map(({ id }) => id))
    await ask('chen.mei', wrong, '203.0.113.99').catch(() => undefined)
    await ask('secret.name', wrong, '203.0.113.99').catch(() => undefined)
    const all = await owner.selectFrom('opensti.audit_entry').selectAll().orderBy('id').execute()
    const entries = all.filter(({ id }) => !known.has(id))
    expect(entries).toMatchObject([
      { action: 'accounts.refuse-sign-in', object_kind: 'person', object_id: await personIdOf(db, 'chen.mei') },
      { action: 'accounts.refuse-sign-in', object_kind: 'unknown-sign-in-name' },
    ])
    const text = JSON.stringify(entries, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
    for (const secret of ['secret.name', '203.0.113', wrong, 'chen.mei']) expect(text).not.toContain(secret)
  })
})

describe('the brake on guessing', () => {
  test('after five wrong tries an account takes none, not even the right one, from anywhere; a minute later it does', async () => {
    for (let round = 0; round < 5; round += 1) {
      await expect(ask('chen.mei', wrong)).rejects.toMatchObject({ code: 'sign_in_refused' })
    }
    const refusal = { code: 'sign_in_paused', kind: 'too-many' }
    await expect(ask('chen.mei', testPassword)).rejects.toMatchObject(refusal)
    await expect(ask('luo.hui', testPassword)).resolves.toBeTruthy()
    await moveGuard(61)
    await expect(ask('chen.mei', testPassword)).resolves.toBeTruthy()
    // Signing in cleared the count.
    await expect(ask('chen.mei', wrong)).rejects.toMatchObject({ code: 'sign_in_refused' })
    await expect(ask('chen.mei', testPassword)).resolves.toBeTruthy()
  })

  test('a name that does not exist is paused in the same way', async () => {
    for (let round = 0; round < 5; round += 1) await ask('no.such.name', wrong).catch(() => undefined)
    await expect(ask('no.such.name', wrong)).rejects.toMatchObject({ code: 'sign_in_paused', retryAfterSeconds: 60 })
  })

  test('one address that tries many names is stopped, other addresses are not', async () => {
    const fingerprints = await readFingerprints(db)
    for (let round = 0; round < 30; round += 1) {
      const keys = { account: fingerprints.account(`name${round}`), address: fingerprints.address('203.0.113.5') }
      await transaction(db, 'accounts.reserve-sign-in', (tx) => reserveTry(tx, keys))
    }
    await expect(ask('chen.mei', testPassword, '203.0.113.5')).rejects.toMatchObject({ code: 'sign_in_paused' })
    await expect(ask('chen.mei', testPassword, '203.0.113.6')).resolves.toBeTruthy()
  })

  test('of twenty guesses at once no more than five are looked at', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 20 }, () => ask('chen.mei', wrong)))
    const codes = guesses.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'))
    expect(codes.filter((code) => code === 'sign_in_refused').length).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => code === 'in')).toEqual([])
  })

  test('the security administrator lifts the pause; the person is told of it', async () => {
    const id = await personIdOf(db, 'chen.mei')
    await owner.updateTable('accounts.person').set({ email: 'chen@lakeside.example' }).where('id', '=', id).execute()
    for (let round = 0; round < 5; round += 1) await ask('chen.mei', wrong).catch(() => undefined)
    await unlockAccount(db, { actor: await actor(db, 'xu.lan') }, id)
    await expect(ask('chen.mei', testPassword)).resolves.toBeTruthy()
    const notices = await owner
      .selectFrom('opensti.outbox')
      .select('payload')
      .where('topic', '=', 'mail.account-paused')
      .execute()
    expect(notices.at(-1)?.payload).toMatchObject({ personId: id })
  })
})
