import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  connect,
  type Database,
  databaseNow,
  isBrokenConstraint,
  operations,
  type Transaction,
  transaction,
} from './index.ts'

const { db, owner, appUrl } = await testDatabase('migrated')

beforeAll(async () => {
  await sql`create table opensti.trial_claim (round integer, amount integer check (amount > 0))`.execute(owner)
})

/** Two officers each see 100 in the pool and each promise 80. */
async function claim80(tx: Transaction, round: number): Promise<boolean> {
  const { rows } = await sql<{ total: bigint }>`
    select coalesce(sum(amount), 0)::int8 as total from opensti.trial_claim where round = ${round}`.execute(tx)
  if (rows[0]!.total + 80n > 100n) return false
  await sql`insert into opensti.trial_claim values (${round}, 80)`.execute(tx)
  return true
}

async function countOverdrawn(from: number): Promise<number> {
  const { rows } = await sql<{ rounds: bigint }>`
    select count(*) as rounds from (
      select round from opensti.trial_claim where round >= ${from} group by round having sum(amount) > 100) as over`.execute(
    db,
  )
  return Number(rows[0]!.rounds)
}

describe('two clients at one pool', () => {
  it('never overdraw it, and one always gets its share', async () => {
    for (let round = 0; round < 60; round += 1) {
      const outcomes = await Promise.all(
        [1, 2].map(() => transaction(db, 'trial.claim-share', (tx) => claim80(tx, round))),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
    }
    expect(await countOverdrawn(0)).toBe(0)
    expect(operations().get('trial.claim-share')!.retried).toBeGreaterThan(0)
  })

  it('would overdraw it without SERIALIZABLE, so that the test above means something', async () => {
    let waiting = 0
    for (let round = 1000; round < 1020; round += 1) {
      waiting = 0
      let open: () => void = () => undefined
      const both = new Promise<void>((resolve) => {
        open = resolve
      })
      const claim = () =>
        db
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (tx) => {
            await sql`select sum(amount) from opensti.trial_claim where round = ${round}`.execute(tx)
            waiting += 1
            if (waiting === 2) open()
            await both
            await sql`insert into opensti.trial_claim values (${round}, 80)`.execute(tx)
          })
      await Promise.all([claim(), claim()])
    }
    expect(await countOverdrawn(1000)).toBe(20)
  })
})

it('lets a harness hold one client back between its statements', async () => {
  const seen: string[] = []
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let isFirst = true
  const slow = connect({
    url: appUrl,
    beforeStatement: async (statement) => {
      seen.push(statement.split(' ')[0]!)
      if (isFirst && statement.startsWith('insert')) {
        isFirst = false
        await held
      }
    },
  })
  const late = transaction(slow, 'trial.claim-share', (tx) => claim80(tx, 2000))
  await expect.poll(() => seen).toContain('insert')
  expect(await transaction(db, 'trial.claim-share', (tx) => claim80(tx, 2000))).toBe(true)
  release()
  expect(await late).toBe(false)
  expect(seen.filter((word) => word === 'start')).toHaveLength(2)
  await slow.destroy()
})

it('gives up with a 503 when rivals never let it through', async () => {
  const attempt = transaction(
    db,
    'trial.lose-always',
    async (tx) => {
      await claim80(tx, 3000)
      throw Object.assign(new Error('could not serialize'), { code: '40001' })
    },
    { retries: 3 },
  )
  await expect(attempt).rejects.toMatchObject({ kind: 'unavailable', code: 'database_contended', retryAfterSeconds: 1 })
  expect(operations().get('trial.lose-always')).toMatchObject({ retried: 3, gaveUp: 1, committed: 0 })
})

it('says that the database is unavailable when it is, and that repeating is safe', async () => {
  const nowhere: Database = connect({ url: 'postgres://x:y@/z?host=/nonexistent' })
  await expect(transaction(nowhere, 'trial.reach-nobody', databaseNow)).rejects.toMatchObject({
    code: 'database_unavailable',
  })
  await nowhere.destroy()
})

it('refuses a name that is none', async () => {
  await expect(transaction(db, 'Claim share', databaseNow)).rejects.toThrow('module.verb-noun')
})

it('tells a broken constraint by its name', async () => {
  const refused = transaction(db, 'trial.claim-nothing', (tx) =>
    sql`insert into opensti.trial_claim values (1, 0)`.execute(tx),
  )
  await expect(refused).rejects.toSatisfy((error) => isBrokenConstraint(error, 'trial_claim_amount_check'))
  await expect(refused).rejects.not.toSatisfy((error) => isBrokenConstraint(error, 'another'))
})

it('reads money, dates and times exactly', async () => {
  const { rows } = await sql`select 9007199254740993::int8 as fen, 0.10::numeric as share, date '2024-02-29' as day,
    array[1.50]::numeric[] as shares, timestamptz '2024-02-29 08:00+08' as at`.execute(db)
  expect(rows[0]).toEqual({
    fen: 9007199254740993n,
    share: '0.10',
    day: '2024-02-29',
    shares: ['1.50'],
    at: new Date('2024-02-29T00:00Z'),
  })
})
