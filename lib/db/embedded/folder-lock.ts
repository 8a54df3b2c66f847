import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type AppError, conflict } from '@opensti/kernel'
import { findProcess, isRunning, processSpace } from './processes.ts'

interface Holder {
  pid: number
  startedAt: string
  space: string
  since: string
  released?: boolean
}

export interface FolderLock {
  release(): void
}

const heartbeatMs = 2000

/**
 * Takes a folder for this process alone, or throws saying who has it.
 *
 * Lock files are numbered and only the highest counts. A free one (given back, or its holder dead) is never removed
 * to be made anew, which two could do at once; a successor is linked beside it under the next number, which only one
 * can. Holders in another container cannot be looked up, so they are recognised by their heartbeat on the file.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const me: Holder = {
    pid: process.pid,
    startedAt: findProcess(process.pid)?.startedAt ?? '',
    space: processSpace(),
    since: new Date().toISOString(),
  }
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const highest = highestNumber(folder)
    if (highest > 0) {
      const holder = readHolder(folder, highest)
      if (holder === undefined) continue // replaced while we looked
      if (await isHeld(folder, highest, holder, me.space)) throw inUse(folder, holder)
    }
    const mine = lockPath(folder, highest + 1)
    if (!createWith(mine, me)) continue
    if (highestNumber(folder) > highest + 1) {
      rmSync(mine, { force: true })
      continue
    }
    removeLower(folder, highest + 1)
    return hold(mine, me)
  }
  throw new Error(`Many processes are trying to open ${folder} at once. Start only one.`)
}

/** The number of the process that has a folder now, if one has. */
export async function findHolder(folder: string): Promise<number | undefined> {
  if (!existsSync(folder)) return undefined
  const highest = highestNumber(folder)
  const holder = highest > 0 ? readHolder(folder, highest) : undefined
  return holder && (await isHeld(folder, highest, holder, processSpace())) ? holder.pid : undefined
}

function hold(path: string, me: Holder): FolderLock {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // The folder was deleted under us (tests do); there is nothing left to guard.
    }
  }, heartbeatMs)
  heartbeat.unref()
  return {
    release: () => {
      clearInterval(heartbeat)
      try {
        const temporary = `${path}.${process.pid}`
        writeFileSync(temporary, JSON.stringify({ ...me, released: true }))
        renameSync(temporary, path)
      } catch {
        // As above.
      }
    },
  }
}

async function isHeld(folder: string, number: number, holder: Holder, space: string): Promise<boolean> {
  if (holder.released) return false
  if (holder.space === space) return isRunning(holder)
  const before = modifiedAt(folder, number)
  await sleep(heartbeatMs * 3)
  return modifiedAt(folder, number) !== before
}

function createWith(path: string, holder: Holder): boolean {
  const temporary = `${path}.${process.pid}`
  writeFileSync(temporary, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(temporary, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function highestNumber(folder: string): number {
  const numbers = readdirSync(folder).map((name) => Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

function removeLower(folder: string, number: number): void {
  for (const name of readdirSync(folder)) {
    const found = Number(/^lock\.(\d+)$/.exec(name)?.[1] ?? number)
    if (found < number) rmSync(join(folder, name), { force: true })
  }
}

function readHolder(folder: string, number: number): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lockPath(folder, number), 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function modifiedAt(folder: string, number: number): number {
  try {
    return statSync(lockPath(folder, number)).mtimeMs
  } catch {
    return 0
  }
}

function lockPath(folder: string, number: number): string {
  return join(folder, `lock.${number}`)
}

function inUse(folder: string, { pid, since }: Holder): AppError {
  return conflict(
    'already_running',
    {
      zh: `OpenSTI 已经在这个数据目录上运行：${folder}（进程 ${pid}，自 ${since}）。`,
      en: `OpenSTI is already running on ${folder} (process ${pid}, since ${since}).`,
    },
    {
      remedy: {
        zh: '请先停止那一个，或用 OPENSTI_DATA=/目录 给这一个另设数据目录。',
        en: 'Stop that one first, or give this one a folder of its own with OPENSTI_DATA=/path/to/folder.',
      },
    },
  )
}
