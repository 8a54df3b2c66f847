import { actor } from '@opensti/accounts/testing'
import { personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import { openRound, type Round, science } from '../testing/index.ts'
import { delegate } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { delegationObject } from './policy-objects.ts'
import { getChainView } from './views/chain-view.ts'

const { db } = await testDatabase()
const place = { regionId: 'lakeside', unitId: science }
let round: Round

beforeAll(async () => {
  round = await openRound(db)
})

it('ends when whoever was away, or her leader, says so, and stays known', async () => {
  const [checker, reporter] = [await actor(db, 'he.jing'), await actor(db, 'lin.yuan')]
  const leader = await actor(db, 'zhou.guoliang')
  const days = { fromDay: '2026-01-01', untilDay: '2099-12-31' }
  const { id } = await delegate(db, checker, place, { toPerson: personOf(reporter).personId, ...days }, 'test')
  const seenBy = async (who: typeof checker) => (await getChainView(db, personOf(who), science)).delegations
  expect(await seenBy(checker)).toMatchObject([{ id, standing: 'now', mayEnd: true, to: { en: 'Lin Yuan' } }])
  expect(await seenBy(leader)).toMatchObject([{ mayEnd: true }])
  expect(await seenBy(reporter)).toMatchObject([{ mayEnd: false }])

  await endDelegation(db, checker, { unitId: science, id }, 'test')
  await endDelegation(db, leader, { unitId: science, id }, 'test')
  expect(await seenBy(leader)).toMatchObject([{ standing: 'over', mayEnd: false, ended: { by: { en: 'He Jing' } } }])
})

it('is not found in another unit', async () => {
  const [known] = (await getChainView(db, personOf(round.planner), science)).delegations
  expect(await delegationObject(db, 'lakeside/lakeside-finance', known!.id)).toBeNull()
  await expect(
    endDelegation(db, round.planner, { unitId: 'lakeside/lakeside-finance', id: known!.id }, 'test'),
  ).rejects.toMatchObject({ kind: 'not-found' })
})
