import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type Bilingual, type ErrorDetail, notFound, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { nameFault } from '../domain/matching/public-names.ts'
import { refreshSearch, touchedWithPlan } from './refresh-search.ts'
import type { ReadingStructure } from './start-reading.ts'

/**
 * Makes a draft plan and its document public, or takes them back. Whoever asks again gets the same state.
 * @throws AppError (unprocessable) when a name would become public that a damaged copy has spoilt
 */
export async function publishPlan(
  db: Database,
  actor: Actor,
  plan: { regionId: string; code: string },
  published: boolean,
  requestId: string,
): Promise<void> {
  await transaction(db, 'plans.publish-plan', async (tx) => {
    const changed = await tx
      .updateTable('plans.plan')
      .set({ published_at: published ? sql<Date>`coalesce(published_at, clock_timestamp())` : null })
      .where('region_id', '=', plan.regionId)
      .where('code', '=', plan.code)
      .returning('document_code')
      .executeTakeFirst()
    if (!changed) throw notFound()
    if (published) await refuseDamagedNames(tx, plan)
    if (changed.document_code) {
      await tx
        .updateTable('plans.document')
        .set({ published })
        .where('code', '=', changed.document_code)
        .where('origin', '=', 'reading')
        .execute()
    }
    // Actual values that were confirmed from the plan's document go with it.
    await tx
      .updateTable('plans.value')
      .set({ status: published ? 'published' : 'approved' })
      .where('region_id', '=', plan.regionId)
      .where('origin', '=', 'reading')
      .where('id', 'like', `${plan.regionId}/${plan.code}/%`)
      .execute()
    await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', plan.regionId).execute()
    await refreshSearch(tx, {
      ...(await touchedWithPlan(tx, plan.regionId, plan.code)),
      documents: changed.document_code ? [changed.document_code] : [],
    })
    await recordAudit(tx, {
      actor,
      action: published ? 'plans.publish-plan' : 'plans.withdraw-plan',
      region: plan.regionId,
      object: { kind: 'plan', id: plan.code },
      requestId,
    })
  })
}

const kinds: Record<string, { name: Bilingual; remedy: Bilingual }> = {
  title: {
    name: { zh: '标题', en: 'Title' },
    remedy: {
      zh: '请在读这份文件的屏幕上更正标题。',
      en: 'Correct the title on the screen where the document is read.',
    },
  },
  indicator: {
    name: { zh: '指标', en: 'Indicator' },
    remedy: {
      zh: '请把这条退回待确认，更正名称后再确认。',
      en: 'Reopen the item, correct its name and accept it again.',
    },
  },
  task: {
    name: { zh: '任务', en: 'Task' },
    remedy: {
      zh: '请把这条退回待确认，更正名称后再确认。',
      en: 'Reopen the item, correct its title and accept it again.',
    },
  },
}

/** Names that came from documents and would be seen by everybody: hidden years and replaced words must not be among them. */
async function refuseDamagedNames(tx: Transaction, plan: { regionId: string; code: string }): Promise<void> {
  const { rows: names } = await sql<{ kind: string; name: string }>`
    select 'title' as kind, names->>'zh' as name from plans.plan
      where origin = 'reading' and region_id = ${plan.regionId} and code = ${plan.code}
    union select 'title', document.names->>'zh' from plans.document
      join plans.reading on reading.document_code = document.code
      where document.origin = 'reading' and reading.region_id = ${plan.regionId} and reading.plan_code = ${plan.code}
    union select 'indicator', indicator.names->>'zh' from plans.indicator
      where origin = 'reading' and code in (
        select indicator_code from plans.target where region_id = ${plan.regionId} and plan_code = ${plan.code}
        union select indicator_code from plans.value
          where region_id = ${plan.regionId} and starts_with(id, ${`${plan.regionId}/${plan.code}/`}))
    union select 'task', title->>'zh' from plans.task
      where origin = 'reading' and region_id = ${plan.regionId} and plan_code = ${plan.code}
    order by kind, name`.execute(tx)
  const readings = await tx
    .selectFrom('plans.reading')
    .select('structure')
    .where('region_id', '=', plan.regionId)
    .where('plan_code', '=', plan.code)
    .execute()
  const words = readings.flatMap((row) => (row.structure as Partial<ReadingStructure>).damagedWords ?? [])
  const details: ErrorDetail[] = []
  for (const { kind, name } of names) {
    const fault = nameFault(name, words)
    const what = kinds[kind]
    if (!fault || !what) continue
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
