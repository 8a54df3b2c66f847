import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Running {
  /** The first address it printed. */
  url: string
  /** From the command to that address, in milliseconds. */
  milliseconds: number
  stop(): Promise<void>
}

/** Starts a command in a group of its own and waits until it prints an address. */
export async function startServer(
  command: readonly string[],
  options: { cwd: string; env?: Record<string, string>; timeoutMs?: number },
): Promise<Running> {
  const [file, ...args] = command
  const began = performance.now()
  const child = spawn(file!, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Its output closes when the last of the group has ended; npm itself ends before the server does.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await firstAddress(child, options.timeoutMs ?? 180_000).catch((error: unknown) => {
    stopGroup(child, 'SIGKILL')
    throw error
  })
  return {
    url,
    milliseconds: performance.now() - began,
    stop: async () => {
      stopGroup(child, 'SIGTERM')
      await closed
    },
  }
}

function firstAddress(child: ChildProcess, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No address after ${timeoutMs / 1000} s.`)), timeoutMs)
    child.once('exit', (code) => reject(new Error(`It ended with code ${code} before it printed an address.`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const address = /https?:\/\/[^\s/]+/.exec(line)?.[0]
      if (!address) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

function stopGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Waits until the address answers 200 and returns how long that took, in milliseconds. */
export async function untilItAnswers(url: string): Promise<number> {
  const began = performance.now()
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return performance.now() - began
    if (performance.now() - began > 60_000) throw new Error(`${url} does not answer with 200.`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
