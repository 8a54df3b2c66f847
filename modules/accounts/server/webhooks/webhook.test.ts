import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deliverOutbox, transaction } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NoticeKind } from '../../domain/notice-kind.ts'
import { accountsServer, cookieOf, loadHilltop, loadLakeside, personIdOf, testLinkSecret } from '../../testing/index.ts'
import { notify, settleNotices } from '../notices/notify.ts'
import { postMessage } from './post-message.ts'
import { webhookSenders } from './webhook-senders.ts'

const { db, owner } = await testDatabase()
const noticeKinds: NoticeKind[] = ['trial.tea-ready', 'trial.coffee-ready'].map((kind) => ({
  kind,
  name: { zh: '茶好了', en: 'Tea is ready' },
  text: { zh: '{{cup}}的茶好了。', en: 'Tea in the {{cup}} cup is ready.' },
  byMail: false,
}))
const house = await accountsServer(db, { noticeKinds, webhookHosts: ['127.0.0.1'] })
const place = '/api/operations/webhooks/lakeside'
const ask = async (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object, who = 'luo.hui') =>
  house.inject({ method, url, payload, headers: await cookieOf(db, who) })

/** A gateway as a city runs it: it checks signature and time, and drops what it has seen. */
interface Gateway {
  url: string
  server: Server
  taken: { id: string; body: Record<string, unknown> }[]
  refused: string[]
  answer: (request: IncomingMessage, response: ServerResponse) => void
}
let gateway: Gateway
let secret = ''
const seen = new Set<string>()

