import { AppError } from '@opensti/kernel'
import { ChildStopped, runInChild } from '../child/run-in-child.ts'
import type { MadeFiles, PaperAnswer, PdfRequest, PngRequest } from './paper-worker.ts'

export interface PaperLimits {
  memoryMb: number
  milliseconds: number
}

const PAPER_LIMITS: PaperLimits = { memoryMb: 1024, milliseconds: 30_000 }
const WORKER = new URL('./paper-worker.ts', import.meta.url)

/**
 * Has the child process make files.
 * @throws AppError (unavailable) paper_too_long when it takes too much time or memory
 */
export async function askPaperWorker(
  request: PdfRequest | PngRequest,
  limits: Partial<PaperLimits> = {},
): Promise<MadeFiles> {
  try {
    const answer = await ask(request, { ...PAPER_LIMITS, ...limits })
    if (answer.kind === 'failed') throw new Error(`the paper was not made: ${answer.reason}`)
    return answer
  } catch (error) {
    if (!(error instanceof ChildStopped)) throw error
    throw new AppError(
      'unavailable',
      'paper_too_long',
      {
        zh: '生成文件用了太多时间或内存，已停止。',
        en: 'Making the paper took too much time or memory and was stopped.',
      },
      {
        remedy: {
          zh: '请稍后再试；如篇幅很长，请拆成正文和附件分别生成。',
          en: 'Try again later; if it is very long, make body and attachments apart.',
        },
        cause: error,
      },
    )
  }
}

/** Native code was seen to break once in a hundred papers under load; one more try is made. */
async function ask(request: PdfRequest | PngRequest, limits: PaperLimits): Promise<PaperAnswer> {
  const run = () => runInChild<PaperAnswer>(WORKER, request, limits, { addons: true })
  try {
    return await run()
  } catch (error) {
    if (error instanceof ChildStopped && error.isCrash) return run()
    throw error
  }
}
