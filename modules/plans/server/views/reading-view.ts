import { personNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { Candidate, ReadingSummary, ReadingView } from '../../contract-reading.ts'
import { ledgerFault } from '../../domain/matching/ledger-fault.ts'
import type { Check, Damage, Noise, Section } from '../../domain/reading/model.ts'
import { knownIndicators, knownUnits } from '../known.ts'
import { nameOf, planRef, regionRef } from './rows.ts'

interface Structure {
  sections: Section[]
  noise: Noise[]
  damage: Damage[]
  checks: Check[]
}

/** Everything the reading screen shows: the source with its marks, and each candidate with what was decided. */
export async function getReadingView(db: Reader, id: string): Promise<ReadingView> {
  const [summary] = await readingSummaries(db, { id })
  const reading = await db
    .selectFrom('plans.reading')
    .select(['text', 'structure', 'region_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!summary || !reading) throw notFound()
  const [candidates, indicators, units] = await Promise.all([
    getCandidates(db, id),
    knownIndicators(db, reading.region_id),
    knownUnits(db, reading.region_id),
  ])
  const { sections, noise, damage, checks } = reading.structure as unknown as Structure
  return {
    ...summary,
    text: reading.text,
    sections: sections.map(({ start, end, number, title, level }) => ({ start, end, number, title, level })),
    noise: noise.map(({ start, end, reason }) => ({ start, end, reason })),
    damage: damage.map(({ start, end, sign, quote, expected, message }) => ({
      start,
      end,
      sign,
      quote,
      expected,
      message,
    })),
    checks: checks.map(({ kind, result, places, formula, message }) => ({ kind, result, places, formula, message })),
    candidates,
    indicators: indicators.map(({ code, name, unit }) => ({ id: code, name, unit })),
    units: units.map(({ id: unit, name, shortName }) => ({ id: unit, name, shortName })),
  }
}

/** Candidates in reading order; all of one reading, or those named. */
export async function getCandidates(db: Reader, readingId: string, ids?: readonly string[]): Promise<Candidate[]> {
  let query = db.selectFrom('plans.candidate').selectAll().where('reading_id', '=', readingId)
  if (ids) query = query.where('id', 'in', [...ids])
  const rows = await query.orderBy('position').execute()
  const names = await personNames(
    db,
    rows.flatMap((row) => row.decided_by ?? []),
  )
  return rows.map((row) => {
    const { figure, task, match, cite } = row.proposal as unknown as Pick<Candidate, 'figure' | 'task' | 'match'> & {
      cite: { path: string; paragraph: number }
    }
    return {
      id: row.id,
      position: row.position,
      start: row.place_start,
      end: row.place_end,
      section: cite.path,
      paragraph: cite.paragraph,
      match,
      figure: figure ?? null,
      task: task ?? null,
      missing: figure ? ledgerFault(figure) : null,
      state: row.state as Candidate['state'],
      version: row.version,
      decidedBy: row.decided_by === null ? null : (names.get(row.decided_by) ?? null),
      decidedAt: row.decided_at?.toISOString() ?? null,
    }
  })
}

/** The documents being read, newest first: of some regions, or one by its id. */
export async function readingSummaries(
  db: Reader,
  which: { id: string } | { regionIds: readonly string[] },
): Promise<ReadingSummary[]> {
  let query = db
    .selectFrom('plans.reading as reading')
    .innerJoin('plans.region as region', 'region.id', 'reading.region_id')
    .innerJoin('plans.document as document', 'document.code', 'reading.document_code')
    .innerJoin('plans.plan as plan', (join) =>
      join.onRef('plan.region_id', '=', 'reading.region_id').onRef('plan.code', '=', 'reading.plan_code'),
    )
    .select([
      'reading.id',
      'reading.file_name',
      'reading.created_at',
      'reading.document_code',
      'document.names as document_names',
    ])
    .select(['region.id as region_id', 'region.names as region_names', 'region.parent_id', 'region.invented'])
    .select(['plan.code', 'plan.names', 'plan.start_year', 'plan.end_year', 'plan.published_at'])
  query =
    'id' in which
      ? query.where('reading.id', '=', which.id)
      : query.where('reading.region_id', 'in', [...which.regionIds, ''])
  const rows = await query.orderBy('reading.created_at', 'desc').execute()
  const counts = await db
    .selectFrom('plans.candidate')
    .select(({ fn }) => ['reading_id', 'kind', 'state', fn.countAll<bigint>().as('count')])
    .where('reading_id', 'in', [...rows.map((row) => row.id), '00000000-0000-4000-8000-000000000000'])
    .groupBy(['reading_id', 'kind', 'state'])
    .execute()
  const count = (id: string, kind: string) => {
    const own = counts.filter((one) => one.reading_id === id && one.kind === kind)
    const sum = (list: typeof own) => list.reduce((total, one) => total + Number(one.count), 0)
    return { total: sum(own), open: sum(own.filter((one) => one.state === 'open')) }
  }
  return rows.map((row) => ({
    id: row.id,
    region: regionRef({ id: row.region_id, names: row.region_names, parent_id: row.parent_id, invented: row.invented }),
    plan: planRef(row),
    planPublished: row.published_at !== null,
    documentId: row.document_code,
    documentTitle: nameOf(row.document_names),
    fileName: row.file_name,
    createdAt: row.created_at.toISOString(),
    figures: count(row.id, 'figure'),
    tasks: count(row.id, 'task'),
  }))
}
