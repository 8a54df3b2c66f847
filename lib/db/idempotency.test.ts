import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { answerOnce, type Database, databaseNow, operations, transaction } from './index.ts'

const { db, owner } = await testDatabase()
await sql`create table opensti.trial_deed (round integer)`.execute(owner)

const key = (request: unknown, name = 'k', actor = 'mei') => ({ key: `${name}-0123456789abcdef`, actor, request })
const add = (round: number) => (own: Database) =>
  transaction(own, 'trial.add-deed', async (tx) => {
    await sql`insert into opensti.trial_deed values (${round})`.execute(tx)
    return { round, at: await databaseNow(tx) }
  })
const count = async (round: number) =>
  Number(
    (await sql<{ n: bigint }>`select count(*) as n from opensti.trial_deed where round = ${round}`.execute(db)).rows[0]!
      .n,
  )

it('makes ten requests at once into one deed with one answer, dates and all', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => answerOnce(db, key({ b: 1, a: 2 }, 'ten'), add(1))),
  )
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
  expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1)
  expect(answers.map(({ answer }) => answer.at).every((at) => at instanceof Date)).toBe(true)
  expect(await count(1)).toBe(1)
  expect(operations().get('trial.add-deed')).toMatchObject({ replayed: 9 })
})

it('refuses a key for another request, and takes it as another key in another hand', async () => {
  await answerOnce(db, key({ a: 1 }), add(2))
  const other = answerOnce(db, key({ a: 3 }), add(2))
  await expect(other).rejects.toMatchObject({ kind: 'unprocessable', code: 'idempotency_key_reused' })
  await answerOnce(db, key({ a: 3 }, 'k', 'lin'), add(2))
  expect(await count(2)).toBe(2)
})

it('frees the key when the deed failed, also when something was written on the way', async () => {
  const fail = async (own: Database) => {
    await add(3)(own)
    throw new Error('no')
  }
  await expect(answerOnce(db, key(null, 'free'), fail)).rejects.toThrow('no')
  expect(await answerOnce(db, key(null, 'free'), add(4))).toMatchObject({ repeated: false })
  expect(await count(4)).toBe(1)
})

it('takes several writes of one request as one', async () => {
  const twice = async (own: Database) => [await add(5)(own), await add(5)(own)]
  await answerOnce(db, key(null, 'twice'), twice)
  await answerOnce(db, key(null, 'twice'), twice)
  expect(await count(5)).toBe(2)
})

it('does nothing again when the answer was lost in a crash', async () => {
  await answerOnce(db, key(null, 'crash'), add(6))
  await sql`update opensti.idempotency set answer = null`.execute(owner)
  await expect(answerOnce(db, key(null, 'crash'), add(6))).rejects.toMatchObject({ code: 'already_done' })
  expect(await count(6)).toBe(1)
})

it('does nothing again beside another process that is at it', async () => {
  const answering = answerOnce(db, key(null, 'rival'), async (own) => {
    // The other process had not committed yet when we looked, and has by the time we write.
    await sql`insert into opensti.idempotency (actor, key_digest, fingerprint, run, operation)
      select 'mei', sha256('rival-0123456789abcdef'), sha256(''), gen_random_uuid(), 'trial.add-deed'`.execute(owner)
    return add(7)(own)
  })
  await expect(answering).rejects.toMatchObject({ code: 'already_done' })
  expect(await count(7)).toBe(0)
})

it('keeps neither key nor request nor answer in words', async () => {
  const request = { password: 'herons wade at dusk' }
  await answerOnce(db, key(request, 'secret'), (own) =>
    transaction(own, 'trial.open-session', async () => ({ token: 'opens-everything' })),
  )
  expect(await answerOnce(db, key(request, 'secret'), add(8))).toMatchObject({ answer: { token: 'opens-everything' } })
  const { rows } = await sql<{ row: string }>`
    select encode(key_digest, 'escape') || encode(fingerprint, 'escape') || encode(answer, 'escape') as row
    from opensti.idempotency where operation = 'trial.open-session'`.execute(owner)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.row).not.toMatch(/opens|herons|0123456789abcdef/)
})

it('leaves no note of a request that writes nothing', async () => {
  await answerOnce(db, key(null, 'read'), databaseNow)
  expect(await answerOnce(db, key(null, 'read'), databaseNow)).toMatchObject({ repeated: false })
})
