import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, openDatabase } from '@opensti/db'
import { brokenInvariants } from './crash-cycles.ts'
import type { Journal } from './crash-journal.ts'
import type { RunningHouse } from './running-house.ts'

const commandLine = join(import.meta.dirname, '..', '..', 'apps', 'cli', 'main.ts')

/** What a command said, and with which code it ended; null when it was killed. */
export interface Said {
  code: number | null
  out: string
  errors: string
}

/** A folder for backups, keys and the installations that they are restored into. */
export class BackupPlace {
  readonly folder = mkdtempSync(join(tmpdir(), 'opensti-backups-'))
  readonly identity = join(this.folder, 'key')
  recipient = ''
  #made = 0

  async prepare(): Promise<void> {
    const { out } = await command(this.folder, ['backup', 'new-key', this.identity]).ended
    this.recipient = out.trim()
  }

  /** A path that nothing is at. */
  fresh(ending = ''): string {
    this.#made += 1
    return join(this.folder, `${this.#made}${ending}`)
  }

  backUp(house: RunningHouse, file: string) {
    return command(house.dataDir, ['backup', 'write', file, '--recipient', this.recipient])
  }

  restore(file: string, into: string) {
    return command(into, ['restore', file, '--identity', this.identity])
  }

  check(file: string) {
    return command(this.folder, ['backup', 'check', file, '--identity', this.identity])
  }

  clear(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** A command of OpenSTI as a process of its own, on this data folder. */
export function command(dataDir: string, args: readonly string[]): { child: ChildProcess; ended: Promise<Said> } {
  const child = spawn(process.execPath, [commandLine, ...args], {
    env: { ...process.env, OPENSTI_DATA: dataDir, DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', errors: '' }
  child.stdout.on('data', (chunk) => (said.out += chunk))
  child.stderr.on('data', (chunk) => (said.errors += chunk))
  const ended = new Promise<Said>((resolve) => child.once('close', (code) => resolve({ code, ...said })))
  return { child, ended }
}

/** Runs a command and takes the power away after so many milliseconds, unless it is done before. */
export async function cutShort({ child, ended }: ReturnType<typeof command>, milliseconds: number): Promise<Said> {
  await Promise.race([sleep(milliseconds), ended])
  child.kill('SIGKILL')
  return ended
}

export function digestIn({ out }: Said): string {
  return /[0-9a-f]{64}/.exec(out)?.[0] ?? ''
}

/** Versions of all candidates of the journal's paper, as they were confirmed until now. */
export function confirmedNow(journal: Journal): Map<string, number> {
  return new Map([...journal.acknowledged].map(([id, { version }]) => [id, version]))
}

/**
 * What is wrong with a restored installation: sentences that hold after every commit and do not hold here, and what was
 * confirmed before the backup began and is not in it.
 */
export async function judgeRestored(
  dataDir: string,
  readingId: string,
  confirmed: ReadonlyMap<string, number>,
): Promise<string[]> {
  const opened = await openDatabase({ dataDir })
  const db = connect({ url: opened.appUrl, max: 2, applicationName: 'backup harness' })
  try {
    const faults = await brokenInvariants(db)
    const rows = await db
      .selectFrom('plans.candidate')
      .select(['id', 'version'])
      .where('reading_id', '=', readingId)
      .execute()
    const found = new Map(rows.map((row) => [row.id, row.version]))
    for (const [id, version] of confirmed) {
      const there = found.get(id) ?? -1
      if (there < version) faults.push(`candidate ${id}: ${version} was confirmed before the backup, ${there} is in it`)
    }
    return faults
  } finally {
    await db.destroy()
    await opened.stop()
  }
}
