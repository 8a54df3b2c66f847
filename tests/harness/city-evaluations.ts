import { randomUUID } from 'node:crypto'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import { scanToUpload, signInOf } from './city-returns.ts'
import type { City, Things } from './city-things.ts'
import { addPerson, cookieFor, signInName, unitOf } from './world.ts'

/** Evaluations as requests speak of them, one in each condition that a route wants. */
export interface EvaluationIds {
  /** Under review, with the sheet still open. */
  evaluation: string
  line: string
  lineSeen: string
  proof: string
  /** Still being prepared, and its only line. */
  evaluationToShape: string
  evaluationLine: string
  evaluationUnit: string
  /** Under review, with the sheet handed in, and a line of it. */
  evaluationHandedIn: string
  lineHandedIn: string
  evaluationConcluded: string
  lineConcluded: string
  paperName: string
  target: string
}

/** An issued brief with the digest of one of its papers, and a period whose brief is still a draft, with the digest of what it says. */
export interface BriefIds {
  brief: string
  briefFormat: string
  digest: string
  briefPeriod: string
  briefSeen: string
}

interface View {
  id: string
  version: number
  shares: object
  papers: { file: string; digest: string }[]
  lines: { id: string; weight: string }[]
}

/** Conditions that take making; one that is still being prepared is always there. */
type Condition = 'reviewing' | 'handed-in' | 'concluded'
const allConditions: readonly Condition[] = ['reviewing', 'handed-in', 'concluded']

/** What is sent to set up an evaluation of a plan. */
export const newEvaluation = (planId: string, year: number) => ({
  planId,
  kind: 'mid-term',
  title: '规划中期评估',
  year,
  dueDay: '2099-12-31',
})

/** The last year of a plan, and a target of it that a decision may change. */
export async function planFacts(db: Database, region: string, plan: string) {
  const { end_year } = await db
    .selectFrom('plans.plan')
    .select('end_year')
    .where('region_id', '=', region)
    .where('code', '=', plan)
    .executeTakeFirstOrThrow()
  const { id: target } = await db
    .selectFrom('plans.target')
    .select('id')
    .where('region_id', '=', region)
    .where('plan_code', '=', plan)
    .where('kind', '=', 'target')
    .where('comparator', '<>', 'range')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { planYear: String(end_year), target }
}

/** Evaluations in which one unit answers for everything, brought into every condition as people do it. */
export async function makeEvaluations(
  db: Database,
  server: Server,
  region: string,
  unit: string,
  { plan, conditions = allConditions }: { plan: string; conditions?: readonly Condition[] },
): Promise<EvaluationIds> {
  const usual = await unitOf(db, region)
  const by = unit === usual ? signInName('unit-leader', region) : signInOf('unit-leader', region, unit)
  await addPerson(db, region, by, ['unit-leader'], unit).catch(() => undefined)
  const planner = await callerFor(db, server, signInName('planner', region))
  const supervisor = await callerFor(db, server, signInName('supervisor', region))
  const leader = await callerFor(db, server, by)
  const facts = await planFacts(db, region, plan)

  const shape = async (): Promise<View> => {
    const made = (await planner(
      'POST',
      `/api/regions/${region}/evaluations`,
      newEvaluation(plan, Number(facts.planYear)),
    )) as View
    const lines = made.lines.map(({ id, weight }) => ({ id, weight, unitId: `${region}/${unit}` }))
    const formula = { version: 0, shares: made.shares, lines }
    return (await planner('PUT', `/api/evaluations/${made.id}/formula`, formula)) as View
  }
  const move = async (view: View, verb: string, reason: string | null = null): Promise<View> =>
    (await planner('POST', `/api/evaluations/${view.id}/moves`, { verb, version: view.version, reason })) as View
  const say = (view: View) => ({
    lines: view.lines.map(({ id }) => ({ lineId: id, seen: 0, standing: 'done', words: '已完成' })),
  })
  const sheet = (view: View) => `/api/evaluations/${view.id}/sheets/${unit}`
  const review = async (): Promise<View> => {
    const opened = await move(await shape(), 'open')
    await leader('PUT', sheet(opened), say(opened))
    const reviewing = await move(opened, 'review')
    await supervisor('PUT', `/api/evaluations/${reviewing.id}/reviews`, say(reviewing))
    return reviewing
  }

  const wanted = (condition: Condition) => conditions.includes(condition)
  const toShape = await shape()
  const reviewing = wanted('reviewing') ? await review() : toShape
  const line = reviewing.lines[0]!.id
  const proof = wanted('reviewing') ? await addProof(db, server, line, by) : randomUUID()
  const handedIn = wanted('handed-in') ? await review() : reviewing
  if (wanted('handed-in')) await leader('POST', `${sheet(handedIn)}/hand-in`, { version: 0 })
  const concluded = wanted('concluded') ? await move(await review(), 'conclude', '先行定稿') : reviewing
  return {
    evaluation: reviewing.id,
    line,
    lineSeen: '1',
    proof,
    evaluationToShape: toShape.id,
    evaluationLine: toShape.lines[0]!.id,
    evaluationUnit: `${region}/${unit}`,
    evaluationHandedIn: handedIn.id,
    lineHandedIn: handedIn.lines[0]!.id,
    evaluationConcluded: concluded.id,
    lineConcluded: concluded.lines[0]!.id,
    paperName: 'data.json',
    target: facts.target,
  }
}

