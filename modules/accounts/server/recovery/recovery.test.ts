import { type Carrier, deliverOutbox, type Letter } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
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
import { accountsSenders } from '../letters.ts'
import { renewPassword } from '../renew-password.ts'
import { askRecovery } from './ask-recovery.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const server = await accountsServer(db)
const means = { publicUrl: () => 'https://sti.lakeside.example', linkSecret: testLinkSecret }
const fresh = 'seven herons over reeds'
let letters: Letter[] = []
const carrier: Carrier = { reachesPeople: true, carry: async (letter) => void letters.push(letter) }
const deliver = () => deliverOutbox(db, accountsSenders(db, means, carrier))

beforeEach(async () => {
  letters = []
  await sql`truncate accounts.recovery, accounts.sign_in_guard, accounts.second_factor, accounts.pending_sign_in,
    accounts.session, opensti.outbox`.execute(owner)
  await sql`update accounts.person p set email = 'chen@lakeside.example', status = 'active',
    password_hash = (select password_hash from accounts.person where sign_in_name = 'qin.shu')
    where sign_in_name = 'chen.mei'`.execute(owner)
})

let lastAddress = 0
const freshAddress = () => `198.51.100.${(lastAddress++ % 250) + 1}`
const post = (url: string, payload: object, remoteAddress = freshAddress()) =>
  server.inject({ method: 'POST', url, payload, remoteAddress })
const ask = (signInName: string, address?: string) => post('/api/accounts/recovery', { signInName }, address)
const tokenIn = (letter: Letter | undefined) =>
  /https:\/\/sti\.lakeside\.example\/workbench\/recovery#([\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
async function link(): Promise<string> {
  await ask('chen.mei')
  await deliver()
  return tokenIn(letters.at(-1))
}
const accept = (token: string, password = fresh) => post('/api/accounts/recovery/accept', { token, password })

describe('a forgotten password', () => {
  test('a letter brings a link, the link a new password; all sessions end and another letter tells', async () => {
    const before = await cookieOf(db, 'chen.mei')
    const token = await link()
    expect(letters).toMatchObject([{ to: 'chen@lakeside.example', subject: expect.stringContaining('忘记密码') }])
    const looked = await post('/api/accounts/recovery/look', { token })
    expect(looked.json()).toMatchObject({ name: '陈梅', signInName: 'chen.mei' })
    const opened = await accept(token)
    expect(opened.json()).toMatchObject({ person: { signInName: 'chen.mei' }, secondStep: null })
    expect((await server.inject({ url: '/api/accounts/own/sessions', headers: before })).statusCode).toBe(401)
    expect((await post('/api/accounts/sign-in', { signInName: 'chen.mei', password: fresh })).statusCode).toBe(200)
    expect((await post('/api/accounts/sign-in', { signInName: 'chen.mei', password: testPassword })).statusCode).toBe(
      401,
    )
    await deliver()
    expect(letters.at(-1)?.text).toContain('您的密码已更改')
  })

  test('the link stands in its letter and nowhere in the database', async () => {
    const token = await link()
    const { rows } = await sql<{ text: string }>`
      select coalesce(string_agg(t::text, ' '), '') as text from (
        select to_jsonb(o) as t from opensti.outbox o union all select to_jsonb(r) from accounts.recovery r
        union all select to_jsonb(a) from opensti.audit_entry a) t`.execute(owner)
    expect(rows[0]?.text).toContain('mail.recovery')
    expect(rows[0]?.text).not.toContain(token)
  })

  test('is good once, for half an hour, and ends when a newer one is asked for', async () => {
    const first = await link()
    const second = await link()
    expect((await accept(first)).json().code).toBe('recovery_not_open')
    expect((await accept(second)).statusCode).toBe(200)
    expect((await accept(second)).json().code).toBe('recovery_not_open')
    const late = await link()
    await sql`update accounts.recovery set created_at = created_at - interval '31 minutes',
      expires_at = expires_at - interval '31 minutes'`.execute(owner)
    expect((await accept(late)).json().code).toBe('recovery_not_open')
    expect((await accept('x'.repeat(43))).json().code).toBe('recovery_not_open')
  })

  test('two at once with one link: one sets the password', async () => {
    const token = await link()
    const answers = await Promise.all([accept(token, fresh), accept(token, 'nine herons over reeds')])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422])
  })

  test('a mailbox alone is no second factor', async () => {
    await giveFactor(db, 'chen.mei', testLinkSecret)
    const first = await accept(await link())
    expect(first.json()).toMatchObject({ person: null, secondStep: { token: expect.any(String) } })
    expect(first.headers['set-cookie']).toBeUndefined()
    const { token } = first.json().secondStep
    expect((await post('/api/accounts/sign-in/code', { token, code: testCode() })).statusCode).toBe(200)
  })
})

