import { join } from 'node:path'
import {
  accountsPolicy,
  hashPassword,
  loadPeople,
  loadUnits,
  requestAuthenticator,
  unitDirectory,
} from '@opensti/accounts'
import { actor, cookieOf } from '@opensti/accounts/testing'
import { json, transaction } from '@opensti/db'
import { createServer, type Server } from '@opensti/http'
import { type Actor, Policy, personOf, systemClock } from '@opensti/kernel'
import { ledgerFigures, loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DecompositionList, DecompositionView } from '../contract-decomposition.ts'
import { assessmentPolicy } from '../policy.ts'
import { assessmentRoutes } from './routes.ts'
import { getDecompositionList, getDecompositionView } from './views/decomposition-views.ts'

const { db } = await testDatabase()
const province = 'guangdong'
const [first, second] = ['guangzhou', 'qingyuan'] as const
const targetId = `${province}/trial-plan/firms-2030`
const code = 'high-tech-enterprises'
let server: Server
let planner: Actor
let id: string

/** A request as someone of a region; only whoever may is answered with 200. */
const ask = async (who: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const headers = await cookieOf(db, who)
  const { statusCode, body } = await server.inject({ method, url, headers, ...(payload && { payload }) })
  return { status: statusCode, body, json: JSON.parse(body || 'null') }
}
const viewOfProvince = () => getDecompositionView(db, personOf(planner), id)
const move = async (verb: string, more: object = {}) => {
  const { version } = await viewOfProvince()
  return ask(`planner-${province}`, 'POST', `/api/decompositions/${id}/moves`, { verb, version, ...more })
}
const receivedBy = async (who: string, region: string): Promise<DecompositionList['received']> =>
  (await ask(who, 'GET', `/api/regions/${region}/decompositions`)).json.received
const noticesOf = async (who: string) => {
  const rows = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .select(['n.kind', 'n.seen_at'])
    .where('p.sign_in_name', '=', who)
    .orderBy('n.id')
    .execute()
  return rows.map(({ kind, seen_at }) => `${kind.split('.')[1]}${seen_at ? ' (settled)' : ''}`)
}

async function addPlanner(region: string, roles: string[] = ['planner']): Promise<void> {
  const unit = (await unitDirectory(db))
    .inRegion(region)
    .find(({ kind }) => kind !== 'group')
    ?.id.split('/')[1]
  const signIn = `planner-${region}`
  const person = { id: signIn, signIn, names: { zh: `${region}规划员`, en: signIn }, unit: unit ?? '', roles }
  const hash = await hashPassword('herons wade at dusk')
  await transaction(db, 'accounts.load-people', (tx) =>
    loadPeople(tx, region, { organisations: [], people: [person] }, hash),
  )
}

