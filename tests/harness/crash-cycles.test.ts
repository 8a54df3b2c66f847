import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judge } from './crash-cycles.ts'
import { begin, type Journal, startWriters } from './crash-journal.ts'
import { size } from './long.ts'
import { RunningHouse } from './running-house.ts'

const house = new RunningHouse()
let journal: Journal

beforeAll(async () => {
  await house.prepare()
  await house.start()
  journal = await begin(house)
}, 180_000)
afterAll(() => house.stop(), 60_000)

const victims = ['server', 'both', 'database'] as const

describe('crash cycles: kill -9 under writes', () => {
  it('loses nothing that was confirmed and leaves nothing half done', async () => {
    const cycles = size(3, 75)
    const starts: number[] = []
    const faults: string[] = []
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const writers = startWriters(house, journal)
      await sleep(700 + ((cycle * 137) % 600))
      await house.kill(victims[cycle % victims.length]!)
      await writers.stop()
      starts.push(await house.start())
      faults.push(...(await judge(house, journal)).map((fault) => `cycle ${cycle + 1}: ${fault}`))
    }
    const { replays, audit, total } = journal
    console.log(
      `crash cycles: ${cycles}, ${total} confirmed writes, slowest start ${Math.max(...starts).toFixed(1)} s; ` +
        `sent again: ${replays.performed} performed, ${replays.alreadyDone} already done, ${replays.sameAnswer} answered the same; ` +
        `audit log intact with ${audit.seals} seals over ${audit.entries} entries`,
    )
    expect(faults).toEqual([])
    expect(journal.total).toBeGreaterThan(cycles * 3)
  }, 7_200_000)

  it('finds a write that was confirmed before it was kept (planted fault)', async () => {
    let found: string[] = []
    for (let cycle = 0; cycle < 3 && found.length === 0; cycle += 1) {
      const writers = startWriters(house, journal, { early: true })
      await sleep(600)
      await house.kill('both')
      await writers.stop()
      await house.start()
      found = await judge(house, journal)
    }
    expect(found).not.toEqual([])
  }, 120_000)
})
