import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { type DeliveredMessage, deliverOutbox, enqueue, transaction } from './index.ts'

const { db, owner } = await testDatabase()
beforeEach(() => sql`truncate opensti.outbox`.execute(owner))

const say = (payload: unknown, dedupeKey?: string) =>
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
  const got: unknown[] = []
  const senders = { 'mail.trial': async (message: DeliveredMessage) => void got.push(message.payload) }
  const deliveries = await Promise.all([deliverOutbox(db, senders), deliverOutbox(db, senders)])
  expect(deliveries[0]!.sent + deliveries[1]!.sent).toBe(2)
  expect(await deliverOutbox(db, senders)).toEqual({ sent: 0, failed: 0 })
  expect(got).toEqual([{ n: 1 }, { n: 2 }])
})

it('tries again later what could not be sent, and keeps no address in the note of the failure', async () => {
  await say({ to: 'someone' })
  const fail = async () => Promise.reject(new TypeError('no such mailbox: someone@example.org'))
  expect(await deliverOutbox(db, { 'mail.trial': fail })).toEqual({ sent: 0, failed: 1 })
  expect(await deliverOutbox(db, { 'mail.trial': fail })).toEqual({ sent: 0, failed: 0 })
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
    { leaseSeconds: 0 },
  )
  await expect.poll(() => ids.length).toBe(1)
  await deliverOutbox(db, { 'mail.trial': async (message) => void ids.push(message.id) })
  expect(ids[1]).toBe(ids[0])
  void crash
})

it('leaves topics alone that nobody sends', async () => {
  await say({ n: 1 })
  expect(await deliverOutbox(db, { 'sms.trial': async () => undefined })).toEqual({ sent: 0, failed: 0 })
})
