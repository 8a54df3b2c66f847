import { actorNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import { sql } from 'kysely'
import {
  type Candidate,
  candidatesAtOnce,
  type ReadingPiece,
  type ReadingProgress,
  type ReadingSummary,
  type ReadingView,
} from '../../contract-reading.ts'
import type { Piece } from '../../domain/matching/cut-pieces.ts'
import { ledgerFault, taskFault } from '../../domain/matching/ledger-fault.ts'
import type { Proposal } from '../../domain/matching/prepare-candidates.ts'
import { knownIndicators, knownUnits } from '../known.ts'
import type { ReadingStructure } from '../start-reading.ts'
import { nameOf, placeText, planRef, regionRef } from './rows.ts'

/** What the reading screen begins with: the document as a whole and its first candidates. The rest is asked for in pieces. */
export async function getReadingView(db: Reader, id: string): Promise<ReadingView> {
  const [summary] = await readingSummaries(db, { id })
  const reading = await db
    .selectFrom('plans.reading')
    .select(['structure', 'region_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!summary || !reading) throw notFound()
  const [progress, candidates, pieces, indicators, units] = await Promise.all([
    getReadingProgress(db, id),
    getCandidates(db, id, { from: 0 }),
    db
      .selectFrom('plans.reading_piece')
      .select(['place_start', 'place_end'])
      .where('reading_id', '=', id)
      .orderBy('number')
      .execute(),
    knownIndicators(db, reading.region_id),
    knownUnits(db, reading.region_id),
  ])
  // Readings of an earlier edition have no counts; all they found is in their lists.
  const { checks, damage, counts } = reading.structure as Omit<ReadingStructure, 'counts'> & Partial<ReadingStructure>
  const contradictions = checks.filter((check) => check.result === 'contradicts').length
  return {
    ...summary,
    progress,
    pieces: pieces.map((piece) => piece.place_start),
    length: pieces.at(-1)?.place_end ?? 0,
    damage: damage.map(damageMark),
    checks: checks.map(({ kind, result, places, formula, message }) => ({ kind, result, places, formula, message })),
    found: {
      checks: counts?.checks ?? checks.length,
      contradictions: counts?.contradictions ?? contradictions,
      damage: counts?.damage ?? damage.length,
    },
    candidates,
    indicators: indicators.map(({ code, name, unit }) => ({ id: code, name, unit })),
    units: units.map(({ id: unit, name, shortName }) => ({ id: unit, name, shortName })),
  }
}

function damageMark({ start, end, sign, quote, expected, message }: Piece['marks']['damage'][number]) {
  return { start, end, sign, quote, expected, message }
}

/** How far everybody is. */
export async function getReadingProgress(db: Reader, id: string): Promise<ReadingProgress> {
  const { rows } = await sql<
    Record<'figures' | 'openFigures' | 'tasks' | 'openTasks' | 'sure' | 'revision', string> & { states: string }
  >`
    select coalesce(string_agg(left(state, 1), '' order by position), '') as states,
      count(*) filter (where kind = 'figure') as figures,
      count(*) filter (where kind = 'figure' and state = 'open') as "openFigures",
      count(*) filter (where kind = 'task') as tasks,
      count(*) filter (where kind = 'task' and state = 'open') as "openTasks",
      count(*) filter (where sure and state = 'open') as sure,
      coalesce(sum(version), 0) as revision
    from plans.candidate where reading_id = ${id}::uuid`.execute(db)
  const row = rows[0]!
  return {
    states: row.states,
    sure: Number(row.sure),
    revision: Number(row.revision),
    figures: { total: Number(row.figures), open: Number(row.openFigures) },
    tasks: { total: Number(row.tasks), open: Number(row.openTasks) },
  }
}

/** One piece of the source, with the places of the candidates that begin in it. */
export async function getReadingPiece(db: Reader, id: string, number: number): Promise<ReadingPiece> {
  const piece = await db
    .selectFrom('plans.reading_piece')
    .selectAll()
    .where('reading_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!piece) throw notFound()
  const candidates = await db
    .selectFrom('plans.candidate')
    .select(['position', 'place_start as start', 'place_end as end'])
    .where('reading_id', '=', id)
    .where('position', '>=', piece.position_start)
    .where('position', '<', piece.position_end)
    .orderBy('position')
    .execute()
  const { sections, noise, damage } = piece.marks as Piece['marks']
  return {
    start: piece.place_start,
    text: piece.text,
    sections: sections.map(({ start, end, number: own, title, level }) => ({ start, end, number: own, title, level })),
    noise: noise.map(({ start, end, reason }) => ({ start, end, reason })),
    damage: damage.map(damageMark),
    candidates,
  }
}

/** Candidates in reading order: a window of one reading, or those named. */
export async function getCandidates(
  db: Reader,
  readingId: string,
  which: { from: number } | { ids: readonly string[] },
): Promise<Candidate[]> {
  const all = db.selectFrom('plans.candidate').selectAll().where('reading_id', '=', readingId)
  const query =
    'ids' in which
      ? all.where(sql<boolean>`id = any(${which.ids}::uuid[])`)
      : all.where('position', '>=', which.from).where('position', '<', which.from + candidatesAtOnce)
  const rows = await query.orderBy('position').execute()
  const names = await actorNames(
    db,
    rows.flatMap((row) => row.decided_by ?? []),
  )
  const words = await wordsOfReading(db, readingId)
  return rows.map((row) => {
    const { figure, task, match, cite } = row.proposal as Proposal
    return {
      id: row.id,
      position: row.position,
      start: row.place_start,
      end: row.place_end,
      section: placeText(cite.path),
      paragraph: cite.paragraph,
      match,
      figure: figure ?? null,
      task: task ?? null,
      missing: figure ? ledgerFault(figure, words) : task ? taskFault(task, words) : null,
      sure: row.sure,
      state: row.state as Candidate['state'],
      version: row.version,
      decidedBy: row.decided_by === null ? null : (names.get(row.decided_by) ?? null),
      decidedAt: row.decided_at?.toISOString() ?? null,
    }
  })
}

/** Words damaged in this copy: a name that holds one cannot be accepted. */
async function wordsOfReading(db: Reader, readingId: string): Promise<readonly string[]> {
  const row = await db.selectFrom('plans.reading').select('structure').where('id', '=', readingId).executeTakeFirst()
  return (row?.structure as Partial<ReadingStructure> | undefined)?.damagedWords ?? []
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
    .$narrowType<{ document_code: string }>()
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
