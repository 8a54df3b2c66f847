import { randomUUID } from 'node:crypto'
import { freeTarget, makeAssessment, makeDecomposition, sampleDraft } from '@opensti/assessment/testing'
import type { Database } from '@opensti/db'
import { signInOf } from './city-returns.ts'
import type { City, Ids, Things } from './city-things.ts'
import { addPerson, home, signInName, unitOf } from './world.ts'

/** The states of an assessment and of a decomposition in which somebody may do something. */
export const assessmentStates = ['draft', 'issued', 'frozen', 'published'] as const
export type AssessmentState = (typeof assessmentStates)[number]
export const decompositionStates = ['draft', 'approved', 'issued'] as const
export type DecompositionState = (typeof decompositionStates)[number]

/** An assessment and a decomposition as requests speak of them: whoever may, does the verb with it. */
export interface AssessmentIds {
  assessment: string
  assessmentVersion: string
  assessmentVerb: string
  appeal: string
  appealFile: string
}
export interface DecompositionIds {
  decomposition: string
  decompositionVersion: string
  decompositionVerb: string
  share: string
  freeTarget: string
}

export interface CityAssessments {
  /** Of the region’s usual unit and another together, one in each state; the usual unit has appealed. */
  of: Readonly<Record<AssessmentState, AssessmentIds>>
  /** Shared out to the usual unit, one in each state. */
  shared: Readonly<Record<DecompositionState, DecompositionIds>>
  /** The same with an appeal and a share of the other unit. */
  ofAnotherUnit: AssessmentIds & DecompositionIds
}

const verbs: Readonly<Record<AssessmentState | DecompositionState, string>> = {
  draft: 'issue',
  issued: 'freeze',
  frozen: 'freeze',
  published: 'freeze',
  approved: 'issue',
}

/** Brings one of each into each state. */
export async function makeAssessments(
  db: Database,
  region: string,
  other: string,
  { mark = '无' }: { mark?: string } = {},
): Promise<CityAssessments> {
  const usual = await unitOf(db, region)
  const strangers = signInOf('unit-leader', region, other)
  await addPerson(db, region, strangers, ['unit-leader'], other)
  const people = { supervisor: signInName('supervisor', region), leader: signInName('unit-leader', region) }
  const units = [`${region}/${usual}`, `${region}/${other}`]
  const assess = async (state: AssessmentState, more: object): Promise<AssessmentIds> => {
    const title = `考核${randomUUID().slice(0, 8)}`
    const wanted = { regionId: region, units, title, state, ...people, mark, appealed: true, ...more }
    const made = await makeAssessment(db, { ...wanted, answered: state === 'published' })
    return {
      assessment: made.id,
      assessmentVersion: String(made.version),
      assessmentVerb: verbs[state],
      appeal: made.appeal ?? randomUUID(),
      appealFile: made.appealFile ?? randomUUID(),
    }
  }
  const share = async (state: DecompositionState, unit: string): Promise<Omit<DecompositionIds, 'freeTarget'>> => {
    const wanted = { regionId: region, units: [`${region}/${unit}`], state, planner: signInName('planner', region) }
    const made = await makeDecomposition(db, wanted)
    return {
      decomposition: made.id,
      decompositionVersion: String(made.version),
      decompositionVerb: state === 'draft' ? 'withdraw' : 'issue',
      share: made.share,
    }
  }
  const of: Partial<Record<AssessmentState, AssessmentIds>> = {}
  for (const state of assessmentStates) of[state] = await assess(state, {})
  const shares: Partial<Record<DecompositionState, Omit<DecompositionIds, 'freeTarget'>>> = {}
  for (const state of decompositionStates) shares[state] = await share(state, usual)
  const foreign = await assess('frozen', { units: [...units].reverse(), leader: strangers, mark: '无' })
  // A group of units takes no share of its own.
  const foreignShare = await share('issued', region === home ? other : usual)
  const free = await freeTarget(db, region)
  const shared = Object.fromEntries(
    decompositionStates.map((state) => [state, { ...shares[state]!, freeTarget: free }]),
  ) as CityAssessments['shared']
  return {
    of: of as CityAssessments['of'],
    shared,
    ofAnotherUnit: { ...foreign, ...foreignShare, freeTarget: free },
  }
}

