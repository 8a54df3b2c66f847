import type { Transaction } from '@opensti/db'
import { type Actor, personOf, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import type { Decision } from '../contract-reading.ts'
import { ledgerFault, taskFault } from '../domain/matching/ledger-fault.ts'
import { isSure, type Proposal } from '../domain/matching/prepare-candidates.ts'
import { enterFigures, enterTasks, type LedgerPlace, ledgerId, removeFromLedger } from './ledger-entries.ts'
import { refreshSearch } from './refresh-search.ts'
import { damagedWordsOf, refuseDamagedNames } from './refuse-damaged-names.ts'
import { nameOf } from './views/rows.ts'

export interface DecidedRow {
  id: string
  position: number
  kind: string
  state: string
  version: number
  proposal: Proposal
  ledger_id: string | null
}

export interface Decided {
  row: DecidedRow
  decision: Pick<Decision, 'verb' | 'figure' | 'task'>
}

/**
 * Carries out a person’s decisions about candidates of one reading: the ledger, the candidates with what was decided, search and
 * the region's revision. A few statements, however many the decisions are. `batch` ties together what is undone together.
 */
export async function enterDecisions(
  tx: Transaction,
  actor: Actor,
  place: LedgerPlace,
  decided: readonly Decided[],
  batch: string | null = null,
): Promise<void> {
  const all = decided.map(({ row, decision }) => outcomeOf(place, row, decision))
  // First what a rival for the same candidates writes too: whoever is later begins again here, not at a taken key.
  await keepDecisions(tx, actor, all, place.damagedWords, batch)
  const entered = all.filter((one) => one.ledgerId !== null)
  const documents = place.published && entered.length > 0 ? await publishDocument(tx, place) : []
  const removed = decided.flatMap(({ row }) => row.ledger_id ?? [])
  const indicators = [
    ...(await removeFromLedger(tx, removed)),
    ...(await enterFigures(
      tx,
      place,
      entered.flatMap(({ row, after }) =>
        after.figure ? { candidateId: row.id, figure: after.figure, cite: after.cite } : [],
      ),
    )),
  ]
  const tasks = await enterTasks(
    tx,
    place,
    entered.flatMap(({ row, after }) =>
      after.task ? { candidateId: row.id, position: row.position, task: after.task, cite: after.cite } : [],
    ),
  )
  // All who write in a region meet here, late, so that they wait for each other no longer than needed.
  await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', place.regionId).execute()
  await refreshSearch(tx, {
    indicators: indicators.map((code) => ({ regionId: place.regionId, code })),
    tasks: [...tasks, ...removed],
    documents,
  })
}

/** Where what is confirmed goes, and which words of its copies may not go with it. */
export async function ledgerPlace(
  tx: Transaction,
  reading: { region_id: string; plan_code: string; document_code: string },
): Promise<LedgerPlace> {
  const plan = await tx
    .selectFrom('plans.plan')
    .select('published_at')
    .where('region_id', '=', reading.region_id)
    .where('code', '=', reading.plan_code)
    .executeTakeFirstOrThrow()
  return {
    regionId: reading.region_id,
    planCode: reading.plan_code,
    documentCode: reading.document_code,
    published: plan.published_at !== null,
    damagedWords: await damagedWordsOf(tx, { regionId: reading.region_id, code: reading.plan_code }),
  }
}

/** What is confirmed for a public plan is public at once, so its document has to be findable too, under a sound title. */
async function publishDocument(tx: Transaction, place: LedgerPlace): Promise<string[]> {
  const changed = await tx
    .updateTable('plans.document')
    .set({ published: true })
    .where('code', '=', place.documentCode)
    .where('published', '=', false)
    .returning(['code', 'names'])
    .execute()
  const titles = changed.map((row) => ({ kind: 'title' as const, name: nameOf(row.names).zh }))
  refuseDamagedNames(titles, place.damagedWords)
  return changed.map((row) => row.code)
}

interface Outcome {
  row: DecidedRow
  verb: Decision['verb']
  corrected: boolean
  after: Proposal
  ledgerId: string | null
}

const states = { accept: 'accepted', reject: 'rejected', reopen: 'open' } as const

function outcomeOf(place: LedgerPlace, row: DecidedRow, { verb, figure, task }: Decided['decision']): Outcome {
  // What was found as a figure stays one.
  const after: Proposal = {
    ...row.proposal,
    ...(figure && row.proposal.figure && { figure }),
    ...(task && row.proposal.task && { task }),
  }
  if (verb === 'accept') refuseIncomplete(row, after, place.damagedWords, figure ? 'by-person' : 'by-machine')
  return {
    row,
    verb,
    after,
    corrected: figure !== undefined || task !== undefined,
    ledgerId: verb === 'accept' ? ledgerId(place, row.id) : null,
  }
}

function refuseIncomplete(
  row: DecidedRow,
  { figure, task }: Proposal,
  words: readonly string[],
  named: 'by-machine' | 'by-person',
): void {
  const fault = figure ? ledgerFault(figure, words, named) : task ? taskFault(task, words) : null
  if (!fault) return
  throw unprocessable(
    'candidate_incomplete',
    { zh: `第 ${row.position + 1} 条还不能确认。`, en: `Item ${row.position + 1} cannot be accepted yet.` },
    { details: [{ message: fault, place: { row: row.position + 1 } }] },
  )
}

async function keepDecisions(
  tx: Transaction,
  actor: Actor,
  outcomes: readonly Outcome[],
  words: readonly string[],
  batch: string | null,
): Promise<void> {
  const { personId } = personOf(actor)
  const rows = outcomes.map(({ row, verb, corrected, after, ledgerId: ledger_id }) => ({
    id: row.id,
    version: row.version + 1,
    state: states[verb],
    verb: verb === 'accept' && corrected ? 'correct' : verb,
    ledger_id,
    proposal: after,
    sure: isSure(after, words),
    before: { state: row.state, ...row.proposal },
    after: { state: states[verb], ...after },
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, version int, state text,
    verb text, ledger_id text, proposal jsonb, sure boolean, before jsonb, after jsonb)`
  await sql`update ${sql.table('plans.candidate')} as candidate set proposal = given.proposal, sure = given.sure,
      state = given.state, version = given.version, ledger_id = given.ledger_id,
      decided_by = ${personId}::uuid, decided_at = clock_timestamp()
    from ${given} where candidate.id = given.id`.execute(tx)
  await sql`insert into plans.decision (candidate_id, version, verb, before, after, decided_by, batch)
    select id, version, verb, before, after, ${personId}::uuid, ${batch}::uuid from ${given}`.execute(tx)
}
