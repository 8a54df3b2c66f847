import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, type ErrorDetail, notFound, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import type { Decision } from '../contract-reading.ts'
import type { Proposal } from '../domain/matching/prepare-candidates.ts'
import { type DecidedRow, enterDecisions, ledgerPlace } from './enter-decisions.ts'

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
  refuseTwice(decisions)
  await transaction(db, 'plans.decide-candidates', async (tx) => {
    const reading = await openReading(tx, readingId)
    const candidates = await tx
      .selectFrom('plans.candidate')
      .select(['id', 'position', 'kind', 'state', 'version', 'proposal', 'ledger_id'])
      .where('reading_id', '=', readingId)
      .where(sql<boolean>`id = any(${decisions.map((decision) => decision.candidateId)}::uuid[])`)
      .execute()
    const byId = new Map(candidates.map((row) => [row.id, { ...row, proposal: row.proposal as Proposal }]))
    refuseOvertaken(decisions, byId)
    const decided = decisions.map((decision) => ({ row: byId.get(decision.candidateId)!, decision }))
    await enterDecisions(tx, actor, await ledgerPlace(tx, reading), decided)
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

/** A reading that can be decided about: one that is still being written is not there yet. */
export async function openReading(tx: Transaction, id: string) {
  const row = await tx
    .selectFrom('plans.reading')
    .select(['id', 'region_id', 'plan_code', 'document_code'])
    .where('id', '=', id)
    .where('state', '<>', 'preparing')
    .executeTakeFirst()
  if (!row?.plan_code || !row.document_code) throw notFound()
  return { ...row, plan_code: row.plan_code, document_code: row.document_code }
}

function refuseTwice(decisions: readonly Decision[]): void {
  if (new Set(decisions.map(({ candidateId }) => candidateId)).size === decisions.length) return
  throw unprocessable('decided_twice', {
    zh: '同一条内容在一次提交里出现了两次，没有办理。',
    en: 'One item stands twice in this request, so nothing was decided.',
  })
}

function refuseOvertaken(decisions: readonly Decision[], byId: ReadonlyMap<string, DecidedRow>): void {
  const details: ErrorDetail[] = []
  for (const decision of decisions) {
    const row = byId.get(decision.candidateId)
    if (!row) throw notFound()
    if (row.version === decision.version) continue
    const number = row.position + 1
    details.push({
      message: {
        zh: `第 ${number} 条已由他人处理（${stateWords[row.state]?.zh ?? row.state}）`,
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
