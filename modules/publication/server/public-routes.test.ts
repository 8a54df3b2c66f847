import { generateKeyPairSync } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { actor } from '@opensti/accounts/testing'
import { databaseNow } from '@opensti/db'
import { createServer, type Server } from '@opensti/http'
import { fixedClock, Policy } from '@opensti/kernel'
import { errorPage, plansPages, plansPolicy } from '@opensti/plans'
import { correctFigures, lockRound, openRound, type Round } from '@opensti/reporting/testing'
import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicationPolicy } from '../policy.ts'
import { decideRelease } from './decide-release.ts'
import { proposeRelease } from './propose-release.ts'
import { publicationPages } from './public-routes.ts'
import { retractRelease } from './take-back-release.ts'
import { takeEffect } from './take-effect.ts'

const { db } = await testDatabase()
// The application's clock stands years ahead: the database's alone decides.
const clock = fixedClock('2031-01-01T00:00:00Z')
const { publicKey } = generateKeyPairSync('ed25519')
let server: Server
let round: Round
let id: string
let moment: number

const release = async (title: string, embargoAt: string | null) => {
  const made = await proposeRelease(
    db,
    round.planner,
    'lakeside',
    {
      cycle: 'quarterly',
      period: '2026-Q3',
      leaveOut: [],
      papers: [],
      title: { zh: title, en: null },
      note: null,
      embargoAt,
      doubts: [],
    },
    'test',
  )
  await decideRelease(
    db,
    await actor(db, 'zhou.guoliang'),
    made.id,
    { verb: 'approve', version: 0, text: null },
    'test',
  )
  return made.id
}
const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } })

describe('what everybody may ask for', () => {
  beforeAll(async () => {
    round = await openRound(db)
    await lockRound(db, round, { 'high-tech-enterprises': '1385', 'fiscal-science-share': '5.3' })
    server = await createServer({
      db,
      clock,
      policy: new Policy([...plansPolicy, ...publicationPolicy]),
      routes: [
        ...plansPages,
        ...publicationPages({ publicUrl: () => 'https://sti.example', releaseKey: () => publicKey }),
      ],
      authenticate: async () => ({ kind: 'visitor' }),
      errorPage,
      logLevel: 'silent',
      version: 'test',
    })
    // Time enough to ask for all that is watched before, on a slow machine too.
    moment = (await databaseNow(db)).getTime() + 6000
    id = await release('第三季度数据', new Date(moment).toISOString())
  })
  afterAll(() => server.close())

  const watched = [
    '/releases',
    '/en/regions/lakeside/releases',
    '/releases.atom',
    '/releases.json',
    '/sitemap.xml',
    '/data/figures.csv',
    '/data/regions/lakeside/figures.json',
    '/data/regions/lakeside/indicators/fiscal-science-share/figures.csv',
    '/data/catalog.ttl',
    '/regions/lakeside/indicators/fiscal-science-share',
  ]

  it('changes at the second and not before: pages, files, feeds, catalogue, though each was kept before', async () => {
    const marks = new Map<string, string>()
    for (const path of watched) {
      const answer = await get(path)
      expect(answer.statusCode, path).toBe(200)
      expect(answer.body, path).not.toContain(id)
      expect(answer.headers['cache-control'], path).toBe('no-cache')
      marks.set(path, String(answer.headers['etag']))
      expect((await get(path, { 'if-none-match': marks.get(path)! })).statusCode, path).toBe(304)
    }
    await sleep(Math.max(0, moment - (await databaseNow(db)).getTime() - 400))
    expect((await get(`/releases/${id}`)).statusCode).toBe(404)
    await sleep(Math.max(0, moment - (await databaseNow(db)).getTime() + 2))
    expect((await get(`/releases/${id}`)).statusCode).toBe(200)
    for (const path of watched)
      expect((await get(path, { 'if-none-match': marks.get(path)! })).statusCode, path).toBe(200)
  }, 30_000)

  it('may be read by any page of any site, and says how it is called', async () => {
    const answer = await get('/data/regions/lakeside/figures.csv')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(answer.headers['content-disposition']).toBe('attachment; filename=regions-lakeside-figures.csv')
    expect(answer.body.charCodeAt(0)).toBe(0xfeff)
  })

  it('gives a large file bit by bit, each figure once', async () => {
    const whole = (await get('/data/regions/lakeside/figures.json')).json().figures as { id: string }[]
    const seen: string[] = []
    let next: string | null = null
    do {
      const query: string = next === null ? '?limit=97' : `?limit=97&after=${encodeURIComponent(next)}`
      const page = (await get(`/data/regions/lakeside/figures.json${query}`)).json()
      seen.push(...page.figures.map((one: { id: string }) => one.id))
      next = page.next
    } while (next !== null)
    expect(seen).toEqual(whole.map((one) => one.id))
    expect((await get('/data/figures.json?after=x')).statusCode).toBe(400)
  })

  it('has every figure lead to its definition and its release', async () => {
    const { figures } = (await get('/data/regions/lakeside/indicators/fiscal-science-share/figures.json')).json()
    const released = figures.find((one: { release: string | null }) => one.release !== null)
    expect(released).toMatchObject({
      value: 5.3,
      release: `https://sti.example/releases/${id}`,
      definition: 'https://sti.example/regions/lakeside/indicators/fiscal-science-share',
    })
    const page = (await get('/regions/lakeside/indicators/fiscal-science-share')).body
    expect(page).toContain(`href="/releases/${id}"`)
    expect(page).toContain('id="definition"')
  })

  it('knows nothing of what is not there', async () => {
    for (const path of [
      '/data/regions/nowhere/figures.csv',
      '/data/regions/lakeside/plans/none/figures.csv',
      '/data/regions/lakeside/indicators/none/figures.json',
      '/regions/nowhere/releases',
      '/regions/nowhere/releases.atom',
    ])
      expect((await get(path)).statusCode, path).toBe(404)
  })

  it('leads on from an earlier address, and from a figure to its correction', async () => {
    const old = await get(`/en/regions/lakeside/releases/${id}`)
    expect([old.statusCode, old.headers['location']]).toEqual([308, `/en/releases/${id}`])
    await correctFigures(db, round, { reason: '年报核减两家', values: { 'high-tech-enterprises': '1383' } })
    const later = await release('更正', null)
    const page = (await get(`/releases/${id}`)).body
    expect(page).toContain('此后有更正')
    expect(page).toContain('年报核减两家')
    expect(page).toContain(`/releases/${later}`)
    expect((await get('/releases.atom')).body).toContain('term="correction"')
  })

  it('says of a page that was taken down since when and why, in the feed too', async () => {
    await takeEffect(db)
    await retractRelease(db, round.planner, id, { version: 2, text: '标题有误' }, 'test')
    const gone = await get(`/releases/${id}`)
    expect(gone.statusCode).toBe(410)
    expect(gone.body).toContain('标题有误')
    expect(gone.body).not.toContain('第三季度数据')
    const feed = (await get('/releases.atom')).body
    expect(feed).toContain(`<at:deleted-entry ref="urn:uuid:${id}"`)
    expect(feed).not.toContain('第三季度数据')
    expect((await get('/data/release-key.pem')).body).toContain('BEGIN PUBLIC KEY')
  })
})
