import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Bench,
  type Decide,
  decideAsHouse,
  decideCarelessly,
  deeds,
  prepareBench,
  type Race,
  RaceTrack,
  type Start,
  statementsOfDecision,
} from './decision-races.ts'
import { countSchedules, schedules, someSchedules } from './interleavings.ts'
import { isLong, size } from './long.ts'
import { furnish } from './world.ts'

const { db, appUrl } = await testDatabase()
let track: RaceTrack
let bench: Bench

beforeAll(async () => {
  await furnish(db)
  bench = await prepareBench(db)
  track = new RaceTrack(db, appUrl, bench)
}, 120_000)
afterAll(() => track.stop())

/** Every pair of deeds from both starts; in the short version some orders of each pair, in the long one all. */
function* races(perPair: number): Generator<Race> {
  for (const start of ['open', 'accepted'] satisfies Start[]) {
    for (const [at, first] of deeds.entries()) {
      for (const second of deeds.slice(at)) {
        for (const schedule of someSchedules(statementsOfDecision, statementsOfDecision, perPair))
          yield { start, pair: [first, second], schedule }
      }
    }
  }
}

async function run(list: Iterable<Race>, decide: Decide): Promise<{ runs: number; violations: string[] }> {
  let runs = 0
  const violations: string[] = []
  for (const race of list) {
    const fault = await track.run(race, decide)
    runs += 1
    if (fault) violations.push(`${race.start}: ${race.pair.join(' × ')} as ${race.schedule.join('')}: ${fault}`)
  }
  return { runs, violations }
}

describe('interleavings: two planners decide one candidate', () => {
  it('one wins, the other is told, and nothing is lost, in every order of their statements', async () => {
    const all = countSchedules(statementsOfDecision, statementsOfDecision)
    const { runs, violations } = await run(races(size(3, all)), decideAsHouse)
    console.log(`interleavings: ${runs} runs, ${isLong ? 'all' : 'some'} of ${all * 20} orders`)
    expect(violations).toEqual([])
  }, 3_600_000)

  it('finds decisions without a look at the version (planted fault)', async () => {
    const careless: Race = { start: 'open', pair: ['accept', 'reject'], schedule: [0, 1, 0, 1, 0, 1, 0, 1] }
    expect((await run([careless], decideCarelessly)).violations).not.toEqual([])
  }, 60_000)
})

describe('the list of orders', () => {
  it('holds each order once', () => {
    const all = [...schedules(3, 3)].map((schedule) => schedule.join(''))
    expect(new Set(all).size).toBe(20)
    expect(all).toHaveLength(countSchedules(3, 3))
    expect([...someSchedules(3, 3, 5)]).toHaveLength(5)
    expect(new Set([...someSchedules(3, 3, 20)].map(String)).size).toBe(20)
  })
})
