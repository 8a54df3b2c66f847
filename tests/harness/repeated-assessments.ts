import { randomUUID } from 'node:crypto'
import {
  freeTarget,
  makeAssessment,
  makeDecomposition,
  type SampleState,
  sampleDraft,
} from '@opensti/assessment/testing'
import type { Database } from '@opensti/db'
import { judged } from './city-assessments.ts'
import { scanToUpload } from './city-returns.ts'
import type { Wish } from './repeated-requests.ts'
import { cookieFor, home, type Role, signInName, usualUnit } from './world.ts'

/** A fresh wish for every write of assessment. */
export function wishesAboutAssessments(db: Database): Readonly<Record<string, () => Promise<Wish>>> {
  const unit = usualUnit(home)
  const unitId = `${home}/${unit}`
  const as = (role: Role) => cookieFor(db, signInName(role, home))
  const assessed = (state: SampleState, appealed = false) =>
    makeAssessment(db, {
      regionId: home,
      units: [unitId],
      title: `再三考核${randomUUID()}`,
      state,
      appealed,
      supervisor: signInName('supervisor', home),
      leader: signInName('unit-leader', home),
    })
  const shared = (state: 'draft' | 'approved' | 'issued') =>
    makeDecomposition(db, { regionId: home, units: [unitId], state, planner: signInName('planner', home) })
  const wish = (role: Role, make: () => Promise<{ url: string; payload?: object }>) => async (): Promise<Wish> => ({
    ...(await make()),
    headers: await as(role),
  })
  const about = (state: SampleState, path: string, payload: (version: number) => object) => async () => {
    const { id, version } = await assessed(state)
    return { url: `/api/assessments/${id}/${path}`, payload: payload(version) }
  }
  const aboutShares = (state: 'draft' | 'issued', path: string, payload: (version: number) => object) => async () => {
    const { id, version } = await shared(state)
    return { url: `/api/decompositions/${id}/${path}`, payload: payload(version) }
  }

  return {
    'POST /api/regions/:region/decompositions': wish('planner', async () => ({
      url: `/api/regions/${home}/decompositions`,
      payload: { targetId: await freeTarget(db, home) },
    })),
    'PUT /api/decompositions/:decomposition/shares': wish(
      'planner',
      aboutShares('draft', 'shares', (version) => ({
        version,
        rule: 'sum',
        shares: [{ regionId: home, unitId, amount: '3' }],
      })),
    ),
    'POST /api/decompositions/:decomposition/moves': wish(
      'planner',
      aboutShares('draft', 'moves', (version) => ({ verb: 'withdraw', version, text: '另有安排' })),
    ),
    'POST /api/decompositions/:decomposition/versions': wish(
      'planner',
      aboutShares('issued', 'versions', (version) => ({ version, reason: '年中调整', document: '通知〔2026〕2号' })),
    ),
    'POST /api/shares/:share/objection': wish('unit-leader', async () => ({
      url: `/api/shares/${(await shared('issued')).share}/objection`,
      payload: { reason: '基数不实' },
    })),
    'POST /api/shares/:share/receipt': wish('unit-leader', async () => ({
      url: `/api/shares/${(await shared('issued')).share}/receipt`,
    })),
    'POST /api/regions/:region/assessments': wish('supervisor', async () => ({
      url: `/api/regions/${home}/assessments`,
      payload: sampleDraft([unitId], `又一次考核${randomUUID()}`, '2096'),
    })),
    'PUT /api/assessments/:assessment/formula': wish(
      'supervisor',
      about('draft', 'formula', (version) => ({ ...sampleDraft([unitId], `改名${randomUUID()}`, '2095'), version })),
    ),
    'POST /api/assessments/:assessment/moves': wish(
      'supervisor',
      about('draft', 'moves', (version) => ({ verb: 'issue', version })),
    ),
    'POST /api/assessments/:assessment/gathering': wish('supervisor', async () => ({
      url: `/api/assessments/${(await assessed('issued')).id}/gathering`,
    })),
    'PUT /api/assessments/:assessment/inputs': wish(
      'supervisor',
      about('issued', 'inputs', () => ({ entries: [judged(unitId)] })),
    ),
    'POST /api/assessments/:assessment/sheets/:unit/appeals': wish(
      'unit-leader',
      about('frozen', `sheets/${unit}/appeals`, () => ({ code: 'late', reason: '并未迟报' })),
    ),
    'POST /api/appeals/:appeal/answer': wish('supervisor', async () => ({
      url: `/api/appeals/${(await assessed('frozen', true)).appeal}/answer`,
      payload: { verb: 'dismiss', reason: '记录不符' },
    })),
    'POST /api/appeals/:appeal/withdrawal': wish('unit-leader', async () => ({
      url: `/api/appeals/${(await assessed('frozen', true)).appeal}/withdrawal`,
    })),
    'POST /api/appeals/:appeal/files': async () => {
      const { payload, headers } = scanToUpload()
      const { appeal } = await assessed('frozen', true)
      return { url: `/api/appeals/${appeal}/files`, payload, headers: { ...headers, ...(await as('unit-leader')) } }
    },
  }
}
