import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findServerProcesses, signal } from './processes.ts'

/** What is tried, one after the other, and how long each is given. Fast shutdown first: it loses no time to recovery. */
const measures = [
  { name: 'SIGINT', waitMs: 8000 },
  { name: 'SIGQUIT', waitMs: 2000 },
  { name: 'SIGKILL', waitMs: 2000 },
] as const

/**
 * Stops a server that outlived the process that started it (`kill -9`, power cut of the terminal). Call it only while
 * holding the folder's lock. Found by the folder it works in, not by a process number that may be another's by now.
 *
 * @returns how many processes were found.
 */
export async function stopOrphan(clusterDir: string): Promise<number> {
  const found = findServerProcesses(clusterDir).length
  for (const { name, waitMs } of found > 0 ? measures : []) {
    const [postmaster, ...rest] = findServerProcesses(clusterDir)
    if (!postmaster) break
    signal(postmaster.pid, name)
    if (name === 'SIGKILL') for (const { pid } of rest) signal(pid, name)
    const deadline = performance.now() + waitMs
    while (performance.now() < deadline && findServerProcesses(clusterDir).length > 0) await sleep(10)
  }
  const left = findServerProcesses(clusterDir)
  if (left.length > 0) {
    throw new Error(
      `PostgreSQL from an earlier run still works in ${clusterDir} (process ${left.map(({ pid }) => pid).join(', ')}) and cannot be stopped. ` +
        'End it by hand, then start again.',
    )
  }
  if (existsSync('/proc/self/stat')) removeNotes(clusterDir)
  return found
}

/**
 * A postmaster that was killed but not yet collected by its parent still answers to its number, and PostgreSQL would
 * refuse to start for as long as that lasts. Nobody works in the folder any more, so the notes it left can go.
 */
function removeNotes(clusterDir: string): void {
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true })
  rmSync(join(dirname(clusterDir), 'socket'), { recursive: true, force: true })
}
