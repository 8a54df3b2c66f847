import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

export interface ChildLimits {
  /** Resident memory of the child process. */
  memoryMb: number
  milliseconds: number
}

/** The child took too long, grew too large or broke off. */
export class ChildStopped extends Error {
  /** It broke by itself, as native code may; another try can go well. */
  readonly isCrash: boolean

  constructor({ isCrash = false, cause }: { isCrash?: boolean; cause?: unknown } = {}) {
    super('The child process was stopped before it answered', { cause })
    this.isCrash = isCrash
  }
}

const WATCH_EVERY = 40
const PAGE_BYTES = 4096

/**
 * Sends one request to a worker file in a process of its own and gives its one answer. The child may read files and
 * nothing else: it cannot write, start other processes or, unless `addons` is asked for, load native code. Whoever no
 * longer wants the answer says so by `signal`, and the child ends.
 * @throws ChildStopped when it goes beyond a limit or ends without an answer
 */
export async function runInChild<Answer>(
  worker: URL,
  request: object,
  limits: ChildLimits,
  { addons = false, signal }: { addons?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<Answer> {
  const child = fork(fileURLToPath(worker), [], {
    execArgv: [
      `--max-old-space-size=${Math.round(limits.memoryMb * 0.75)}`,
      '--permission',
      '--allow-fs-read=*',
      ...(addons ? ['--allow-addons'] : []),
      '--no-warnings',
    ],
    env: { NODE_ENV: 'production', TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const stopWatching = watch(child, limits)
  try {
    return await answerOf<Answer>(child, request, signal)
  } finally {
    stopWatching()
    child.kill('SIGKILL')
  }
}

/**
 * In the worker: takes the one request and sends the answer. It then waits to be ended by the parent; a child that ends
 * by itself can be gone before its answer has been read.
 */
export function answerOnce<Request, Answer>(answer: (request: Request) => Promise<Answer> | Answer): void {
  process.once('message', async (request: Request) => {
    process.send?.(await answer(request))
  })
  process.once('disconnect', () => process.exit(0))
}

function answerOf<Answer>(child: ChildProcess, request: object, signal?: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new ChildStopped({ cause: signal?.reason }))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
    child.once('message', (message) => resolve(message as Answer))
    child.once('error', (error) => reject(new ChildStopped({ cause: error })))
    // Killed by the watch (SIGKILL), out of heap (SIGABRT), or broken.
    child.once('exit', (_, signal) =>
      reject(new ChildStopped({ isCrash: signal !== 'SIGKILL' && signal !== 'SIGABRT' })),
    )
    child.send(request, (error) => {
      if (error) reject(new ChildStopped({ cause: error }))
    })
  })
}

/** Kills a child that takes too long or grows too large; returns how to stop watching. */
function watch(child: ChildProcess, { memoryMb, milliseconds }: ChildLimits): () => void {
  const deadline = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  const memory = setInterval(async () => {
    if ((await residentBytes(child.pid)) > memoryMb * 1024 * 1024) child.kill('SIGKILL')
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
