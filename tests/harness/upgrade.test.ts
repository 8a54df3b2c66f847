import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@opensti/db'
import type { Contents } from '@opensti/db/backup'
import { freshDatabase } from '@opensti/testing'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../apps/server/config.ts'
import { loadContent } from '../../apps/server/load-content.ts'
import { endStates } from '../upgrade/end-states.ts'
import { isLong } from './long.ts'
import { Cutter, folders, pending, restoreEndState, sumUp } from './upgrade.ts'

/** Statements after which a migration is cut off: all of them, or the first, second, fourth … */
function* places(): Generator<number> {
  for (let after = 1; ; after = isLong ? after + 1 : after * 2) yield after
}

describe.each(endStates())('upgrade from $name', ({ file }) => {
  it('ends the same however often it is cut off on the way, and needs no repair', async () => {
    const [quiet, again, cutOff] = await Promise.all([file, file, file].map(restoreEndState))
    const cutter = new Cutter(cutOff!)
    const counts = { migrations: 0, cuts: 0, kills: 0 }
    try {
      for (const { ownerUrl } of [quiet!, again!]) await migrate(ownerUrl, folders)
      await cutter.prepare()
      for (let left = await pending(cutOff!.ownerUrl); left.length > 0; left = await pending(cutOff!.ownerUrl)) {
        const [next, ...later] = left
        counts.migrations += 1
        expect(await cutter.migrate({ file: next!, after: 'landing' }, later)).toBe('cut')
        expect(await pending(cutOff!.ownerUrl)).toEqual(left)
        counts.cuts += 1
        if (isLong || later.length === 0) {
          if ((await cutter.kill({ file: next!, after: 1 }, later)) === 'killed') counts.kills += 1
          expect(await pending(cutOff!.ownerUrl)).toEqual(left)
        }
        for (const after of places()) {
          await cutter.migrate({ file: next!, after }, later)
          if ((await pending(cutOff!.ownerUrl)).length < left.length) break
          counts.cuts += 1
        }
      }
      await cutter.clear()
      expect(await migrate(cutOff!.ownerUrl, folders)).toEqual([])
      const [one, two, disturbed] = await Promise.all([quiet!, again!, cutOff!].map((each) => sumUp(each.ownerUrl)))
      expect(comparable(disturbed!, one!, two!)).toEqual(comparable(one!, one!, two!))
      console.log(
        `upgrade: ${counts.migrations} migrations, cut off ${counts.cuts} times, killed ${counts.kills} times`,
      )
      expect(counts.cuts).toBeGreaterThan(counts.migrations)
    } finally {
      await Promise.all([quiet, again, cutOff].map((each) => each!.stop()))
    }
  }, 1_800_000)

  it('leads to the demonstration that a fresh start has', async () => {
    const [upgraded, fresh] = await Promise.all([restoreEndState(file), freshDatabase()])
    try {
      await migrate(upgraded.ownerUrl, folders)
      const config = readConfig({ OPENSTI_REGIONS: join(import.meta.dirname, '..', '..', 'regions') })
      for (const { db } of [upgraded, fresh]) await loadContent(config, db, () => undefined)
      const [after, wanted] = await Promise.all([upgraded, fresh].map((each) => sumUp(each.ownerUrl)))
      expect(rowsByTable(after!)).toEqual(rowsByTable(wanted!))
    } finally {
      await Promise.all([upgraded.stop(), fresh.stop()])
    }
  }, 300_000)
})

describe('the harness', () => {
  it('finds a migration that commits in its midst (planted fault)', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'opensti-torn-'))
    const torn = 'create table torn.one (); commit; begin; create table torn.two ()'
    writeFileSync(join(dir, '20270101000000-torn.sql'), torn)
    const database = await freshDatabase()
    const all = [...folders, { schema: 'torn', dir }]
    try {
      const cutter = new Cutter(database, all)
      await cutter.prepare()
      const [next] = await pending(database.ownerUrl, all)
      expect(await cutter.migrate({ file: next!, after: 'landing' }, [])).toBe('cut')
      await cutter.clear()
      await expect(migrate(database.ownerUrl, all)).rejects.toThrow('"one" already exists')
    } finally {
      await database.stop()
      rmSync(dir, { recursive: true })
    }
  }, 60_000)
})

/** Tables in which two undisturbed upgrades differ hold times or ids made on the way: of those the number of rows counts. */
function comparable({ tables, sequences }: Contents, one: Contents, two: Contents): object {
  const digests = (contents: Contents) => new Map(contents.tables.map((table) => [table.name, table.sha256]))
  const [first, second] = [digests(one), digests(two)]
  return {
    tables: tables.map(({ name, rows, sha256 }) =>
      first.get(name) === second.get(name) ? { name, rows, sha256 } : { name, rows },
    ),
    sequences,
  }
}

/** What tells of sign-ins, seals and loading is another's; the office's tables have to agree. */
function rowsByTable({ tables }: Contents): Record<string, number> {
  return Object.fromEntries(
    tables.filter(({ name }) => !name.startsWith('opensti.')).map(({ name, rows }) => [name, rows]),
  )
}
