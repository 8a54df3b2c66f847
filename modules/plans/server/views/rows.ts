import type { Reader, Tables } from '@opensti/db'
import { periodName } from '@opensti/kernel'
import type { RegionLinks } from '@opensti/regions'
import { afterWord, formatFigure } from '@opensti/ui'
import type { Selectable } from 'kysely'
import type { Citation, Name, PlanRef, RegionRef, Target } from '../../contract.ts'
import type { TargetRow } from './target-changes.ts'

/** From table rows to the shapes that screens show. jsonb arrives parsed; numeric arrives as text. */

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>

interface CiteRow {
  document?: string
  section?: string
  paragraph?: number
  verified: 'official' | 'source' | 'unverified' | 'reported'
  /** The unit that reported it in this system, as it was called then. */
  reporter?: { zh: string; en: string }
  /** Text alone is Chinese. */
  note?: string | { zh: string; en?: string }
}

/** Titles of documents, asked for once per screen. */
export type DocumentTitles = ReadonlyMap<string, { names: Name; number: string | null; invented: boolean }>

export async function documentTitles(db: Reader): Promise<DocumentTitles> {
  const rows = await db
    .selectFrom('plans.document as document')
    .leftJoin('plans.region as region', 'region.id', 'document.region_id')
    .select(['document.code', 'document.names', 'document.number', 'region.invented'])
    .execute()
  return new Map(
    rows.map((row) => [row.code, { names: nameOf(row.names), number: row.number, invented: row.invented ?? false }]),
  )
}

export function nameOf(value: unknown): Name {
  const name = value as Partial<Name> | null
  return { zh: name?.zh ?? '', en: name?.en ?? name?.zh ?? '' }
}

export function nameOrNull(value: unknown): Name | null {
  return value === null || value === undefined ? null : nameOf(value)
}

export function citationOf(value: unknown, titles: DocumentTitles): Citation {
  const cite = value as CiteRow
  const document = cite.document ? titles.get(cite.document) : undefined
  return {
    documentId: cite.document ?? '',
    documentTitle: document?.names ?? sourceWithoutPaper(cite),
    documentNumber: document?.number ?? null,
    section: cite.section === undefined ? null : placeText(cite.section),
    paragraph: cite.paragraph ?? null,
    verified: document?.invented ? 'invented' : cite.verified,
    note: typeof cite.note === 'string' ? nameOf({ zh: cite.note }) : nameOrNull(cite.note),
  }
}

function sourceWithoutPaper({ reporter }: CiteRow): Name {
  if (!reporter) return { zh: '未引文件', en: 'No document cited' }
  return { zh: `${reporter.zh}报送`, en: `Reported by ${reporter.en}` }
}

type Figure = Parameters<typeof formatFigure>[0]

/** A target's or a value's figure. */
export function figureOf(
  row: Pick<Row<'plans.value'>, 'comparator' | 'value' | 'unit'> & { value2?: string | null; per_year?: boolean },
): Figure {
  return {
    comparator: row.comparator as Figure['comparator'],
    value: Number(row.value),
    value2: row.value2 == null ? null : Number(row.value2),
    unit: row.unit,
    perYear: row.per_year ?? false,
  }
}

/** A figure with its time in words: 2020年超过 50%, 2016年 120 家; 2020: more than 50%. */
export function figureText(figure: Figure, period: string | null): Name {
  const [zh, en] = [formatFigure(figure, 'zh'), formatFigure(figure, 'en')]
  if (period === null) return { zh, en }
  const time = periodName(period)
  return { zh: afterWord(time.zh, zh), en: `${time.en}: ${en}` }
}

/** A place or a number as official papers write it: 四（一）1, also where the content has the short 四(一)1. */
export function placeText(place: string): string {
  return place.replace(/\(([^()]*)\)/g, '（$1）')
}

export function regionRef(row: Pick<Row<'plans.region'>, 'id' | 'names' | 'parent_id' | 'invented'>): RegionRef {
  return { id: row.id, name: nameOf(row.names), parentId: row.parent_id, invented: row.invented }
}

/** How the regions hang together, for walking up and down among them. */
export async function regionLinks(db: Reader): Promise<RegionLinks[]> {
  const rows = await db.selectFrom('plans.region').select(['id', 'parent_id', 'areas']).orderBy('position').execute()
  return rows.map((row) => ({ id: row.id, parent: row.parent_id, areas: row.areas }))
}

export function planRef(
  row: Pick<Row<'plans.plan'>, 'region_id' | 'code' | 'names' | 'start_year' | 'end_year'>,
): PlanRef {
  return {
    id: row.code,
    regionId: row.region_id,
    name: nameOf(row.names),
    startYear: row.start_year,
    endYear: row.end_year,
  }
}

/** A row of the ledger and, after it, its stages on the way as targets of their own. */
export function targetsOf(row: TargetRow, titles: DocumentTitles): Target[] {
  const main: Target = {
    id: row.id,
    kind: row.kind as Target['kind'],
    comparator: row.comparator as Target['comparator'],
    value: Number(row.value),
    value2: row.value2 === null ? null : Number(row.value2),
    unit: row.unit,
    year: row.year,
    startYear: row.start_year,
    perYear: row.per_year,
    staged: false,
    ...(row.changes && row.changes.length > 0 && { changes: row.changes }),
    note: nameOrNull(row.note),
    citation: citationOf(row.cite, titles),
  }
  const stages = row.stages as unknown as { year: number; value: number }[]
  const { changes: _, ...asPlanned } = main
  return [
    main,
    ...stages.map((stage) => ({
      ...asPlanned,
      id: `${row.id}@${stage.year}`,
      year: stage.year,
      value: stage.value,
      staged: true,
    })),
  ]
}