/** Ids of what nobody ever made. */
export function noAssessment(): AssessmentIds & DecompositionIds {
  return {
    assessment: randomUUID(),
    assessmentVersion: '0',
    assessmentVerb: 'issue',
    appeal: randomUUID(),
    appealFile: randomUUID(),
    decomposition: randomUUID(),
    decompositionVersion: '0',
    decompositionVerb: 'issue',
    share: randomUUID(),
    freeTarget: 'nowhere/no-such-plan/no-such-target',
  }
}

/** What was assessed and shared out in the usual way, wherever it stands on its way: ids and states by name. */
export function assessedCases(url: string, { inForce, assessments }: City): { name: string; things: Things }[] {
  const things = (ids: Ids, states: object): Things => ({
    ...inForce,
    ids: { ...inForce.ids, ...ids },
    states: { ...inForce.states, ...states },
  })
  if (url.includes(':assessment'))
    return assessmentStates.map((state) => ({
      name: state,
      things: things({ ...assessments.of[state] }, { assessment: state }),
    }))
  if (url.includes(':decomposition'))
    return decompositionStates.map((state) => ({
      name: state,
      things: things({ ...assessments.shared[state] }, { decomposition: state }),
    }))
  return []
}

/** The state that decides about an address of assessments; undefined for other addresses. */
export function assessedState(url: string, states: Things['states']): string | undefined {
  if (url.includes(':assessment')) return states.assessment
  if (url.includes(':decomposition')) return states.decomposition
  if (url.includes(':appeal')) return states.appeal
  return url.includes(':share') ? states.share : undefined
}

/** Sound messages of these routes. */
export const assessmentBodies: Record<string, (ids: Ids) => object> = {
  'POST /api/regions/:region/decompositions': ({ freeTarget: targetId }) => ({ targetId }),
  'PUT /api/decompositions/:decomposition/shares': ({ decompositionVersion, region, leadUnit }) => ({
    version: Number(decompositionVersion),
    rule: 'sum',
    shares: [{ regionId: region, unitId: leadUnit, amount: '2' }],
  }),
  'POST /api/decompositions/:decomposition/moves': ({ decompositionVersion, decompositionVerb }) => ({
    verb: decompositionVerb,
    version: Number(decompositionVersion),
    text: '另有安排',
  }),
  'POST /api/decompositions/:decomposition/versions': ({ decompositionVersion }) => ({
    version: Number(decompositionVersion),
    reason: '年中调整',
    document: '调整通知〔2026〕2号',
  }),
  'POST /api/shares/:share/objection': () => ({ reason: '基数不实' }),
  'POST /api/regions/:region/assessments': ({ leadUnit }) => sampleDraft([leadUnit!], `新考核${randomUUID()}`, '2098'),
  'PUT /api/assessments/:assessment/formula': ({ leadUnit, assessmentVersion }) => ({
    ...sampleDraft([leadUnit!], `改过的考核${randomUUID()}`, '2097'),
    version: Number(assessmentVersion),
  }),
  'POST /api/assessments/:assessment/moves': ({ assessmentVersion, assessmentVerb }) => ({
    verb: assessmentVerb,
    version: Number(assessmentVersion),
  }),
  'PUT /api/assessments/:assessment/inputs': ({ leadUnit }) => ({ entries: [judged(leadUnit!)] }),
  'POST /api/assessments/:assessment/sheets/:unit/appeals': () => ({ code: 'late', reason: '并未迟报' }),
  'POST /api/appeals/:appeal/answer': () => ({ verb: 'dismiss', reason: '记录不符' }),
}

/** Points of a unit for the part that a person judges. */
export function judged(unitId: string, points = '88') {
  return { unitId, code: 'service', points, reason: '走访过半' }
}
