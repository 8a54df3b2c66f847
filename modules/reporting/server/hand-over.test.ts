import { actor } from '@opensti/accounts/testing'
import { personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { expect, it } from 'vitest'
import { openRound, science } from '../testing/index.ts'
import { handOver } from './hand-over.ts'
import { setChain } from './set-chain.ts'
import { getChainView } from './views/chain-view.ts'

const { db, owner } = await testDatabase()
const place = { regionId: 'lakeside', unitId: science }

it('names the successor wherever someone was named who has left, and who it was is seen until then', async () => {
  await openRound(db)
  const leader = await actor(db, 'zhou.guoliang')
  const checker = personOf(await actor(db, 'he.jing'))
  const steps = [
    { kind: 'prepare' as const, personId: null },
    { kind: 'check' as const, personId: checker.personId },
  ]
  await setChain(db, leader, place, steps, 'test')
  expect((await getChainView(db, personOf(leader), science)).former).toEqual([])
  await owner
    .updateTable('accounts.role_grant')
    .set({ revoked_at: new Date(), revoked_by: personOf(leader).personId })
    .where('person', '=', checker.personId)
    .execute()
  expect((await getChainView(db, personOf(leader), science)).former).toMatchObject([{ name: { en: 'He Jing' } }])

  const successor = { fromPerson: checker.personId, toPerson: personOf(leader).personId }
  expect(await handOver(db, leader, place, successor, 'test')).toEqual({ steps: 1 })
  const view = await getChainView(db, personOf(leader), science)
  expect(view.former).toEqual([])
  expect(view.steps[1]).toEqual({ kind: 'check', personId: personOf(leader).personId })
}, 60_000)
