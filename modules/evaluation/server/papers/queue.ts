import { AppError } from '@opensti/kernel'

/** How many papers are made at once, and how many may wait. Each has a process of its own, so others are not held up. */
const atOnce = 2
const mayWait = 24

let running = 0
const waiting: (() => void)[] = []

/**
 * Has papers made a few at a time, in the order of asking.
 * @throws `papers_busy` (503) when too many wait already
 */
export async function oneByOne<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) throw busy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function busy() {
  return new AppError(
    'unavailable',
    'papers_busy',
    { zh: '正在生成的文件太多。', en: 'Too many papers are being made.' },
    { remedy: { zh: '请过一分钟再试。', en: 'Try again in a minute.' }, retryAfterSeconds: 60 },
  )
}
