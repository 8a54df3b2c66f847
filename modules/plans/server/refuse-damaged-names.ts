import type { Database, Transaction } from '@opensti/db'
import { type Bilingual, type ErrorDetail, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { nameFault } from '../domain/matching/public-names.ts'

/** A name that everybody will see. */
export interface PublicName {
  kind: 'title' | 'indicator' | 'measure' | 'task' | 'unit'
  name: string
}

/** Words that must not stand in the names of a plan: those of the regions' lists, and those found in the copies read into it. */
export async function damagedWordsOf(
  db: Database | Transaction,
  plan: { regionId: string; code: string },
): Promise<string[]> {
  const readings = await db
    .selectFrom('plans.reading')
    // Only the words: the structure of a long paper is large, and this is asked with every decision.
    .select(sql<string[] | null>`structure -> 'damagedWords'`.as('words'))
    .where('region_id', '=', plan.regionId)
    .where('plan_code', '=', plan.code)
    .execute()
  const own = readings.flatMap((row) => row.words ?? [])
  return [...new Set([...(await listedDamagedWords(db)), ...own])]
}

/** The words that the regions' own content lists as damage. */
export async function listedDamagedWords(db: Database | Transaction): Promise<string[]> {
  const rows = await db.selectFrom('plans.content_row').select('data').where('kind', '=', 'damagedWords').execute()
  return rows.map((row) => (row.data as { wrong: string }).wrong)
}

/**
 * The gate through which every name passes on its way to the public.
 * @throws AppError (unprocessable) naming each damaged name, where it stands and what to do
 */
export function refuseDamagedNames(names: readonly PublicName[], words: readonly string[]): void {
  const details: ErrorDetail[] = []
  for (const { kind, name } of names) {
    const fault = nameFault(name, words)
    if (!fault) continue
    const what = kinds[kind]
    details.push({
      message: {
        zh: `${what.name.zh}“${name}”：${fault.zh}${what.remedy.zh}`,
        en: `${what.name.en} “${name}”: ${fault.en} ${what.remedy.en}`,
      },
      place: { field: kind },
    })
  }
  if (details.length === 0) return
  throw unprocessable(
    'damaged_names',
    {
      zh: `有 ${details.length} 个名称带有残缺文本的痕迹，还不能公布。`,
      en: `${details.length} names carry damage of the copy and cannot become public yet.`,
    },
    { details: details.slice(0, 20) },
  )
}

/**
 * The same gate for a title that a person gives.
 * @throws AppError (unprocessable) when it shows damage of the copy
 */
export function refuseDamagedTitle(title: string, words: readonly string[]): void {
  const fault = nameFault(title, words)
  if (!fault) return
  throw unprocessable(
    'damaged_title',
    { zh: '这个标题带有残缺文本的痕迹。', en: 'This title carries damage of the copy.' },
    {
      details: [{ message: fault, place: { field: 'title' } }],
      remedy: { zh: '请按正式文本更正标题。', en: 'Correct the title from the published text.' },
    },
  )
}

const reopen: Bilingual = {
  zh: '请把这条退回待确认，更正名称后再确认。',
  en: 'Reopen the item, correct its name and accept it again.',
}

const kinds: Record<PublicName['kind'], { name: Bilingual; remedy: Bilingual }> = {
  title: {
    name: { zh: '标题', en: 'Title' },
    remedy: {
      zh: '请在读这份文件的屏幕上更正标题。',
      en: 'Correct the title on the screen where the document is read.',
    },
  },
  indicator: { name: { zh: '指标', en: 'Indicator' }, remedy: reopen },
  measure: { name: { zh: '计量单位', en: 'Unit of measure' }, remedy: reopen },
  task: { name: { zh: '任务', en: 'Task' }, remedy: reopen },
  unit: { name: { zh: '责任单位', en: 'Unit' }, remedy: reopen },
}
