import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { loadLakeside, sessionOf } from '../testing/index.ts'
import { authenticate } from './authenticate.ts'
import { forgetOldRecords } from './forget-old-records.ts'
import { signIn } from './sign-in.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)

test('forgets what ended three months ago, and keeps what stands or ended lately', async () => {
  const standing = await sessionOf(db, 'chen.mei')
  const old = await sessionOf(db, 'luo.hui')
  const lately = await sessionOf(db, 'tang.wen')
  await signIn(db, { signInName: 'no.one', password: 'wrong', address: '192.0.2.1' }).catch(() => undefined)
  const end = (id: string, days: number) =>
    owner
      .updateTable('accounts.session')
      .set({
        created_at: sql<Date>`created_at - make_interval(days => ${days})`,
        expires_at: sql<Date>`expires_at - make_interval(days => ${days})`,
      })
      .where('id', '=', id)
      .execute()
  await end(old.sessionId, 91)
  await end(lately.sessionId, 89)

  expect(await forgetOldRecords(db)).toEqual({ sessions: 1, guards: 0 })
  expect(await authenticate(db, standing.token)).toMatchObject({ kind: 'person' })
  const left = await owner.selectFrom('accounts.session').select('id').execute()
  expect(left.map(({ id }) => id).sort()).toEqual([standing.sessionId, lately.sessionId].sort())

  await owner
    .updateTable('accounts.sign_in_guard')
    .set({ last_failure_at: sql<Date>`now() - interval '25 hours'` })
    .execute()
  expect(await forgetOldRecords(db)).toEqual({ sessions: 0, guards: 2 })
})
