import type { Database } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideCarelessly } from './careless-decision.ts'
import { countSchedules, interrupted, type Schedule, schedules, spread } from './interleavings.ts'
import { isLong, size } from './long.ts'
import { RaceTrack, type TrackOptions } from './race-track.ts'
import { prepareRaces } from './races.ts'
import { furnish, houseServer } from './world.ts'

const { db, appUrl, superuserUrl } = await testDatabase()
const urls = { url: appUrl, superuserUrl }
/** All orders where there are no more than this; else all with so many interruptions at most. */
const allOrdersMax = isLong ? 1000 : 100
const interruptions = isLong ? 2 : 1
let races: Awaited<ReturnType<typeof prepareRaces>>

beforeAll(async () => {
  await furnish(db, ['china', 'lakeside'])
  const server = await houseServer(db)
  races = await prepareRaces(db, server)
  await server.close()
}, 120_000)

function ordersFor([first, second]: readonly [number, number]): { orders: Schedule[]; all: number; complete: boolean } {
  const all = countSchedules(first, second)
  const complete = all <= allOrdersMax
  return {
    orders: [...(complete ? schedules(first, second) : interrupted(first, second, interruptions))],
    all,
    complete,
  }
}

/** Runs the races whose names match, each in some of its orders; what went wrong, and how much was tried. */
async function run(track: RaceTrack, names: RegExp, perRace: number) {
  const faults: string[] = []
  const lines: string[] = []
  let runs = 0
  for (const race of races.filter(({ name }) => names.test(name))) {
    const rehearsal = await track.rehearse(race)
    const { orders, all, complete } = ordersFor(rehearsal.statements)
    const chosen = spread(orders, perRace)
    const wrong: string[] = []
    for (const order of chosen) {
      const fault = await track.run(race, rehearsal, order)
      runs += 1
      if (fault) wrong.push(`${race.name} as ${order.join('')}: ${fault}`)
    }
    faults.push(...wrong.slice(0, 2))
    const bound = complete
      ? 'all there are'
      : `of ${orders.length} with ${interruptions} interruptions at most, of ${all.toPrecision(2)}`
    lines.push(
      `${race.name}: ${rehearsal.statements.join('+')} statements, ${chosen.length} orders (${bound}), ${wrong.length} wrong`,
    )
  }
  return { runs, faults, lines }
}

describe('interleavings: two requests, a gate at every statement of both', () => {
  let track: RaceTrack
  beforeAll(async () => {
    track = await RaceTrack.open(urls)
  }, 60_000)
  afterAll(() => track.stop())

  it('end in every order as if one had come after the other', async () => {
    const { runs, faults, lines } = await run(track, /./, size(4, 100_000))
    if (isLong) console.log(lines.join('\n'))
    console.log(`interleavings: ${races.length} races, ${runs} orders tried`)
    expect(faults).toEqual([])
  }, 36_000_000)
})

describe('planted faults', () => {
  const faultsWith = async (options: Partial<TrackOptions>, names: RegExp, perRace: number) => {
    const track = await RaceTrack.open({ ...urls, ...options })
    try {
      return (await run(track, names, perRace)).faults
    } finally {
      await track.stop()
    }
  }

  it('finds decisions that look and then write, and never ask who was there in between', async () => {
    const change: TrackOptions['change'] = (route) =>
      route.url === '/api/readings/:reading/decisions' ? { ...route, handle: decideCarelessly } : route
    expect(await faultsWith({ change }, /^candidate open: accept × reject/, 100)).not.toEqual([])
  }, 60_000)

  it('finds transactions that are not serializable', async () => {
    expect(await faultsWith({ weaken: readCommitted }, /revoke each other/, 100)).not.toEqual([])
    expect(await faultsWith({ weaken: readCommitted }, /suspend each other/, 100)).not.toEqual([])
    expect(await faultsWith({ weaken: readCommitted }, /grant time × refuse it/, 100)).not.toEqual([])
  }, 60_000)
})

/** The same database for those who ask for less than they think. */
function readCommitted(of: Database): Database {
  return new Proxy(of, {
    get(target, key) {
      if (key !== 'transaction') {
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      }
      return () => {
        const builder = target.transaction()
        return { setIsolationLevel: () => builder.setIsolationLevel('read committed') }
      }
    },
  })
}

describe('the lists of orders', () => {
  it('hold each order once', () => {
    const all = [...schedules(3, 3)].map((schedule) => schedule.join(''))
    expect(new Set(all).size).toBe(20)
    expect(all).toHaveLength(countSchedules(3, 3))
    const few = [...interrupted(3, 3, 2)].map((schedule) => schedule.join(''))
    expect(new Set(few).size).toBe(few.length)
    expect(few.every((order) => all.includes(order))).toBe(true)
    expect([...interrupted(3, 3, 5)]).toHaveLength(20)
    expect(spread(all, 5)).toHaveLength(5)
  })
})
