import { findPersonActor } from '@opensti/accounts'
import { type Database, type Reader, type Transaction, transaction } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { ledgerTargets } from '@opensti/plans'
import type { DraftAssessment } from '../contract.ts'
import { putAnswer } from '../server/answer-appeal.ts'
import { putFile } from '../server/appeal-files.ts'
import { addAssessment } from '../server/draft-assessment.ts'
import { putInputs } from '../server/enter-inputs.ts'
import { addAppeal } from '../server/make-appeal.ts'
import { carryAssessment } from '../server/move-assessment.ts'
import { carryDecomposition } from '../server/move-decomposition.ts'
import { putRanking } from '../server/publish-rankings.ts'
import { putShares } from '../server/save-shares.ts'
import { addDecomposition } from '../server/start-decomposition.ts'
import { getDecomposition, getExercise, sharesOf } from '../server/store.ts'

/** Assessments of units whose period is over, for tests of every module: the days are moved, the rules are not. */

const cite = { document: '考核办法〔2024〕1号', article: '第三条' }
const both = (zh: string, en: string) => ({ zh, en })

/** A small formula: one judged part of a hundred points, a deduction and a veto. */
export function sampleDraft(units: readonly string[], title: string, period: string): DraftAssessment {
  return {
    title,
    period,
    document: cite.document,
    documentDay: null,
    appealWorkdays: 30,
    units: [...units],
    formula: {
      parts: [
        { code: 'service', names: both('服务企业', 'Service'), weight: '100', measure: { kind: 'judged' }, cite },
      ],
      deductions: [{ code: 'late', names: both('迟报', 'Late returns'), points: '1', most: '5', cite }],
      vetoes: [{ code: 'false', names: both('统计造假', 'False figures'), cite }],
      grades: [
        { names: both('优秀', 'Excellent'), from: '90' },
        { names: both('一般', 'Fair'), from: '0' },
      ],
      decimals: 2,
    },
  }
}

export type SampleState = 'draft' | 'issued' | 'frozen' | 'due' | 'published'

export interface SampleAssessment {
  id: string
  version: number
  /** An appeal of the first unit, where one was wanted. */
  appeal: string | null
  appealFile: string | null
}

interface Wanted {
  regionId: string
  units: readonly string[]
  title: string
  state: SampleState
  supervisor: string
  /** Leads the first unit. */
  leader: string
  /** Words in the reasons, by which leaks can be found. */
  mark?: string
  /** Makes an appeal while appeals are possible, and answers it. */
  appealed?: boolean
  answered?: boolean
}

/** Brings an assessment into a state; `due` is one whose deadline is over. */
export function makeAssessment(db: Database, wanted: Wanted): Promise<SampleAssessment> {
  return transaction(db, 'assessment.load-assessments', async (tx) => {
    const supervisor = await called(tx, wanted.supervisor)
    const old = ['due', 'published'].includes(wanted.state)
    const period = old ? '2024' : wanted.state === 'draft' ? '2099' : '2025'
    const draft = sampleDraft(wanted.units, wanted.title, period)
    const { id } = await addAssessment(tx, supervisor.personId, wanted.regionId, draft)
    const row = () => getExercise(tx, id)
    const carry = async (verb: 'issue' | 'freeze', at: Date) =>
      carryAssessment(tx, supervisor, await row(), { verb, text: null }, at)
    if (wanted.state !== 'draft') {
      await carry('issue', new Date('2023-12-01T01:00:00Z'))
      const judged = { applies: true, target: null, value: null, times: 0, source: null }
      const entries = wanted.units.map((unitId, at) => ({
        ...judged,
        unitId,
        code: 'service',
        points: String(90 - at),
        reason: `走访记录齐全${at === 0 ? (wanted.mark ?? '') : ''}`,
      }))
      await putInputs(tx, supervisor.personId, await row(), entries, new Date())
    }
    let appeal: string | null = null
    let appealFile: string | null = null
    if (['frozen', 'due', 'published'].includes(wanted.state)) {
      const at = old ? new Date('2025-02-10T01:00:00Z') : new Date()
      await carry('freeze', at)
      if (wanted.appealed) ({ appeal, appealFile } = await appealAt(tx, await row(), wanted, at))
      if (appeal !== null && wanted.answered) await dismiss(tx, supervisor, appeal)
    }
    if (wanted.state === 'published') await putRanking(tx, await row(), new Date())
    return { id, version: (await row()).version, appeal, appealFile }
  })
}

async function appealAt(tx: Transaction, row: Awaited<ReturnType<typeof getExercise>>, wanted: Wanted, at: Date) {
  const leader = await called(tx, wanted.leader)
  const reason = `评分与走访记录不符${wanted.mark ?? ''}`
  const { id } = await addAppeal(tx, leader, row, wanted.units[0] ?? '', { code: 'service', reason }, at)
  const file = { name: '走访记录.pdf', content: Buffer.from('%PDF-1.4 proof') }
  return { appeal: id, appealFile: (await putFile(tx, leader, id, file, at)).id }
}

async function dismiss(tx: Transaction, supervisor: PersonActor, id: string): Promise<void> {
  const appeal = await tx.selectFrom('assessment.appeal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  await putAnswer(tx, supervisor, appeal, { verb: 'dismiss', reason: '记录不符', correction: null }, new Date())
}

export interface SampleDecomposition {
  id: string
  version: number
  share: string
}

/** Shares out the first free target of a region to these units, up to a state. */
export function makeDecomposition(
  db: Database,
  wanted: { regionId: string; units: readonly string[]; state: 'draft' | 'approved' | 'issued'; planner: string },
): Promise<SampleDecomposition> {
  return transaction(db, 'assessment.load-assessments', async (tx) => {
    const planner = await called(tx, wanted.planner)
    const target = await freeTarget(tx, wanted.regionId)
    const { id } = await addDecomposition(tx, planner.personId, wanted.regionId, target)
    const shares = wanted.units.map((unitId) => ({ regionId: wanted.regionId, unitId, amount: '1', weight: null }))
    await putShares(tx, await getDecomposition(tx, id), { rule: 'sum', shares })
    const paper = { document: '分解方案〔2026〕1号', documentDay: '2026-03-01', difference: '年中再定', text: null }
    const verbs = { draft: [], approved: ['approve'], issued: ['approve', 'issue'] } as const
    for (const verb of verbs[wanted.state])
      await carryDecomposition(tx, planner, await getDecomposition(tx, id), { verb, ...paper }, new Date())
    const { version } = await getDecomposition(tx, id)
    return { id, version, share: (await sharesOf(tx, id))[0]?.id ?? '' }
  })
}

/** A target of the region that nobody has shared out. */
export async function freeTarget(db: Reader, regionId: string): Promise<string> {
  const taken = await db.selectFrom('assessment.decomposition').select('target_id').execute()
  const all = await ledgerTargets(db, regionId)
  const free = all.find(({ id }) => taken.every((one) => one.target_id !== id))
  if (!free) throw new Error(`Every target of ${regionId} is shared out.`)
  return free.id
}

async function called(tx: Transaction, signIn: string): Promise<PersonActor> {
  const found = await findPersonActor(tx, signIn)
  if (!found) throw new Error(`Nobody signs in as ${signIn}.`)
  return found
}