/** As docs/guides/webhooks.md tells a receiver to do it. */
function isGenuine(headers: IncomingMessage['headers'], body: string, key: string, now = Date.now()): boolean {
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name])
  if (Math.abs(now / 1000 - Number(time)) > 300) return false
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', bytes).update(`${id}.${time}.${body}`).digest()
  return String(signatures)
    .split(' ')
    .map((one) => Buffer.from(one.replace('v1,', ''), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}

async function openGateway(): Promise<Gateway> {
  const opened: Gateway = {
    url: '',
    taken: [],
    refused: [],
    answer: (_, response) => void response.writeHead(204).end(),
    server: createServer((request, response) => {
      let body = ''
      request.on('data', (piece: Buffer) => {
        body += piece.toString()
      })
      request.on('end', () => {
        const id = String(request.headers['webhook-id'])
        if (!isGenuine(request.headers, body, secret)) {
          opened.refused.push(id)
          return void response.writeHead(401).end()
        }
        if (!seen.has(id)) opened.taken.push({ id, body: JSON.parse(body) as Record<string, unknown> })
        seen.add(id)
        opened.answer(request, response)
      })
    }),
  }
  await new Promise<void>((done) => opened.server.listen(0, '127.0.0.1', done))
  opened.url = `http://127.0.0.1:${(opened.server.address() as AddressInfo).port}/sms?key=of-the-gateway`
  return opened
}

const means = {
  publicUrl: () => 'http://lakeside.test',
  noticeKinds,
  linkSecret: testLinkSecret,
  webhookHosts: ['127.0.0.1'],
}
const deliver = (wanted = means) => deliverOutbox(db, webhookSenders(db, wanted, { answer: 0.4 }))
const due = () => sql`update opensti.outbox set next_attempt_at = now()`.execute(owner)
const tell = (to: string[], key: string, kind = 'trial.tea-ready') =>
  transaction(db, 'trial.tell', (tx) => notify(tx, { to, kind, params: { cup: '蓝' }, link: '/reporting', key }))
const outcomes = async () =>
  (await db.selectFrom('accounts.webhook_try').select('outcome').orderBy('id').execute()).map((row) => row.outcome)
let chen = ''

beforeAll(async () => {
  await loadLakeside(db)
  await loadHilltop(db)
  chen = await personIdOf(db, 'chen.mei')
})
beforeEach(async () => {
  for (const table of ['notice', 'webhook', 'webhook_try'])
    await sql`delete from ${sql.table(`accounts.${table}`)}`.execute(owner)
  await sql`truncate opensti.outbox`.execute(owner)
  seen.clear()
  gateway = await openGateway()
  const wanted = { address: gateway.url, enabled: true, kinds: ['trial.tea-ready'] }
  expect((await ask('PUT', place, wanted)).statusCode).toBe(204)
  secret = (await ask('POST', `${place}/secret`, { renew: false })).json().secret
})
afterEach(async () => {
  gateway.server.closeAllConnections()
  await new Promise((done) => gateway.server.close(done))
})

describe('the webhook of a region', () => {
  it('gets a notice of a kind it asked for, signed, with the person to reach and no number of hers', async () => {
    await tell([chen], 'tea')
    await tell([chen], 'coffee', 'trial.coffee-ready')
    expect(await deliver()).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    expect(gateway.refused).toEqual([])
    expect(gateway.taken.map(({ body }) => body)).toEqual([
      {
        type: 'trial.tea-ready',
        region: 'lakeside',
        at: expect.any(String),
        recipient: { signInName: 'chen.mei', name: '陈梅', unit: 'lakeside/lakeside-science' },
        text: { zh: '蓝的茶好了。', en: 'Tea in the 蓝 cup is ready.' },
        link: 'http://lakeside.test/workbench/reporting',
      },
    ])
  })

  it('comes again with the same id when its answer was lost, so that the other side drops the repeat', async () => {
    await tell([chen], 'tea')
    gateway.answer = (request) => void request.socket.destroy()
    expect(await deliver()).toMatchObject({ failed: 1 })
    gateway.answer = (_, response) => void response.writeHead(200).end('ok')
    await due()
    expect(await deliver()).toMatchObject({ sent: 1 })
    expect(gateway.taken).toHaveLength(1)
    expect(await outcomes()).toEqual(['unreachable', 'taken'])
  })

  it('is refused by the other side when body, time, id or key is another', async () => {
    let caught: { headers: IncomingMessage['headers']; at: number } | undefined
    gateway.answer = (request, response) => {
      caught = { headers: request.headers, at: Date.now() }
      response.writeHead(204).end()
    }
    await tell([chen], 'tea')
    await deliver()
    const { headers, at } = caught!
    const body = JSON.stringify(gateway.taken[0]?.body)
    expect(isGenuine(headers, body, secret, at)).toBe(true)
    expect(isGenuine(headers, body.replace('蓝', '红'), secret, at)).toBe(false)
    expect(isGenuine({ ...headers, 'webhook-id': 'msg_0' }, body, secret, at)).toBe(false)
    const later = String(Number(headers['webhook-timestamp']) + 60)
    expect(isGenuine({ ...headers, 'webhook-timestamp': later }, body, secret, at)).toBe(false)
    expect(isGenuine(headers, body, `whsec_${Buffer.alloc(32).toString('base64')}`, at)).toBe(false)
    // Recorded and sent again after the window of five minutes.
    expect(isGenuine(headers, body, secret, at + 301_000)).toBe(false)
  })

  it('is not led elsewhere: a redirect is a failure', async () => {
    const other = await openGateway()
    gateway.answer = (_, response) => void response.writeHead(307, { location: other.url }).end()
    await tell([chen], 'tea')
    expect(await deliver()).toMatchObject({ failed: 1 })
    expect([await outcomes(), other.taken, other.refused]).toEqual([['redirected'], [], []])
    other.server.close()
  })

  it('does not wait long for a slow server, and tries again with growing waits', async () => {
    gateway.answer = () => undefined
    await tell([chen], 'tea')
    const waits: number[] = []
    for (let time = 0; time < 3; time += 1) {
      await due()
      expect(await deliver()).toMatchObject({ failed: 1 })
      const { rows } = await sql<{ wait: number; last_error: string }>`
        select extract(epoch from next_attempt_at - clock_timestamp())::float as wait, last_error from opensti.outbox`.execute(
        owner,
      )
      waits.push(Math.round(rows[0]!.wait))
      expect(rows[0]?.last_error).toBe('Webhook timed-out')
    }
    expect(waits).toEqual([2, 4, 8])
    expect(await outcomes()).toEqual(['timed-out', 'timed-out', 'timed-out'])
  })

  it('says nothing of what was settled meanwhile', async () => {
    await tell([chen], 'tea')
    await transaction(db, 'trial.settle', (tx) => settleNotices(tx, ['tea']))
    await deliver()
    expect([gateway.taken, await outcomes()]).toEqual([[], []])
  })

  it('does not go into one’s own network unless the operator lists the host', async () => {
    await tell([chen], 'tea')
    expect(await deliver({ ...means, webhookHosts: [] })).toMatchObject({ failed: 1 })
    expect([gateway.taken, await outcomes()]).toEqual([[], ['not-allowed']])
    // A name of the open net that leads, among others, into the own one.
    const named = { url: 'https://sms.city.example/', headers: {}, body: '{}' }
    const both = ['93.184.215.14', '127.0.0.1'].map((address) => ({ address, family: 4 }))
    const answer = postMessage(named, [], AbortSignal.timeout(2000), (_host, _options, done) => done(null, both))
    expect(await answer).toEqual({ outcome: 'not-allowed', status: null })
    for (const address of [
      'http://sms.city.example/',
      'https://10.0.0.1/',
      'https://[::1]/',
      'https://u:p@a.example/',
    ]) {
      const told = await ask('PUT', place, { address, enabled: true, kinds: [] })
      expect([told.statusCode, told.json().code]).toEqual([422, 'webhook_address'])
    }
  })

  it('can be tried before it is used, and shows how each try went', async () => {
    await ask('PUT', place, { address: gateway.url, enabled: false, kinds: [] })
    expect((await ask('POST', `${place}/trial`)).statusCode).toBe(204)
    await deliver()
    expect(gateway.taken[0]?.body).toMatchObject({ type: 'webhook.trial', region: 'lakeside' })
    expect((await ask('GET', place)).json()).toMatchObject({
      address: gateway.url,
      enabled: false,
      attempts: [{ kind: 'webhook.trial', attempt: 1, outcome: 'taken', status: 204 }],
    })
  })

  it('renews its key; for a day the old one signs as well', async () => {
    const old = secret
    secret = (await ask('POST', `${place}/secret`, { renew: true })).json().secret
    expect(secret).not.toBe(old)
    await tell([chen], 'tea')
    await deliver()
    secret = old
    await tell([chen], 'more tea')
    await deliver()
    expect([gateway.taken.length, gateway.refused]).toEqual([2, []])
    await owner
      .updateTable('accounts.webhook')
      .set({ renewed_at: new Date(Date.now() - 25 * 3_600_000) })
      .execute()
    await tell([chen], 'third tea')
    await deliver()
    expect(gateway.refused).toHaveLength(1)
  })

  it('belongs to the system administrators of its region; neither key nor whole address are in the log', async () => {
    expect((await ask('GET', place, undefined, 'chen.mei')).statusCode).toBe(403)
    expect((await ask('GET', '/api/operations/webhooks/hilltop')).statusCode).toBe(404)
    const log = JSON.stringify(await db.selectFrom('opensti.audit_entry').select(['action', 'detail']).execute())
    expect(log).toContain('accounts.set-webhook')
    expect(log).not.toContain('of-the-gateway')
    expect(log).not.toContain(secret)
  })
})
