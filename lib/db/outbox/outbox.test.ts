import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import {
  type DeliveredMessage,
  deliverOutbox,
  enqueue,
  folderCarrier,
  forgetOldRequests,
  listGivenUp,
  outboxState,
  retryMessage,
  transaction,
  Undeliverable,
} from '../index.ts'

const { db, owner } = await testDatabase()
beforeEach(() => sql`truncate opensti.outbox`.execute(owner))

const say = (payload: Record<string, string | number>, dedupeKey?: string) =>
  transaction(db, 'trial.say-it', (tx) => enqueue(tx, { topic: 'mail.trial', payload, dedupeKey }))

it('sends what was committed, once, in order, and drops what was said twice', async () => {
  await say({ n: 1 }, 'a')
  await say({ n: 1 }, 'a')
  await say({ n: 2 })
  await expect(
    transaction(db, 'trial.say-it', async (tx) => {
      await enqueue(tx, { topic: 'mail.trial', payload: { n: 3 } })
      throw new Error('rolled back')
    }),
  ).rejects.toThrow()
  const got: { n: number }[] = []
  const senders = {
    'mail.trial': async (message: DeliveredMessage) => void got.push(message.payload as { n: number }),
  }
  const deliveries = await Promise.all([deliverOutbox(db, senders), deliverOutbox(db, senders)])
  expect(deliveries[0]!.sent + deliveries[1]!.sent).toBe(2)
  expect(await deliverOutbox(db, senders)).toEqual({ sent: 0, failed: 0, givenUp: 0 })
  // Two that deliver at once take one each, in whichever order they come to it.
  expect(got.toSorted((a, b) => a.n - b.n)).toEqual([{ n: 1 }, { n: 2 }])
})

it('tries again later what could not be sent, and keeps no address in the note of the failure', async () => {
  await say({ to: 'someone' })
  const fail = async () => Promise.reject(new TypeError('no such mailbox: someone@example.org'))
  expect(await deliverOutbox(db, { 'mail.trial': fail })).toEqual({ sent: 0, failed: 1, givenUp: 0 })
  expect(await deliverOutbox(db, { 'mail.trial': fail })).toEqual({ sent: 0, failed: 0, givenUp: 0 })
  const row = await db.selectFrom('opensti.outbox').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ attempts: 1, last_error: 'TypeError', sent_at: null })
  expect(row.next_attempt_at.getTime()).toBeGreaterThan(Date.now())
})

it('sends again what a crash left claimed, with the same id', async () => {
  await say({ n: 1 })
  const ids: bigint[] = []
  const crash = deliverOutbox(
    db,
    {
      'mail.trial': async (message) => {
        ids.push(message.id)
        await new Promise(() => undefined) // the process dies here
      },
    },
    { leaseSeconds: 0.2 },
  )
  await expect.poll(() => ids.length).toBe(1)
  await expect
    .poll(() => deliverOutbox(db, { 'mail.trial': async (message) => void ids.push(message.id) }))
    .toMatchObject({ sent: 1 })
  expect(ids[1]).toBe(ids[0])
  void crash
})

it('leaves topics alone that nobody sends', async () => {
  await say({ n: 1 })
  expect(await deliverOutbox(db, { 'sms.trial': async () => undefined })).toEqual({ sent: 0, failed: 0, givenUp: 0 })
})

const row = () => db.selectFrom('opensti.outbox').selectAll().executeTakeFirstOrThrow()

it('gives up after the last try, says so, and starts over when an administrator asks for it', async () => {
  await say({ n: 1 })
  const fail = { 'mail.trial': async () => Promise.reject(new TypeError('no')) }
  const due = () => sql`update opensti.outbox set next_attempt_at = now()`.execute(owner)
  expect(await deliverOutbox(db, fail, { triesMax: 2 })).toMatchObject({ failed: 1 })
  expect(await outboxState(db)).toMatchObject({ waiting: 1, failing: 1, givenUp: 0 })
  await due()
  expect(await deliverOutbox(db, fail, { triesMax: 2 })).toMatchObject({ givenUp: 1 })
  await due()
  expect(await deliverOutbox(db, fail, { triesMax: 2 })).toEqual({ sent: 0, failed: 0, givenUp: 0 })
  expect(await outboxState(db)).toMatchObject({ waiting: 0, failing: 0, givenUp: 1, oldestAt: null })
  const [dead] = await listGivenUp(db)
  expect(dead).toMatchObject({ topic: 'mail.trial', attempts: 2, lastError: 'TypeError' })
  const retry = (id: bigint) => transaction(db, 'trial.retry-message', (tx) => retryMessage(tx, id))
  expect(await retry(dead!.id)).toBe(true)
  expect(await retry(dead!.id)).toBe(false)
  expect(await deliverOutbox(db, { 'mail.trial': async () => undefined })).toMatchObject({ sent: 1 })
})

