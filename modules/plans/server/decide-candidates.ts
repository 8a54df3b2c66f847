import { type Database, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, type ErrorDetail, notFound, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import type { Decision, FigureProposal, TaskProposal } from '../contract-reading.ts'
import { ledgerFault } from '../domain/matching/ledger-fault.ts'
import { enterFigure, enterTask, type LedgerPlace, removeFromLedger } from './ledger-entries.ts'
import { refreshSearch } from './refresh-search.ts'

/** What is kept of a candidate besides the state: the proposal with its citation. */
interface Proposal {
  match: 'same' | 'likely' | 'none'
  figure?: FigureProposal
  task?: TaskProposal
  cite: { path: string; paragraph: number }
}

/**
 * A person's decisions about candidates: all of them or none. Accepting writes the ledger at once, reopening takes the
 * entry back. When somebody else decided in the meantime, nothing is changed and the answer names the candidates.
 */
export async function decideCandidates(
  db: Database,
  actor: Actor,
  readingId: string,
  decisions: readonly Decision[],
  requestId: string,
): Promise<void> {
  await transaction(db, 'plans.decide-candidates', async (tx) => {
    const reading = await tx.selectFrom('plans.reading').selectAll().where('id', '=', readingId).executeTakeFirst()
    if (!reading) throw notFound()
    const candidates = await tx
      .selectFrom('plans.candidate')
      .selectAll()
      .where('reading_id', '=', readingId)
      .where(
        'id',
        'in',
        decisions.map((decision) => decision.candidateId),
      )
      .execute()
    const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
    refuseOvertaken(decisions, byId)
    const place = await ledgerPlace(tx, reading)
    for (const decision of decisions) await decideOne(tx, actor, place, byId.get(decision.candidateId)!, decision)
    await tx
      .updateTable('plans.region')
      .set({ revision: sql`revision + 1` })
      .where('id', '=', reading.region_id)
      .execute()
    await refreshSearch(tx, reading.region_id)
    await recordAudit(tx, {
      actor,
      action: 'plans.decide-candidates',
      region: reading.region_id,
      object: { kind: 'reading', id: readingId },
      detail: countVerbs(decisions),
      requestId,
    })
  })
}

/** A figure confirmed for a public plan is public at once, so its document has to be findable too. */
async function ledgerPlace(
  tx: Transaction,
  reading: { region_id: string; plan_code: string; document_code: string },
): Promise<LedgerPlace> {
  const plan = await tx
    .selectFrom('plans.plan')
    .select('published_at')
    .where('region_id', '=', reading.region_id)
    .where('code', '=', reading.plan_code)
    .executeTakeFirstOrThrow()
  const published = plan.published_at !== null
  if (published)
    await tx
      .updateTable('plans.document')
      .set({ published })
      .where('code', '=', reading.document_code)
      .where('published', '=', false)
      .execute()
  return { regionId: reading.region_id, planCode: reading.plan_code, documentCode: reading.document_code, published }
}

interface CandidateRow {
  id: string
  position: number
  kind: string
  state: string
  version: number
  proposal: unknown
  ledger_id: string | null
}

async function decideOne(
  tx: Transaction,
  actor: Actor,
  place: LedgerPlace,
  row: CandidateRow,
  decision: Decision,
): Promise<void> {
  const before = row.proposal as Proposal
  const after: Proposal = {
    ...before,
    ...(decision.figure && { figure: decision.figure }),
    ...(decision.task && { task: decision.task }),
  }
  const corrected = decision.figure !== undefined || decision.task !== undefined
  if (row.ledger_id !== null) await removeFromLedger(tx, row.ledger_id)
  const ledgerId = decision.verb === 'accept' ? await enter(tx, place, row, after) : null
  await tx
    .updateTable('plans.candidate')
    .set({
      proposal: json(after),
      state: states[decision.verb],
      version: row.version + 1,
      ledger_id: ledgerId,
      decided_by: actor.kind === 'person' ? actor.personId : null,
      decided_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', row.id)
    .execute()
  await tx
    .insertInto('plans.decision')
    .values({
      candidate_id: row.id,
      version: row.version + 1,
      verb: decision.verb === 'accept' && corrected ? 'correct' : decision.verb,
      before: json({ state: row.state, ...before }),
      after: json({ state: states[decision.verb], ...after }),
      decided_by: actor.kind === 'person' ? actor.personId : row.id,
    })
    .execute()
}

const states = { accept: 'accepted', reject: 'rejected', reopen: 'open' } as const

async function enter(tx: Transaction, place: LedgerPlace, row: CandidateRow, proposal: Proposal): Promise<string> {
  if (row.kind === 'figure' && proposal.figure) {
    const fault = ledgerFault(proposal.figure)
    if (fault) {
      throw unprocessable(
        'candidate_incomplete',
        { zh: `第 ${row.position + 1} 条还不能确认。`, en: `Item ${row.position + 1} cannot be accepted yet.` },
        {
          details: [{ message: fault, place: { row: row.position + 1 } }],
        },
      )
    }
    return enterFigure(tx, place, row.id, proposal.figure, proposal.cite)
  }
  if (row.kind === 'task' && proposal.task)
    return enterTask(tx, place, row.id, row.position, proposal.task, proposal.cite)
  throw notFound()
}

function refuseOvertaken(decisions: readonly Decision[], byId: ReadonlyMap<string, CandidateRow>): void {
  const details: ErrorDetail[] = []
  for (const decision of decisions) {
    const row = byId.get(decision.candidateId)
    if (!row) throw notFound()
    if (row.version === decision.version) continue
    const number = row.position + 1
    details.push({
      message: {
        zh: `第 ${number} 条已由他人处理(${stateWords[row.state]?.zh ?? row.state})`,
        en: `Item ${number} was decided by someone else (${stateWords[row.state]?.en ?? row.state})`,
      },
      place: { row: number },
    })
  }
  if (details.length === 0) return
  throw conflict(
    'overtaken',
    {
      zh: '有人先处理了其中的条目，您的操作没有生效。',
      en: 'Someone decided some of these first; nothing of yours was changed.',
    },
    {
      details,
      remedy: { zh: '页面已更新，请看过后再办理。', en: 'The screen has been refreshed; look again and decide.' },
    },
  )
}

const stateWords: Record<string, { zh: string; en: string }> = {
  open: { zh: '待确认', en: 'open' },
  accepted: { zh: '已确认', en: 'accepted' },
  rejected: { zh: '已排除', en: 'rejected' },
}

function countVerbs(decisions: readonly Decision[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { verb } of decisions) counts[verb] = (counts[verb] ?? 0) + 1
  return counts
}
