import { canonicalJson, type Database, databaseNow, type Reader, recordAudit, transaction } from '@opensti/db'
import { type Actor, conflict, newId, personOf } from '@opensti/kernel'
import type { BriefFormat, IssueBrief } from '../../contract.ts'
import { digestOf } from '../move-exercise.ts'
import { briefFacts, digestOfFacts } from './brief-facts.ts'
import { makeIssue } from './make-period-brief.ts'
import type { PeriodFacts } from './period-brief.ts'

/** Everything an issued brief rests on. Its papers are made of this and of nothing else. */
export interface BriefData extends PeriodFacts {
  form: 'opensti-brief/1'
  edition: number
  issuedAt: string
}

interface Prepared {
  edition: number
  issuedAt: Date
  papers: Record<BriefFormat, Uint8Array>
}

/**
 * Issues the brief of a period: keeps the page, its annex and its data byte by byte, with digests that anybody can check. What is kept
 * are the figures that the issuer saw; papers are made before the writing, which looks once more.
 *
 * @throws `figures_changed` (409) when the ledger says something else by now; `already_issued` (409) when the last edition says the same;
 *   `issued_meanwhile` (409); `no_plan` (422); `papers_busy` (503).
 */
export async function issueBrief(
  db: Database,
  actor: Actor,
  { region, period, seen }: { region: string; period: string } & IssueBrief,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  const asked = seen.toLowerCase()
  const facts = await briefFacts(db, region, period)
  const prepared = digestOfFacts(facts) === asked ? await prepare(db, facts) : null
  await transaction(db, 'evaluation.issue-brief', async (tx) => {
    const now = await briefFacts(tx, region, period)
    if (!prepared || digestOfFacts(now) !== asked) throw figuresChanged()
    const last = await lastEdition(tx, region, period)
    if (last?.facts_digest === asked) throw alreadyIssued()
    if ((last?.edition ?? 0) + 1 !== prepared.edition) throw issuedMeanwhile()
    const id = newId()
    const { edition, issuedAt } = prepared
    await tx
      .insertInto('evaluation.brief')
      .values({
        id,
        region_id: region,
        period,
        edition,
        facts_digest: asked,
        issued_by: person.personId,
        issued_at: issuedAt,
      })
      .execute()
    await tx
      .insertInto('evaluation.brief_paper')
      .values(
        Object.entries(prepared.papers).map(([format, content]) => ({
          brief_id: id,
          format: format as BriefFormat,
          digest: digestOf(content),
          size: content.length,
          content: Buffer.from(content),
        })),
      )
      .execute()
    await recordAudit(tx, {
      actor,
      action: 'evaluation.issue-brief',
      region,
      object: { kind: 'brief', id },
      requestId,
      detail: { period, edition, digest: digestOf(prepared.papers.pdf) },
    })
  })
}

/** The edition that was issued last for a period. */
export async function lastEdition(db: Reader, region: string, period: string) {
  return db
    .selectFrom('evaluation.brief')
    .select(['edition', 'facts_digest'])
    .where('region_id', '=', region)
    .where('period', '=', period)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function prepare(db: Database, facts: PeriodFacts): Promise<Prepared> {
  const last = await lastEdition(db, facts.plan.region.id, facts.period)
  const edition = (last?.edition ?? 0) + 1
  const issuedAt = await databaseNow(db)
  const data: BriefData = { form: 'opensti-brief/1', edition, issuedAt: issuedAt.toISOString(), ...facts }
  const json = Buffer.from(canonicalJson(data))
  const papers = await makeIssue(facts, { edition, digest: digestOf(json) })
  return { edition, issuedAt, papers: { ...papers, json } }
}

function figuresChanged() {
  return conflict(
    'figures_changed',
    {
      zh: '台账在您看过草稿之后有了变化，没有签发。',
      en: 'The ledger has changed since you saw the draft; nothing was issued.',
    },
    { remedy: { zh: '请刷新，看过新的草稿再签发。', en: 'Reload, look at the new draft, then issue it.' } },
  )
}

function alreadyIssued() {
  return conflict(
    'already_issued',
    {
      zh: '上一次签发的专报内容相同，不用再签发。',
      en: 'The edition issued last says the same; there is nothing to issue.',
    },
    { remedy: { zh: '请使用已签发的文件。', en: 'Use the papers that were issued.' } },
  )
}

function issuedMeanwhile() {
  return conflict(
    'issued_meanwhile',
    { zh: '刚刚有人签发了这个期间的专报。', en: 'Somebody has just issued the brief of this period.' },
    { remedy: { zh: '请刷新后再看是否还要签发。', en: 'Reload and see whether it still needs issuing.' } },
  )
}
