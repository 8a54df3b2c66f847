import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ParseAnswer, ParseRequest } from './parse-worker.ts'
import { isRefusalCode, Refusal } from './refusals.ts'

export interface ProcessLimits {
  /** Resident memory of the parsing process. */
  memoryMb: number
  milliseconds: number
}

const WORKER = fileURLToPath(new URL('./parse-worker.ts', import.meta.url))
const WATCH_EVERY = 40
const PAGE_BYTES = 4096

/**
 * Parses in a child process with limits on time, heap and resident memory. Address space is not limited: the runtime
 * itself reserves gigabytes of it. A child that goes beyond a limit is killed and the file refused.
 */
export async function parseInChild(request: ParseRequest, limits: ProcessLimits): Promise<string> {
  const child = fork(WORKER, [], {
    execArgv: [
      `--max-old-space-size=${Math.round(limits.memoryMb * 0.75)}`,
      '--permission',
      '--allow-fs-read=*',
      '--no-warnings',
    ],
    env: { NODE_ENV: 'production', TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const guard = watch(child, limits)
  try {
    const answer = await answerOf(child, request)
    if (answer.ok) return answer.text
    throw new Refusal(isRefusalCode(answer.code) ? answer.code : 'document_damaged')
  } finally {
    guard()
    child.kill('SIGKILL')
  }
}

function answerOf(child: ChildProcess, request: ParseRequest): Promise<ParseAnswer> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: ParseAnswer) => resolve(message))
    child.once('error', (error) => reject(new Refusal('document_too_hard', error)))
    // Killed by the guard, or out of heap.
    child.once('exit', () => reject(new Refusal('document_too_hard')))
    child.send(request, (error) => {
      if (error) reject(new Refusal('document_too_hard', error))
    })
  })
}

/** Kills a child that takes too long or grows too large; returns how to stop watching. */
function watch(child: ChildProcess, { memoryMb, milliseconds }: ProcessLimits): () => void {
  const deadline = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const memory = setInterval(async () => {
    const resident = await residentBytes(child.pid)
    if (resident > memoryMb * 1024 * 1024) child.kill('SIGKILL')
  }, WATCH_EVERY)
  return () => {
    clearTimeout(deadline)
    clearInterval(memory)
  }
}

/** Zero where the system does not tell (no /proc); the heap limit remains. */
async function residentBytes(pid: number | undefined): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
    return Number(resident) * PAGE_BYTES
  } catch {
    return 0
  }
}
