import { join } from 'node:path'
import { hashPassword, listRegions, loadPeople, readPeople } from '@opensti/accounts'
import { transaction } from '@opensti/db'
import type { Actor, PersonId } from '@opensti/kernel'
import { loadRegions } from '@opensti/plans'
import { readRegions } from '@opensti/regions'
import { loadRounds, readRounds } from '@opensti/reporting'
import { loadItems, readItems } from '@opensti/supervision'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { DashboardView } from '../contract.ts'
import { getDashboardView } from './dashboard-view.ts'

const { db } = await testDatabase()
const regions = join(import.meta.dirname, '..', '..', '..', 'regions')
const city = 'lakeside'
const folder = join(regions, city)

beforeAll(async () => {
  const wanted = readRegions(regions).map((reading) => reading.content)
  await loadRegions(db, wanted)
  const hash = await hashPassword('nobody signs in here')
  await transaction(db, 'test.load-people', (tx) => loadPeople(tx, city, readPeople(folder), hash))
  await loadRounds(db, city, readRounds(folder))
  await loadItems(db, city, readItems(folder))
  expect((await listRegions(db)).map(({ id }) => id)).toContain(city)
}, 120_000)

function actor(role: string, unitId: string | null = null): Actor {
  return {
    kind: 'person',
    personId: crypto.randomUUID() as PersonId,
    sessionId: 's',
    name: role,
    grants: [{ role, regionId: city, unitId }],
  }
}

describe('the dashboard of the invented city', () => {
  it('says of every finding why, what it needs, and where its evidence is; red before amber', async () => {
    const view = DashboardView.parse(await getDashboardView(db, actor('head'), city))
    expect(view.scope).toBe('region')
    const kinds = new Set(view.findings.map((one) => one.kind))
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['indicator', 'item']))
    for (const one of view.findings) {
      expect(one.why.length, one.title.en).toBeGreaterThan(0)
      expect(one.needs.length, one.title.en).toBeGreaterThan(0)
      const asksForProof = one.needs.some(({ en }) => en.includes('no source'))
      expect(one.evidence !== null || asksForProof, one.title.en).toBe(true)
    }
    const lights = view.findings.map((one) => one.light)
    expect(lights).toEqual([...lights].sort().reverse())
    expect(view.units.reduce((sum, one) => sum + one.red, 0)).toBeGreaterThan(0)
  })

  it('names the leader of the unit, and since when', async () => {
    const { findings } = await getDashboardView(db, actor('supervisor'), city)
    const item = findings.find((one) => one.kind === 'item' && one.light === 'red')
    expect(item?.who[0]?.leader?.zh).toBeTruthy()
    expect(item?.since?.zh).toMatch(/^逾期 \d+ 个工作日$/)
  })

  it('shows a unit’s leader what the unit answers for, and nothing else', async () => {
    const unit = 'lakeside/lakeside-science'
    const { scope, findings, units } = await getDashboardView(db, actor('unit-leader', unit), city)
    expect(scope).toBe('units')
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.every((one) => one.who.some((who) => who.unit.id === unit))).toBe(true)
    expect(units.map((one) => one.unit.id)).toContain(unit)
    expect((await getDashboardView(db, actor('unit-leader', 'lakeside/nowhere'), city)).findings).toEqual([])
  })

  it('asks a fixed number of questions, and quickly', async () => {
    const times: number[] = []
    for (let at = 0; at < 30; at += 1) {
      const began = performance.now()
      await getDashboardView(db, actor('head'), city)
      times.push(performance.now() - began)
    }
    const slow = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
    console.log(`dashboard: median ${times[15]!.toFixed(0)} ms, 95 % within ${slow.toFixed(0)} ms`)
    expect(times[15]).toBeLessThan(250)
  })
})
