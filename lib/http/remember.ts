import { createHash } from 'node:crypto'

/** An answer as it went out, kept for those who ask the same while nothing has changed. */
export interface KeptAnswer {
  status: number
  body: string | Buffer
  contentType: string
  headers: Record<string, string>
}

export interface Memory {
  find(url: string, state: string): KeptAnswer | undefined
  keep(
    url: string,
    state: string,
    answer: Omit<KeptAnswer, 'headers'> & { headers?: Record<string, string> },
  ): KeptAnswer
}

const megabyte = 1024 * 1024

/**
 * Keeps answers by address and state, at most so many bytes; the oldest go first. Answers of a state that has passed are
 * never asked for again and grow old. Each gets an ETag of its content.
 */
export function createMemory(bytesMax = 64 * megabyte): Memory {
  const answers = new Map<string, KeptAnswer>()
  let bytes = 0
  return {
    find: (url, state) => answers.get(keyOf(url, state)),
    keep: (url, state, { status, body, contentType, headers }) => {
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      const answer = { status, body, contentType, headers: { ...headers, etag } }
      const key = keyOf(url, state)
      bytes += sizeOf(answer) - sizeOf(answers.get(key))
      answers.delete(key)
      answers.set(key, answer)
      for (const [oldest, kept] of answers) {
        if (bytes <= bytesMax) break
        answers.delete(oldest)
        bytes -= sizeOf(kept)
      }
      return answer
    },
  }
}

function keyOf(url: string, state: string): string {
  return `${state}\n${url}`
}

/** What an answer weighs in memory, keys and headers guessed at. */
function sizeOf(answer: KeptAnswer | undefined): number {
  return answer === undefined ? 0 : answer.body.length + 1000
}
