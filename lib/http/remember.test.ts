import type { Database } from '@opensti/db'
import { type Actor, actorId, fixedClock, Policy, visitor } from '@opensti/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createMemory } from './remember.ts'
import { defineRoute } from './route.ts'
import { createServer, type Server } from './server.ts'

describe('an answer with a state', () => {
  let server: Server
  let made = 0
  let state = 'first'
  const reader = (personId: string): Actor => ({
    kind: 'person',
    personId,
    sessionId: 's',
    name: '',
    grants: [{ role: 'reader', regionId: 'r', unitId: null }],
  })
  let actor = reader('ann')

  beforeAll(async () => {
    const policy = new Policy([{ action: 'test.thing.read', who: ['reader'], relation: 'everywhere' }])
    const shared = { method: 'GET', action: 'test.thing.read', summary: { zh: '', en: '' } } as const
    server = await createServer({
      db: {} as Database,
      clock: fixedClock('2026-11-22'),
      policy,
      version: '0',
      logLevel: 'silent',
      authenticate: async () => actor,
      routes: [
        defineRoute({
          ...shared,
          url: '/api/thing',
          query: z.object({ of: z.string().default('all') }),
          answer: z.object({ made: z.number(), of: z.string() }),
          state: async ({ actor }) => `${state} ${actorId(actor)}`,
          handle: async ({ query }) => {
            made += 1
            return { made, of: query.of, secret: 'not in the shape' }
          },
        }),
      ],
    })
  })
  afterAll(() => server.close())

  const ask = (url = '/api/thing', headers = {}) => server.inject({ url, headers })

  it('is made once, in its shape, and once more when the state is another', async () => {
    expect((await ask()).json()).toEqual({ made: 1, of: 'all' })
    expect((await ask()).json()).toEqual({ made: 1, of: 'all' })
    state = 'second'
    const changed = await ask()
    expect(changed.json()).toEqual({ made: 2, of: 'all' })
    expect(changed.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('is made for each address and each reader', async () => {
    expect((await ask('/api/thing?of=one')).json()).toEqual({ made: 3, of: 'one' })
    actor = reader('bob')
    expect((await ask()).json().made).toBe(4)
    actor = reader('ann')
    expect((await ask()).json().made).toBe(2)
  })

  it('is not sent again to one who has it, and not at all to one who may no longer', async () => {
    const { etag } = (await ask()).headers
    const again = await ask('/api/thing', { 'if-none-match': etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    actor = visitor
    expect((await ask('/api/thing', { 'if-none-match': etag })).statusCode).toBe(401)
  })
})

describe('the memory', () => {
  it('lets the oldest go when it is full', () => {
    const memory = createMemory(5000)
    const answer = { status: 200, body: 'x'.repeat(1000), contentType: 'text/plain' }
    for (const url of ['/a', '/b', '/c']) memory.keep(url, 's', answer)
    expect(['/a', '/b', '/c'].map((url) => memory.find(url, 's') !== undefined)).toEqual([false, true, true])
  })

  it('knows nothing of another state', () => {
    const memory = createMemory()
    memory.keep('/a', 'one', { status: 200, body: 'old', contentType: 'text/plain' })
    expect(memory.find('/a', 'two')).toBeUndefined()
  })
})
