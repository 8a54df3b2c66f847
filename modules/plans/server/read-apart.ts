import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { unprocessable } from '@opensti/kernel'
import type { Reading } from '../domain/reading/model.ts'

const WORKER = fileURLToPath(new URL('./read-worker.ts', import.meta.url))
const LIMITS = { heapMb: 512, milliseconds: 60_000 }

/**
 * Reads a text in a thread of its own, so that a long document keeps nobody else waiting.
 * @throws AppError (unprocessable) when it takes more than the time or memory allowed
 */
export function readApart(text: string, limits: Partial<typeof LIMITS> = {}): Promise<Reading> {
  const { heapMb, milliseconds } = { ...LIMITS, ...limits }
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: text, resourceLimits: { maxOldGenerationSizeMb: heapMb } })
    const deadline = setTimeout(() => worker.terminate(), milliseconds)
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : error),
    )
    worker.once('exit', () => {
      clearTimeout(deadline)
      // After an answer this changes nothing; without one the thread was stopped.
      reject(tooHard())
    })
  })
}

function tooHard() {
  return unprocessable(
    'document_too_hard',
    {
      zh: '读取这份文件用了太多时间或内存，已停止。',
      en: 'Reading this document took too much time or memory and was stopped.',
    },
    { remedy: { zh: '请按章拆成较小的文件，再分别读取。', en: 'Split it by chapters and read them one by one.' } },
  )
}