interface Briefs {
  draft: { digest: string } | null
  issued: { id: string; papers: { digest: string }[] }[]
}

/** What the draft of a period says; a sound wish to issue it names this. */
export async function draftOf(db: Database, server: Server, region: string, period: string): Promise<string> {
  const planner = await callerFor(db, server, signInName('planner', region))
  const { draft } = (await planner('GET', `/api/regions/${region}/periods/${period}/briefs`)) as Briefs
  return draft?.digest ?? '0'.repeat(64)
}

/** Issues the brief of a plan's last year, and looks at the draft of the last month before. */
export async function makeBriefs(db: Database, server: Server, region: string, planYear: string): Promise<BriefIds> {
  const planner = await callerFor(db, server, signInName('planner', region))
  const seen = await draftOf(db, server, region, planYear)
  const { issued } = (await planner('POST', `/api/regions/${region}/periods/${planYear}/briefs`, { seen })) as Briefs
  const briefPeriod = `${planYear}-11`
  return {
    brief: issued[0]!.id,
    briefFormat: 'json',
    digest: issued[0]!.papers[0]!.digest,
    briefPeriod,
    briefSeen: await draftOf(db, server, region, briefPeriod),
  }
}

/** Ids of briefs that nobody ever issued. */
export function noBrief(): BriefIds {
  return {
    brief: randomUUID(),
    briefFormat: 'json',
    digest: '0'.repeat(64),
    briefPeriod: '2026-11',
    briefSeen: '0'.repeat(64),
  }
}

/** Ids of evaluations that nobody ever set up. */
export function noEvaluation(): EvaluationIds {
  const id = () => randomUUID()
  return {
    evaluation: id(),
    line: id(),
    lineSeen: '0',
    proof: id(),
    evaluationToShape: id(),
    evaluationLine: id(),
    evaluationUnit: 'nowhere/no-such-unit',
    evaluationHandedIn: id(),
    lineHandedIn: id(),
    evaluationConcluded: id(),
    lineConcluded: id(),
    paperName: 'data.json',
    target: 'nowhere/no-such-plan/no-such-target',
  }
}

/** The condition that decides about a route of evaluations: the one it wants, unless this one is in another. */
export function stateOfEvaluation(url: string, { evaluation: state }: Things['states']): string | null {
  const stands = standings[state]
  if (url.endsWith('/send-back')) return stands?.sheet ?? 'handed-in'
  if (url.includes('/sheets/') || url.includes('/evaluation-lines/')) return stands?.sheet ?? 'filling'
  if (url.endsWith('/reviews')) return stands?.exercise ?? 'reviewing'
  return url.includes(':evaluation') ? 'public' : null
}

/** How evaluation and sheet stand, by what is said of both. */
const standings: Readonly<Record<string, { exercise: string; sheet: string }>> = {
  preparing: { exercise: 'preparing', sheet: 'closed' },
  open: { exercise: 'reviewing', sheet: 'filling' },
  'handed-in': { exercise: 'reviewing', sheet: 'handed-in' },
  concluded: { exercise: 'concluded', sheet: 'closed' },
}

