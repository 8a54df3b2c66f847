import { unitDirectory } from '@opensti/accounts'
import { type Database, databaseNow, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type Bilingual, notFound, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import { refreshSearch, touchedWithPlan } from './refresh-search.ts'
import { damagedWordsOf, type PublicName, refuseDamagedNames } from './refuse-damaged-names.ts'
import { nameOf } from './views/rows.ts'

/**
 * Makes a draft plan and its document public, or takes them back; what was public leaves the reason at its address. Whoever
 * asks again gets the same state.
 * @throws `reason_missing` (422) when it is withdrawn without one; `unprocessable` (422) when a name would become public that a damaged copy has spoilt
 */
export async function publishPlan(
  db: Database,
  actor: Actor,
  plan: { regionId: string; code: string },
  published: boolean,
  requestId: string,
  because: string | null = null,
): Promise<void> {
  if (!published && !because) throw reasonMissing()
  await transaction(db, 'plans.publish-plan', async (tx) => {
    const { rows: before } = await sql<{ public: boolean }>`
      select published_at is not null as public from plans.plan
      where region_id = ${plan.regionId} and code = ${plan.code}`.execute(tx)
    const withdrawn =
      before[0]?.public && because
        ? json({
            at: (await databaseNow(tx)).toISOString(),
            by: await officeOf(tx, actor, plan.regionId),
            because: { zh: because, en: because },
          })
        : undefined
    const changed = await tx
      .updateTable('plans.plan')
      .set(
        published
          ? {
              // What was withdrawn and published again keeps the day on which it first became public.
              published_at: sql<Date>`coalesce(published_at, first_published_at, clock_timestamp())`,
              first_published_at: sql<Date>`coalesce(first_published_at, published_at, clock_timestamp())`,
              withdrawn: null,
            }
          : {
              published_at: null,
              first_published_at: sql<Date | null>`coalesce(first_published_at, published_at)`,
              ...(withdrawn && { withdrawn }),
            },
      )
      .where('region_id', '=', plan.regionId)
      .where('code', '=', plan.code)
      .returning('document_code')
      .executeTakeFirst()
    if (!changed) throw notFound()
    if (published) refuseDamagedNames(await publicNames(tx, plan), await damagedWordsOf(tx, plan))
    const documents = await publishDocuments(tx, plan, changed.document_code, published)
    // Actual values that were confirmed from the plan's documents go with it; targets and tasks are seen with their plan.
    await tx
      .updateTable('plans.value')
      .set({ status: published ? 'published' : 'approved' })
      .where('region_id', '=', plan.regionId)
      .where('origin', '=', 'reading')
      .where(sql<boolean>`starts_with(id, ${`${plan.regionId}/${plan.code}/`})`)
      .execute()
    await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', plan.regionId).execute()
    await refreshSearch(tx, {
      ...(await touchedWithPlan(tx, plan.regionId, plan.code)),
      documents,
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

/** In whose name somebody acts: the unit for which she plans, or the region. No person is named to the public. */
async function officeOf(tx: Transaction, actor: Actor, regionId: string): Promise<Bilingual> {
  const units = await unitDirectory(tx)
  const grants = actor.kind === 'person' ? actor.grants.filter((grant) => grant.regionId === regionId) : []
  const unit = grants.flatMap((grant) => (grant.unitId === null ? [] : (units.find(grant.unitId)?.name ?? [])))[0]
  if (unit) return unit
  const region = await tx
    .selectFrom('plans.region')
    .select('names')
    .where('id', '=', regionId)
    .executeTakeFirstOrThrow()
  return nameOf(region.names)
}

function reasonMissing() {
  return unprocessable(
    'reason_missing',
    { zh: '撤回要写明原因。', en: 'A plan is withdrawn with a reason.' },
    {
      details: [
        {
          message: {
            zh: '写一句话；它会公开在规划原来的地址上。',
            en: 'One sentence, which will stand at the plan’s address for everybody.',
          },
          place: { field: 'because' },
        },
      ],
    },
  )
}

/** What came from documents and would be seen by everybody. */
async function publicNames(tx: Transaction, plan: { regionId: string; code: string }): Promise<PublicName[]> {
  const { rows } = await sql<PublicName>`
    with own_indicator as (
      select names, unit from plans.indicator where origin = 'reading' and code in (
        select indicator_code from plans.target where region_id = ${plan.regionId} and plan_code = ${plan.code}
        union select indicator_code from plans.value
          where region_id = ${plan.regionId} and starts_with(id, ${`${plan.regionId}/${plan.code}/`}))
    ), own_task as (
      select id, title from plans.task
      where origin = 'reading' and region_id = ${plan.regionId} and plan_code = ${plan.code}
    )
    select 'title' as kind, names->>'zh' as name from plans.plan
      where origin = 'reading' and region_id = ${plan.regionId} and code = ${plan.code}
    union select 'title', document.names->>'zh' from plans.document
      join plans.reading on reading.document_code = document.code
      where document.origin = 'reading' and reading.region_id = ${plan.regionId} and reading.plan_code = ${plan.code}
    union select 'indicator', names->>'zh' from own_indicator
    union select 'measure', unit from own_indicator
    union select 'task', title->>'zh' from own_task
    union select 'unit', unit_name from plans.task_unit join own_task on own_task.id = task_id
    order by kind, name`.execute(tx)
  return rows.filter((row) => row.name !== null)
}

/**
 * The plan's own document, and those that were read into it and confirmed, follow it: they become public with it, and
 * go with it unless another public plan holds them too. Returns those that changed.
 */
async function publishDocuments(
  tx: Transaction,
  plan: { regionId: string; code: string },
  own: string | null,
  published: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    update plans.document set published = ${published}
    where origin = 'reading' and published <> ${published}
      and (code = ${own} or code in (
        select document_code from plans.reading where region_id = ${plan.regionId} and plan_code = ${plan.code}
          and (not ${published}::boolean or exists (
            select from plans.candidate where reading_id = reading.id and state = 'accepted'))))
      and (${published}::boolean or not exists (
        select from plans.plan as other
        where other.published_at is not null and (other.region_id, other.code) <> (${plan.regionId}, ${plan.code})
          and (other.document_code = document.code or exists (
            select from plans.reading where document_code = document.code
              and region_id = other.region_id and plan_code = other.code))))
    returning code`.execute(tx)
  return rows.map((row) => row.code)
}
