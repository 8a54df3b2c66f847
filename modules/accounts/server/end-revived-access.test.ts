import { databaseNow } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import { accountsServer, cookieOf, loadLakeside } from '../testing/index.ts'
import { endRevivedAccess } from './end-revived-access.ts'

const { db } = await testDatabase()

beforeAll(() => loadLakeside(db))

it('ends every session and link of before a restore, once, and none of after', async () => {
  const house = await accountsServer(db)
  const before = await cookieOf(db, 'chen.mei')
  const person = await db
    .selectFrom('accounts.person')
    .select('id')
    .where('sign_in_name', '=', 'chen.mei')
    .executeTakeFirstOrThrow()
  const later = new Date(Date.now() + 3_600_000)
  await db
    .insertInto('accounts.recovery')
    .values({ token_hash: Buffer.alloc(32, 1), person: person.id, expires_at: later })
    .execute()
  await db
    .insertInto('accounts.invitation')
    .values({
      region: 'lakeside',
      token_hash: Buffer.alloc(32, 2),
      purpose: 'new-password',
      name: '陈梅',
      sign_in_name: 'chen.mei',
      person: person.id,
      expires_at: later,
    })
    .execute()
  const who = async (headers: { cookie: string }) =>
    (await house.inject({ method: 'GET', url: '/api/accounts/session', headers })).json().person?.name
  expect(await who(before)).toBeDefined()

  const restoredAt = await databaseNow(db)
  const after = await cookieOf(db, 'lin.yuan')
  expect(await endRevivedAccess(db, restoredAt)).toBe(3)
  expect(await who(before)).toBeUndefined()
  expect(await who(after)).toBeDefined()
  const { used_at } = await db.selectFrom('accounts.recovery').select('used_at').executeTakeFirstOrThrow()
  const { withdrawn_at } = await db.selectFrom('accounts.invitation').select('withdrawn_at').executeTakeFirstOrThrow()
  expect(used_at).not.toBeNull()
  expect(withdrawn_at).not.toBeNull()
  expect(await endRevivedAccess(db, restoredAt)).toBe(0)
})
