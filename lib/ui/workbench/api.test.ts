import { afterEach, expect, test, vi } from 'vitest'
import { api } from './api.ts'
import { findWish } from './open-wishes.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that gives these answers in turn; null is a cut line. Returns the keys it was sent. */
function serverThatAnswers(...statuses: (number | null)[]) {
  const keys: (string | undefined)[] = []
  vi.stubGlobal('fetch', async (_path: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers['idempotency-key'])
    const status = statuses[keys.length - 1]
    if (!status) throw new TypeError('Failed to fetch')
    return new Response(status === 204 ? null : '{}', { status })
  })
  return keys
}

const give = (role = 'planner') => api('POST', '/api/grants', { role }).catch(() => undefined)

test('two clicks are one wish, and so is trying again after a lost or uncertain answer', async () => {
  const keys = serverThatAnswers(null, null, 502, 503, 200, 200)
  await Promise.all([give(), give()])
  for (let click = 0; click < 3; click += 1) await give()
  expect(new Set(keys)).toEqual(new Set([expect.stringMatching(/^[0-9a-f-]{36}$/)]))
  await give()
  expect(keys[5]).not.toBe(keys[4])
})

test('a refusal ends the wish, other words are another, and looking needs no key', async () => {
  const keys = serverThatAnswers(409, 204, 204, 200)
  await give()
  await give()
  await give('checker')
  await api('GET', '/api/grants')
  expect(new Set(keys.slice(0, 3)).size).toBe(3)
  expect(keys[3]).toBeUndefined()
})

test('after five minutes the same words are a new wish; files differ by name, size or time', () => {
  const { key } = findWish('POST', '/late', null, 0)
  expect(findWish('POST', '/late', null, 299_999).key).toBe(key)
  expect(findWish('POST', '/late', null, 300_000).key).not.toBe(key)
  const upload = (text: string) => {
    const form = new FormData()
    form.set('file', new File([text], 'paper.txt', { lastModified: 1 }))
    return findWish('POST', '/upload', form, 0).key
  }
  expect(upload('same')).toBe(upload('same'))
  expect(upload('same')).not.toBe(upload('other one'))
})