it('gives up at once what can never be delivered', async () => {
  await say({ n: 1 })
  const never = async () => Promise.reject(new Undeliverable('no such mailbox'))
  expect(await deliverOutbox(db, { 'mail.trial': never })).toMatchObject({ givenUp: 1 })
})

it('does not wait for a sender that never answers, and tells it that the time is over', async () => {
  await say({ n: 1 })
  let told = false
  const silent = (_message: DeliveredMessage, signal: AbortSignal) =>
    new Promise<void>(() => signal.addEventListener('abort', () => (told = true)))
  expect(await deliverOutbox(db, { 'mail.trial': silent }, { sendSeconds: 0.05 })).toMatchObject({ failed: 1 })
  expect(told).toBe(true)
  expect(await row()).toMatchObject({ last_error: 'TimeoutError' })
})

it('sends all that is due in one round, and ends the round when asked to stop', async () => {
  for (let n = 0; n < 4; n += 1) await say({ n })
  const stopping = new AbortController()
  const sendOne = { 'mail.trial': async () => stopping.abort() }
  expect(await deliverOutbox(db, sendOne, { stop: stopping.signal })).toMatchObject({ sent: 1 })
  expect(await deliverOutbox(db, { 'mail.trial': async () => undefined })).toMatchObject({ sent: 3 })
})

it('forgets settled messages after thirty days and stored answers after two, and nothing that waits', async () => {
  for (const n of [1, 2, 3, 4]) await say({ n })
  await sql`update opensti.outbox set sent_at = now() - interval '31 days' where payload = '{"n": 1}'`.execute(owner)
  await sql`update opensti.outbox set given_up_at = now() - interval '31 days' where payload = '{"n": 2}'`.execute(
    owner,
  )
  await sql`update opensti.outbox set sent_at = now() - interval '29 days' where payload = '{"n": 3}'`.execute(owner)
  await sql`update opensti.outbox set created_at = now() - interval '1 year'`.execute(owner)
  await sql`insert into opensti.idempotency (actor, key_digest, fingerprint, run, operation, created_at)
    select 'mei', sha256(hours::text::bytea), sha256(''), gen_random_uuid(), 'a.b', now() - make_interval(hours => hours)
    from unnest(array[47, 49]) hours`.execute(owner)
  expect(await forgetOldRequests(db)).toEqual({ messages: 2, answers: 1 })
  const left = await db.selectFrom('opensti.outbox').select('payload').orderBy('id').execute()
  expect(left.map(({ payload }) => payload)).toEqual([{ n: 3 }, { n: 4 }])
})

it('lays letters as mail into a closed folder, once', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'letters-')), 'out')
  const carrier = folderCarrier(folder)
  const letter = { to: 'mei@lakeside.example', subject: '邀请您使用湖畔市科技创新平台', text: '您好：\n请打开链接。\n' }
  for (let time = 0; time < 2; time += 1) await carrier.carry(letter, '7', AbortSignal.timeout(1000))
  expect(readdirSync(folder)).toEqual(['7.eml'])
  expect([statSync(folder).mode & 0o77, statSync(join(folder, '7.eml')).mode & 0o77]).toEqual([0, 0])
  const mail = readFileSync(join(folder, '7.eml'), 'utf8')
  expect(mail).toMatch(/^[\x20-\x7e\r\n]*$/)
  expect(mail.split('\r\n').every((line) => line.length <= 78)).toBe(true)
  const subject = [...mail.matchAll(/=\?utf-8\?B\?(.*?)\?=/g)].map(([, word]) =>
    Buffer.from(word!, 'base64').toString(),
  )
  expect(subject.join('')).toBe(letter.subject)
  expect(Buffer.from(mail.split('\r\n\r\n')[1]!, 'base64').toString()).toBe('您好：\r\n请打开链接。\r\n')
  await expect(carrier.carry({ ...letter, to: 'a@b\nBcc: c@d' }, '8', AbortSignal.timeout(1000))).rejects.toThrow()
})
