import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BackupPlace, command, confirmedNow, cutShort, digestIn, judgeRestored } from './backup-cycles.ts'
import { begin, type Journal, startWriters } from './crash-journal.ts'
import { size } from './long.ts'
import { RunningHouse, send, signIn } from './running-house.ts'

const house = new RunningHouse()
const place = new BackupPlace()
const nightly = join(place.folder, 'nightly')
let journal: Journal
let good = ''
const poll = { timeout: 40_000, interval: 200 }

beforeAll(async () => {
  await place.prepare()
  process.env['OPENSTI_BACKUP_FOLDER'] = nightly
  process.env['OPENSTI_BACKUP_RECIPIENT'] = place.recipient
  await house.prepare()
  await house.start()
  journal = await begin(house)
}, 180_000)
afterAll(async () => {
  await house.stop()
  place.clear()
}, 60_000)

describe('backups under writes, and kill -9 on the way', () => {
  it('is made by the house itself when it is due, noted, and sound', async () => {
    await expect
      .poll(() => existsSync(nightly) && readdirSync(nightly).filter((name) => name.endsWith('.age')), poll)
      .toHaveLength(1)
    const cookie = await signIn(house, 'luo.hui')
    const standing = () => send(house, cookie, 'GET', '/api/operations/backups')
    await expect.poll(standing, poll).toMatchObject({ last: { scheduled: true }, failed: null, isTooOld: false })
    expect(await place.check(join(nightly, readdirSync(nightly)[0]!)).ended).toMatchObject({ code: 0 })
  }, 60_000)

  it('shows one moment that was, with everything that was confirmed before', async () => {
    const faults: string[] = []
    const seconds: number[] = []
    for (let cycle = 0; cycle < size(1, 20); cycle += 1) {
      const writers = startWriters(house, journal)
      await sleep(500 + ((cycle * 137) % 400))
      const confirmed = confirmedNow(journal)
      const began = performance.now()
      const file = place.fresh('.age')
      const said = await place.backUp(house, file).ended
      seconds.push((performance.now() - began) / 1000)
      await writers.stop()
      expect(said).toMatchObject({ code: 0 })
      const into = place.fresh()
      const restored = await place.restore(file, into).ended
      expect(restored).toMatchObject({ code: 0 })
      expect(digestIn(restored)).toBe(/digest ([0-9a-f]{64})/.exec(said.out)?.[1])
      faults.push(...(await judgeRestored(into, journal.readingId, confirmed)))
      const verdict = await command(into, ['audit', 'verify']).ended
      if (verdict.code !== 0) faults.push(`the audit log of cycle ${cycle + 1}: ${verdict.out}`)
      good = file
    }
    console.log(
      `backup cycles: ${seconds.length}, ${journal.total} confirmed writes, slowest backup ${Math.max(...seconds).toFixed(1)} s`,
    )
    expect(faults).toEqual([])
    expect(journal.total).toBeGreaterThan(0)
  }, 3_600_000)

  it('leaves no file under the name when killed while writing', async () => {
    let cut = 0
    for (let cycle = 0; cycle < size(2, 40); cycle += 1) {
      const file = place.fresh('.age')
      const said = await cutShort(place.backUp(house, file), 500 + ((cycle * 173) % 900))
      if (said.code === null) cut += 1
      // What stands there under its name is whole.
      if (existsSync(file)) expect(await place.check(file).ended).toMatchObject({ code: 0 })
    }
    expect(cut).toBeGreaterThan(0)
  }, 3_600_000)

  it('restores again, to the same digest, after being killed while restoring', async () => {
    const wanted = digestIn(await place.check(good).ended)
    const outcomes = { cut: 0, begunAnew: 0, complete: 0 }
    for (let cycle = 0; cycle < size(1, 40); cycle += 1) {
      const into = place.fresh()
      const said = await cutShort(place.restore(good, into), 2500 + ((cycle * 1117) % 6000))
      if (said.code === null) outcomes.cut += 1
      const found = digestIn(await command(into, ['digest']).ended)
      // All of it or nothing; and files only together with it.
      if (found === wanted) outcomes.complete += 1
      else {
        expect(readdirSync(into).filter((name) => name === 'audit' || name === 'link-secret')).toEqual([])
        outcomes.begunAnew += 1
        const again = await place.restore(good, into).ended
        expect(again).toMatchObject({ code: 0 })
      }
      expect(digestIn(await command(into, ['digest']).ended)).toBe(wanted)
      expect(existsSync(`${into}/audit/audit-key.pem`)).toBe(true)
    }
    console.log(`killed restores: ${outcomes.cut} cut, ${outcomes.begunAnew} begun anew, ${outcomes.complete} complete`)
    expect(outcomes.cut).toBeGreaterThan(0)
  }, 3_600_000)

  it('finds a backup that is not the confirmed state (planted fault)', async () => {
    const later = new Map([...confirmedNow(journal)].map(([id, version]) => [id, version + 1000]))
    const into = place.fresh()
    expect(await place.restore(good, into).ended).toMatchObject({ code: 0 })
    expect(await judgeRestored(into, journal.readingId, later)).not.toEqual([])
    const bytes = readFileSync(good)
    bytes[bytes.length >> 1]! ^= 1
    const bad = place.fresh('.age')
    writeFileSync(bad, bytes)
    expect(await place.check(bad).ended).toMatchObject({ code: 2 })
  }, 300_000)
})