/** An evaluation wherever it stands on its way, for the routes that take what is said in it. */
export function evaluatedCases(url: string, { inForce }: City): { name: string; things: Things }[] {
  if (!/\/sheets\/|\/reviews$|\/links$|\/evaluation-lines\/:line\/evidence$/.test(url)) return []
  const { ids } = inForce
  const places: Record<string, [string | undefined, string | undefined]> = {
    open: [ids['evaluation'], ids['line']],
    'handed-in': [ids['evaluationHandedIn'], ids['lineHandedIn']],
    concluded: [ids['evaluationConcluded'], ids['lineConcluded']],
    // Before an evaluation is opened there are no sheets.
    ...(url.endsWith('/reviews') && { preparing: [ids['evaluationToShape'], ids['evaluationLine']] }),
  }
  return Object.entries(places).map(([state, [evaluation = '', line = '']]) => ({
    name: `an evaluation ${state}`,
    things: {
      ...inForce,
      ids: { ...ids, evaluation, evaluationHandedIn: evaluation, line },
      states: { ...inForce.states, evaluation: state },
    },
  }))
}

/** A message about evaluations with which whoever may, succeeds. */
export const evaluationBodies: Record<string, (ids: Readonly<Record<string, string>>) => object> = {
  'POST /api/regions/:region/evaluations': ({ planId, planYear }) => newEvaluation(planId!, Number(planYear)),
  'PUT /api/evaluations/:evaluation/formula': ({ evaluationLine, evaluationUnit }) => ({
    version: 1,
    shares: { done: '1', 'on-course': '0.9', behind: '0.5', cannot: '0' },
    lines: [{ id: evaluationLine, weight: '50', unitId: evaluationUnit }],
  }),
  'POST /api/evaluations/:evaluation/moves': () => ({ verb: 'open', version: 1 }),
  'PUT /api/evaluations/:evaluation/sheets/:unit': sayAgain,
  'PUT /api/evaluations/:evaluation/reviews': sayAgain,
  'POST /api/evaluations/:evaluation/sheets/:unit/hand-in': () => ({ version: 0 }),
  'POST /api/evaluations/:evaluation/sheets/:unit/send-back': () => ({ version: 1, reason: '请补充材料' }),
  'POST /api/evaluation-lines/:line/links': ({ item }) => ({ kind: 'item', ref: item }),
  'POST /api/regions/:region/periods/:period/briefs': ({ briefSeen }) => ({ seen: briefSeen }),
  'POST /api/regions/:region/plans/:plan/target-changes': ({ target }) => changeOfTarget(target!, '4321'),
}

/** Where the evaluation in the address has to be in a condition of its own. */
export const evaluationStandIns: Record<string, Record<string, string>> = {
  'PUT /api/evaluations/:evaluation/formula': { evaluation: 'evaluationToShape' },
  'POST /api/evaluations/:evaluation/moves': { evaluation: 'evaluationToShape' },
  'POST /api/evaluations/:evaluation/sheets/:unit/send-back': { evaluation: 'evaluationHandedIn' },
  'GET /api/evaluations/:evaluation/papers/:paperName': { evaluation: 'evaluationConcluded' },
  'POST /api/regions/:region/periods/:period/briefs': { period: 'briefPeriod' },
}

function sayAgain({ line, lineSeen }: Readonly<Record<string, string>>) {
  return { lines: [{ lineId: line, seen: Number(lineSeen), standing: 'behind', words: '进度稍慢' }] }
}

/** A decision that changes a target to this value. */
export function changeOfTarget(targetId: string, value: string) {
  return {
    targetId,
    seen: 0,
    value,
    since: '2026-09-15',
    approver: '市政府常务会议',
    document: '关于调整部分指标的批复',
    documentDate: '2026-09-10',
  }
}

/** A file that shows how a line stands. Returns its id. */
async function addProof(db: Database, server: Server, line: string, by: string): Promise<string> {
  const url = `/api/evaluation-lines/${line}/evidence`
  const { headers, payload } = scanToUpload()
  const signedIn = await cookieFor(db, by)
  const answer = await server.inject({ method: 'POST', url, payload, headers: { ...signedIn, ...headers } })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json().id
}
