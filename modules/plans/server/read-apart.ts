import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { unprocessable } from '@opensti/kernel'
import type { KnownIndicator } from '../domain/matching/match-indicator.ts'
import type { KnownUnit } from '../domain/matching/propose.ts'
import type { publicDamage } from '../domain/matching/public-damage.ts'
import type { Check, Damage, DocumentInfo } from '../domain/reading/model.ts'

const WORKER = fileURLToPath(new URL('./read-worker.ts', import.meta.url))

/** What one reading may take. Documents that were tried: 10 MB of ordinary text, and 200,000 figures in one. */
export const readingLimits = { heapMb: 256, milliseconds: 120_000, characters: 12_000_000, numbers: 600_000 }

/** A text, and what its region knows already. */
export interface ToRead {
  text: string
  indicators: readonly KnownIndicator[]
  units: readonly KnownUnit[]
}

/** What is said of a document as a whole; of checks and signs of damage the first ones, contradictions before others. */
export interface Outline {
  document: DocumentInfo
  counts: { figures: number; tasks: number; checks: number; contradictions: number; damage: number }
  checks: Check[]
  damage: Damage[]
  /** All damage by kind, as everybody may know it. */
  publicDamage: ReturnType<typeof publicDamage>
  /** Words of this copy that must not stand in a public name. */
  damagedWords: string[]
}

/** Rows for one table, as the text of a JSON array. */
export interface Batch {
  table: 'candidate' | 'reading_piece'
  rows: string
}

export interface ReadApart {
  outline: Outline
  /** Everything found, to be taken once. Nothing is made before it is asked for. */
  batches(): AsyncGenerator<Batch>
  /** To be called when done, whatever happened. */
  stop(): void
}

/**
 * Reads a text in a thread of its own and matches what it finds, so that a long document keeps nobody else waiting.
 * @throws AppError (unprocessable) when it has too many numbers, or takes more than the time or memory allowed
 */
export async function readApart(toRead: ToRead, limits: Partial<typeof readingLimits> = {}): Promise<ReadApart> {
  const { heapMb, milliseconds, numbers } = { ...readingLimits, ...limits }
  const worker = new Worker(WORKER, {
    workerData: { ...toRead, numbers },
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 32 },
  })
  const deadline = setTimeout(() => worker.terminate(), milliseconds)
  const stop = () => {
    clearTimeout(deadline)
    void worker.terminate()
  }
  // A thread that ended between two questions answers no more; whoever asks then has to be told too.
  let ended: unknown
  let answer: ((message: unknown) => void) | undefined
  let fail: ((reason: unknown) => void) | undefined
  worker.on('message', (message) => answer?.(message))
  worker.once('error', (error: NodeJS.ErrnoException) => {
    ended ??= error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : error
    fail?.(ended)
  })
  worker.once('exit', () => {
    ended ??= tooHard()
    fail?.(ended)
  })
  const next = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      if (ended) return reject(ended)
      answer = (message) => resolve(message as Message)
      fail = reject
    })
  try {
    const outline = await next<Outline | 'crowded'>()
    if (outline === 'crowded') throw tooCrowded(numbers)
    return {
      outline,
      stop,
      async *batches() {
        for (;;) {
          const coming = next<Batch | null>()
          worker.postMessage('next')
          const batch = await coming
          if (batch === null) return
          yield batch
        }
      },
    }
  } catch (error) {
    stop()
    throw error
  }
}

function tooCrowded(most: number) {
  return unprocessable(
    'too_many_numbers',
    {
      zh: `这份文件里的数字超过 ${most / 10_000} 万处，一次读不完。`,
      en: `There are more than ${most.toLocaleString('en')} numbers in this document, too many to read at once.`,
    },
    { remedy: splitIt },
  )
}

const splitIt = { zh: '请按章拆成较小的文件，再分别读取。', en: 'Split it by chapters and read them one by one.' }

function tooHard() {
  return unprocessable(
    'document_too_hard',
    {
      zh: '读取这份文件用了太多时间或内存，已停止。',
      en: 'Reading this document took too much time or memory and was stopped.',
    },
    { remedy: splitIt },
  )
}