describe('nothing can be told from the answer', () => {
  test('known, unknown, suspended, without an address: the same answer, the same rows', async () => {
    await sql`update accounts.person set status = 'suspended', email = 'ye@lakeside.example' where sign_in_name = 'ye.qing'`.execute(
      owner,
    )
    const seen = []
    for (const name of ['chen.mei', 'nobody.here', 'ye.qing', 'qin.shu']) {
      await sql`truncate accounts.recovery, opensti.outbox`.execute(owner)
      const before = await entries()
      const answer = await ask(name)
      const { rows } = await sql<object>`select (select count(*)::int from accounts.recovery) as recoveries,
        (select count(*)::int from opensti.outbox) as messages`.execute(owner)
      const { date, ...headers } = answer.headers
      expect(date).toBeTruthy()
      seen.push({
        status: answer.statusCode,
        body: answer.body,
        headers,
        ...rows[0],
        entries: (await entries()) - before,
      })
    }
    expect(seen[0]).toMatchObject({ status: 204, recoveries: 1, messages: 1, entries: 1 })
    expect(seen.slice(1)).toEqual([seen[0], seen[0], seen[0]])
    await deliver()
    expect(letters).toEqual([])
  })

  test('an unknown name takes as long as a known one', async () => {
    const timeOf = async (name: string) => {
      const times: number[] = []
      for (let round = 0; round < 7; round += 1) {
        const start = performance.now()
        await askRecovery(db, { signInName: name, address: freshAddress() }, testLinkSecret)
        times.push(performance.now() - start)
        await sql`truncate accounts.sign_in_guard`.execute(owner)
      }
      return Math.min(...times)
    }
    await timeOf('warm.up')
    const [known, unknown] = [await timeOf('chen.mei'), await timeOf('nobody.else')]
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
  })

  test('after three for a name there is a pause, whether it exists or not; an address has more', async () => {
    for (const name of ['chen.mei', 'nobody.here']) {
      const codes = []
      for (let round = 0; round < 4; round += 1) codes.push((await ask(name)).statusCode)
      expect(codes).toEqual([204, 204, 204, 429])
    }
    const statuses = []
    for (let round = 0; round < 21; round += 1) statuses.push((await ask(`name.${round}`, '203.0.113.9')).statusCode)
    expect(statuses).toEqual([...Array(20).fill(204), 429])
  })

  test('the log names nobody', async () => {
    await ask('secret.name', '203.0.113.77')
    const entry = await owner
      .selectFrom('opensti.audit_entry')
      .selectAll()
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ action: 'accounts.ask-recovery', object_kind: 'unknown-sign-in-name' })
    expect(JSON.stringify({ ...entry, id: '' })).not.toMatch(/secret\.name|203\.0/)
  })
})

test('of two links that administrators give out at the same moment the later replaces the earlier', async () => {
  const id = await personIdOf(db, 'chen.mei')
  const deeds = [{ actor: await actor(db, 'xu.lan') }, { actor: await actor(db, 'xu.lan') }]
  for (let round = 0; round < 5; round += 1) {
    const made = await Promise.all(deeds.map((deed) => renewPassword(db, deed, id, testLinkSecret)))
    expect(made).toHaveLength(2)
    const open = await owner
      .selectFrom('accounts.invitation')
      .select('id')
      .where('person', '=', id)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    expect(open).toHaveLength(1)
  }
})

async function entries(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from opensti.audit_entry`.execute(owner)
  return rows[0]?.count ?? 0
}
