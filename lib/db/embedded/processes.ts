import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/** Names one run of one process: numbers are given out again, start times are not. */
export interface ProcessIdentity {
  pid: number
  startedAt: string
}

const hasProc = existsSync('/proc/self/stat')

/** The process of that number if it is alive; one that has died and waits to be collected counts as gone. */
export function findProcess(pid: number): ProcessIdentity | undefined {
  if (hasProc) return findInProc(pid)
  if (process.platform === 'win32') return canSignal(pid) ? { pid, startedAt: '' } : undefined
  try {
    const [state = '', ...started] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return state === '' || state.startsWith('Z') ? undefined : { pid, startedAt: started.join(' ') }
  } catch {
    return undefined
  }
}

export function isRunning(identity: ProcessIdentity): boolean {
  return findProcess(identity.pid)?.startedAt === identity.startedAt
}

/**
 * Where process numbers mean the same thing: this boot of this machine and this container. Empty where the system
 * does not tell.
 */
export function processSpace(): string {
  if (!hasProc) return ''
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return ''
  }
}

/** PostgreSQL processes that work in a data folder (each makes it its current folder), the oldest first. */
export function findServerProcesses(clusterDir: string): ProcessIdentity[] {
  if (!hasProc) return findByPidFile(clusterDir)
  const found: ProcessIdentity[] = []
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    try {
      if (readlinkSync(`/proc/${entry}/cwd`) !== clusterDir) continue
      if (!basename(readlinkSync(`/proc/${entry}/exe`)).startsWith('postgres')) continue
    } catch {
      continue // gone meanwhile, or another user's
    }
    const identity = findProcess(Number(entry))
    if (identity) found.push(identity)
  }
  return found.sort((a, b) => Number(a.startedAt) - Number(b.startedAt) || a.pid - b.pid)
}

/** Sends a signal and does not mind when the process is gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function findInProc(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, startedAt: fields[19]! }
  } catch {
    return undefined
  }
}

function findByPidFile(clusterDir: string): ProcessIdentity[] {
  try {
    const pid = Number(readFileSync(`${clusterDir}/postmaster.pid`, 'utf8').split('\n')[0])
    const identity = findProcess(pid)
    if (!identity) return []
    if (process.platform === 'win32') return [identity]
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return command.includes('postgres') && command.includes(clusterDir) ? [identity] : []
  } catch {
    return []
  }
}

function canSignal(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
