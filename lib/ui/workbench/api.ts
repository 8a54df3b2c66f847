import type { Language } from '@opensti/kernel'
import { findWish } from './open-wishes.ts'

/** The one error shape of the house, as the browser keeps it. */
export interface Refusal {
  status: number
  code: string
  text: { zh: string; en: string }
  remedy?: { zh: string; en: string }
  details?: { message: { zh: string; en: string }; place?: { field?: string; row?: number } }[]
  requestId?: string
}

export class ApiError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.text.en)
    this.name = 'ApiError'
    this.refusal = refusal
  }
}

const unreachable: Refusal = {
  status: 0,
  code: 'unreachable',
  text: { zh: '连不上服务器。', en: 'The server cannot be reached.' },
  remedy: {
    zh: '您填写的内容还在，请检查网络后再试。',
    en: 'What you entered is still here; check the network and try again.',
  },
}

/**
 * Asks the server. Answers are what the contract says; refusals are thrown as ApiError with advice to show. A write bears
 * a key: until it has been answered, asking for the same again is the same wish, and is done once.
 */
export async function api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const isForm = body instanceof FormData
  const wish = method === 'GET' ? undefined : findWish(method, path, body)
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(wish && { 'idempotency-key': wish.key }),
      ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    credentials: 'same-origin',
  }).catch(() => {
    throw new ApiError(unreachable)
  })
  // Behind a proxy, or when the database falls silent, nobody knows yet what became of it.
  if (response.status < 502) wish?.fulfil()
  if (response.status === 204) return undefined as Answer
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as Answer
  throw new ApiError(isRefusal(answer) ? answer : { ...unreachable, status: response.status })
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'text' in value
}

/** The advice in one language: what is wrong, where, what to do. */
export function adviceOf(error: unknown, language: Language): { title: string; lines: string[] } {
  const refusal = error instanceof ApiError ? error.refusal : unreachable
  const title = refusal.text[language]
  // A single detail often says what the title says already.
  const details = (refusal.details ?? [])
    .map((detail) => detail.message[language])
    .filter((message) => !title.includes(message))
  return { title, lines: [...details, ...(refusal.remedy ? [refusal.remedy[language]] : [])] }
}