describe('a target of a province', () => {
  beforeAll(async () => {
    const contents = readRegions(join(import.meta.dirname, '..', '..', '..', 'regions')).map(({ content }) => content)
    await loadRegions(db, contents)
    await loadUnits(db, contents)
    for (const region of [province, first, second]) await addPlanner(region)
    const cite = json({ verified: 'unverified' })
    await db
      .insertInto('plans.plan')
      .values({
        region_id: province,
        code: 'trial-plan',
        names: json({ zh: '省级试验规划', en: 'Trial plan of the province' }),
        start_year: 2026,
        end_year: 2030,
        themes: json([]),
        cite,
        document_code: null,
        published_at: new Date(),
      })
      .execute()
    await db
      .insertInto('plans.target')
      .values({
        id: targetId,
        region_id: province,
        plan_code: 'trial-plan',
        indicator_code: code,
        theme: null,
        kind: 'target',
        comparator: 'ge',
        value: '1000',
        unit: '家',
        year: 2030,
        start_year: null,
        path: null,
        stages: json([]),
        binding: null,
        cite,
        also: json([]),
      })
      .execute()
    const policy = new Policy([...accountsPolicy, ...assessmentPolicy])
    server = await createServer({
      db,
      clock: systemClock,
      policy,
      routes: assessmentRoutes,
      authenticate: requestAuthenticator(db, { secure: false }),
      logLevel: 'silent',
      version: 'test',
    })
    planner = await actor(db, `planner-${province}`)
  }, 120_000)
  afterAll(() => server.close())

  it('is shared out to its cities, none forgotten, and no area that is made of them', async () => {
    const made = await ask(`planner-${province}`, 'POST', `/api/regions/${province}/decompositions`, { targetId })
    expect(made.status).toBe(200)
    const view = made.json as DecompositionView
    id = view.id
    expect(view.shares.map(({ receiver }) => receiver.regionId).sort()).toEqual([first, second])
    expect(view.sharing.missing).toHaveLength(2)
  })

  it('says what the shares leave, and is not approved without a reason for it', async () => {
    const { version } = await viewOfProvince()
    const shares = [
      { regionId: first, amount: '700' },
      { regionId: second, amount: '240' },
    ]
    const saved = await ask(`planner-${province}`, 'PUT', `/api/decompositions/${id}/shares`, {
      version,
      rule: 'sum',
      shares,
    })
    expect(saved.json.sharing).toMatchObject({ together: '940', gap: '60', missing: [] })
    const paper = { document: '粤府函〔2026〕试1号', documentDay: '2026-03-01' }
    expect((await move('approve', paper)).json.code).toBe('approval_wrong')
    expect((await move('approve', { ...paper, difference: '60家由省属院所承担' })).status).toBe(200)
  })

  it('is known to no city before it is issued', async () => {
    for (const city of [first, second]) {
      expect(await receivedBy(`planner-${city}`, city)).toEqual([])
      expect(await noticesOf(`planner-${city}`)).toEqual([])
      expect((await ask(`planner-${city}`, 'GET', `/api/decompositions/${id}`)).status).toBe(404)
    }
    const [share] = (await viewOfProvince()).shares
    expect((await ask(`planner-${first}`, 'POST', `/api/shares/${share?.id}/receipt`)).status).not.toBe(200)
  })

  it('tells each city of its own share and shows it no other', async () => {
    expect((await move('issue')).status).toBe(200)
    for (const [city, amount, other] of [
      [first, '700', '240'],
      [second, '240', '700'],
    ] as const) {
      const answer = await ask(`planner-${city}`, 'GET', `/api/regions/${city}/decompositions`)
      const received = answer.json.received as DecompositionList['received']
      expect(received).toMatchObject([{ amount, whole: '1000', from: { regionId: province }, mayConfirm: true }])
      expect(answer.body).not.toContain(`"${other}"`)
      expect(answer.body).not.toContain('省属院所')
      expect(await noticesOf(`planner-${city}`)).toEqual(['share-given'])
      // The whole decomposition, and the list of the province and of the other city, are not hers.
      expect((await ask(`planner-${city}`, 'GET', `/api/decompositions/${id}`)).status).toBe(404)
      const elsewhere = [province, city === first ? second : first]
      for (const region of elsewhere)
        expect((await ask(`planner-${city}`, 'GET', `/api/regions/${region}/decompositions`)).status).not.toBe(200)
    }
  })

  it('measures a city by its own figure of the ledger', async () => {
    const figures = await ledgerFigures(db, { regionIds: [first], indicatorCodes: [code] })
    const shown = (await viewOfProvince()).shares.find(({ receiver }) => receiver.regionId === first)
    expect(figures.length).toBeGreaterThan(0)
    expect(shown?.progress?.value).toBe(figures[0]?.value)
  })

  it('is accepted by one city; the other objects, and the province hears why', async () => {
    const [one, other] = [
      (await receivedBy(`planner-${first}`, first))[0],
      (await receivedBy(`planner-${second}`, second))[0],
    ]
    // Nobody answers for another city.
    expect((await ask(`planner-${first}`, 'POST', `/api/shares/${other?.id}/receipt`)).status).toBe(404)
    expect((await ask(`planner-${first}`, 'POST', `/api/shares/${one?.id}/receipt`)).status).toBe(200)
    const objection = { reason: '基数含已外迁企业，建议核定为200家' }
    const object = () => ask(`planner-${second}`, 'POST', `/api/shares/${other?.id}/objection`, objection)
    expect((await object()).status).toBe(200)
    expect((await object()).json.code).toBe('share_objected')
    const late = await ask(`planner-${first}`, 'POST', `/api/shares/${one?.id}/objection`, objection)
    expect(late.json.code).toBe('share_confirmed')
    const view = await viewOfProvince()
    expect(view).toMatchObject({ confirmed: 1, objections: 1 })
    expect(view.shares.find(({ receiver }) => receiver.regionId === second)?.objection).toMatchObject(objection)
    expect(await noticesOf(`planner-${province}`)).toEqual(['share-objected'])
    expect(await noticesOf(`planner-${first}`)).toEqual(['share-given (settled)'])
    expect((await receivedBy(`planner-${first}`, first))[0]?.objection).toBeNull()
  })

  it('is changed for the objection: the new share counts, the old one stays to be read', async () => {
    const { version } = await viewOfProvince()
    const change = { version, reason: '采纳清远意见', document: '粤府函〔2026〕试2号' }
    const draft = await ask(`planner-${province}`, 'POST', `/api/decompositions/${id}/versions`, change)
    id = draft.json.id
    const shares = [
      { regionId: first, amount: '740' },
      { regionId: second, amount: '200' },
    ]
    const wanted = { version: draft.json.version, rule: 'sum', shares }
    await ask(`planner-${province}`, 'PUT', `/api/decompositions/${id}/shares`, wanted)
    // A change that is being drafted is not seen by those whom it will bind.
    expect((await receivedBy(`planner-${second}`, second)).map(({ amount }) => amount)).toEqual(['240'])
    const paper = { document: '粤府函〔2026〕试2号', documentDay: '2026-04-01', difference: '60家由省属院所承担' }
    await move('approve', paper)
    await move('issue')
    expect(await receivedBy(`planner-${second}`, second)).toMatchObject([{ amount: '200', objection: null, number: 2 }])
    expect(await noticesOf(`planner-${province}`)).toEqual(['share-objected (settled)'])
    const list = await getDecompositionList(db, personOf(planner), province)
    expect(list.decompositions).toMatchObject([{ state: 'issued', number: 2, confirmed: 0 }])
  })
})
