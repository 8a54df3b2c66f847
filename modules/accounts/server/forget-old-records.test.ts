import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { actor, loadLakeside, sessionOf, testLinkSecret } from '../testing/index.ts'
import { authenticate } from './authenticate.ts'
import { forgetOldRecords } from './forget-old-records.ts'
import { invitePerson } from './invite-person.ts'
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

  const deed = { actor: await actor(db, 'xu.lan') }
  for (const [signInName, days] of [
    ['too.old', 98],
    ['old.enough', 96],
  ] as const) {
    const wanted = { regionId: 'lakeside', name: '某人', signInName, email: null, role: null, unitId: null }
    const { invitationId } = await invitePerson(db, deed, wanted, testLinkSecret)
    await owner
      .updateTable('accounts.invitation')
      .set({
        created_at: sql<Date>`created_at - make_interval(days => ${days})`,
        expires_at: sql<Date>`expires_at - make_interval(days => ${days})`,
      })
      .where('id', '=', invitationId)
      .execute()
  }

  expect(await forgetOldRecords(db)).toEqual({ sessions: 1, guards: 0, invitations: 1 })
  const invitations = await owner.selectFrom('accounts.invitation').select('sign_in_name').execute()
  expect(invitations).toEqual([{ sign_in_name: 'old.enough' }])
  expect(await authenticate(db, standing.token)).toMatchObject({ kind: 'person' })
  const left = await owner.selectFrom('accounts.session').select('id').execute()
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([standing.sessionId, lately.sessionId]))
  expect(left.map(({ id }) => id)).not.toContain(old.sessionId)

  await owner
    .updateTable('accounts.sign_in_guard')
    .set({ last_failure_at: sql<Date>`now() - interval '25 hours'` })
    .execute()
  expect(await forgetOldRecords(db)).toEqual({ sessions: 0, guards: 2, invitations: 0 })
})
