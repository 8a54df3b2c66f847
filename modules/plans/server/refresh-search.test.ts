import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actor, loadLakeside } from '@opensti/accounts/testing'
import { transaction } from '@opensti/db'
import type { Actor } from '@opensti/kernel'
import { readRegions } from '@opensti/regions'
import { testDatabase } from '@opensti/testing'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { decideCandidates } from './decide-candidates.ts'
import { decideTogether } from './decide-together.ts'
import { loadRegions } from './load-regions.ts'
import { publishPlan } from './publish-plan.ts'
import { refreshSearch } from './refresh-search.ts'
import { renameDocument } from './rename-document.ts'
import { startReading } from './start-reading.ts'
import { getCandidates, getReadingView } from './views/reading-view.ts'

const root = join(import.meta.dirname, '..', '..', '..', 'regions')
const report = readFileSync(join(root, 'lakeside', 'sources', 'work-report-2025.txt'), 'utf8')
const { db } = await testDatabase()
const region = 'lakeside'
let planner: Actor
const readings: { id: string; plan: string }[] = []

beforeAll(async () => {
  await loadRegions(
    db,
    readRegions(root).map((reading) => reading.content),
  )
  await loadLakeside(db)
  planner = await actor(db, 'chen.mei')
  // One paper for a plan of its own, one for a plan that is public already: what is confirmed from it is seen at once.
  for (const [planId, text] of [
    [undefined, report],
    ['lakeside-2026-2030', `${report}\n又及。`],
  ] as const) {
    const { id } = await startReading(
      db,
      planner,
      { regionId: region, planId, text, fileName: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' },
      'test',
    )
    readings.push({ id, plan: (await getReadingView(db, id)).plan.id })
  }
}, 60_000)

const entries = async () =>
  JSON.stringify(await db.selectFrom('search.entry').selectAll().orderBy('kind').orderBy('id').execute())

/** Does one thing to one of the papers; what cannot be done as things stand is refused and changes nothing. */
async function act([which, what, at, many]: readonly [number, number, number, number]): Promise<void> {
  const { id, plan } = readings[which % readings.length]!
  const batch = '00000000-0000-4000-8000-000000000001'
  if (what === 0) await publishPlan(db, planner, { regionId: region, code: plan }, at % 2 === 0, 'test', '核对')
  else if (what === 1) await renameDocument(db, planner, id, `云溪市第 ${at} 号报告`, 'test')
  else if (what === 2) await decideTogether(db, planner, id, { verb: at % 2 ? 'undo' : 'accept-sure', batch }, 'test')
  else {
    const window = await getCandidates(db, id, { from: at % 80 })
    const verb = (['accept', 'reject', 'reopen'] as const)[what % 3]!
    const some = window.filter((one) => verb !== 'accept' || one.missing === null).slice(0, many)
    const decisions = some.map((one, index) => ({
      candidateId: one.id,
      version: one.version,
      verb,
      ...(index % 3 === 0 &&
        one.figure &&
        verb === 'accept' && { figure: { ...one.figure, indicatorId: null, name: `指数${at}` } }),
    }))
    if (decisions.length > 0) await decideCandidates(db, planner, id, decisions, 'test')
  }
}

it('what is touched leads to the same index as all of it', async () => {
  const deed = fc.tuple(fc.nat(1), fc.nat(9), fc.nat(200), fc.integer({ min: 1, max: 12 }))
  const deeds = fc.sample(fc.array(deed, { minLength: 25, maxLength: 25 }), { numRuns: 1, seed: 20_261_122 })[0]!
  const before = await entries()
  for (const one of deeds) await act(one).catch((error) => expect(error.code).toBe('damaged_names'))
  const touched = await entries()
  expect(touched).not.toBe(before)
  await transaction(db, 'test.refresh-search', (tx) => refreshSearch(tx))
  expect(JSON.parse(await entries())).toEqual(JSON.parse(touched))
}, 60_000)

it('an entry that is left behind is noticed (planted fault)', async () => {
  await db.updateTable('search.entry').set({ public: false }).where('kind', '=', 'plan').execute()
  const spoilt = await entries()
  await transaction(db, 'test.refresh-search', (tx) => refreshSearch(tx))
  expect(await entries()).not.toBe(spoilt)
})
