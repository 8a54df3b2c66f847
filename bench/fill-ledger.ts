import { connect, json, type Transaction, transaction } from '@opensti/db'
import { replaceEntries } from '@opensti/search'
import { sql } from 'kysely'
import { leadUnit, region, type WorkWorld } from './work-world.ts'

export const filledPlan = 'measured-plan'
export const figureCode = (number: number) => `figure-${String(number).padStart(3, '0')}`

export interface FilledLedger {
  publicValues: number
  releases: number
}

export interface LedgerCounts {
  indicators: number
  /** For so many of them the plan sets a target. */
  targets: number
  tasks: number
  disagreements: number
}
const usual: LedgerCounts = { indicators: 500, targets: 200, tasks: 300, disagreements: 40 }

/**
 * What the public has after twenty years: a running plan with targets and tasks, and indicators with figures of 20 years,
 * 80 quarters and 100 months each, made public by one release a period, one in fifty of them corrected since.
 */
export async function fillLedger(ownerUrl: string, world: WorkWorld, counts = usual): Promise<FilledLedger> {
  const db = connect({ url: ownerUrl, max: 2, statementTimeoutMs: 600_000 })
  try {
    await transaction(db, 'bench.fill-ledger', async (tx) => {
      await addIndicators(tx, counts)
      await addPlan(tx, world, counts)
      await addValues(tx, world, counts)
      await addReleases(tx)
      await addSearch(tx, counts)
      await sql`
        insert into plans.disagreement (id, region_id, kind, names, indicator_code, explanation, places)
        select ${region} || '/measured-' || n, ${region}, 'value', '{"zh":"两份文件的数不一样","en":"Two papers differ"}',
          ${'figure-'} || lpad(n::text, 3, '0'), '{"zh":"一份多报了","en":"One of them counts more"}', '[]'
        from generate_series(1, ${counts.disagreements}::int) n`.execute(tx)
      await sql`update plans.region set revision = revision + 1 where id = ${region}`.execute(tx)
    })
    await sql`analyze`.execute(db)
    const { rows } = await sql<FilledLedger>`
      select (select count(*)::int from plans.value where public_from <= clock_timestamp()) as "publicValues",
        (select count(*)::int from publication.release) as releases`.execute(db)
    return rows[0]!
  } finally {
    await db.destroy()
  }
}

async function addIndicators(tx: Transaction, { indicators }: LedgerCounts) {
  await tx
    .insertInto('plans.indicator')
    .values(
      Array.from({ length: indicators }, (_, at) => ({
        code: figureCode(at + 1),
        region_id: region,
        names: json({ zh: `公开指标${at + 1}`, en: `Public figure ${at + 1}` }),
        unit: '家',
        theme: 'innovation',
        polarity: 'higher' as const,
        nature: 'stock' as const,
        frequency: 'monthly',
        cite: json({ verified: 'unverified' }),
        // Content that no folder has is taken away at the next start.
        origin: 'reading' as const,
      })),
    )
    .execute()
}

async function addPlan(tx: Transaction, { units }: WorkWorld, { targets, tasks }: LedgerCounts) {
  await tx
    .insertInto('plans.plan')
    .values({
      region_id: region,
      code: filledPlan,
      names: json({ zh: '测量规划', en: 'Measured plan' }),
      start_year: 2026,
      end_year: 2030,
      cite: json({ verified: 'unverified' }),
      origin: 'reading',
      published_at: new Date(),
    })
    .execute()
  await sql`
    insert into plans.target (id, region_id, plan_code, indicator_code, kind, comparator, value, unit, year, binding, responsible,
      cite, position, origin)
    select ${region} || '/' || ${filledPlan} || '/t' || n, ${region}, ${filledPlan}, ${'figure-'} || lpad(n::text, 3, '0'), 'target',
      'ge', 1200 + n % 900, '家', 2030, case when n % 3 = 0 then 'binding' else 'expected' end,
      array[(${units}::text[])[1 + n % ${units.length}]], '{"verified": "unverified"}', n, 'reading'
    from generate_series(1, ${targets}::int) n`.execute(tx)
  await sql`
    insert into plans.task (id, region_id, plan_code, number, title, indicators, cite, position, origin)
    select ${region} || '/' || ${filledPlan} || '/' || n, ${region}, ${filledPlan}, n::text,
      jsonb_build_object('zh', '测量任务' || n, 'en', 'Measured task ' || n),
      array[${'figure-'} || lpad((1 + n % ${targets})::text, 3, '0')], '{"verified": "unverified"}', n, 'reading'
    from generate_series(1, ${tasks}::int) n`.execute(tx)
  await sql`
    insert into plans.task_unit (task_id, role, position, unit_id, unit_name)
    select ${region} || '/' || ${filledPlan} || '/' || n, role, 0,
      (${units}::text[])[1 + (n + length(role)) % ${units.length}], '测量单位'
    from generate_series(1, ${tasks}::int) n cross join unnest(array['lead', 'coop']) role`.execute(tx)
}

/** Every figure of every period, and the second vintages. */
async function addValues(tx: Transaction, { units }: WorkWorld, { indicators }: LedgerCounts) {
  await sql`
    create temporary table measured_period on commit drop as
    select period, row_number() over (order by period) as n from (
      select y::text as period from generate_series(2006, 2025) y
      union all select 2006 + (q + 3) / 4 || '-Q' || 1 + (q + 3) % 4 from generate_series(0, 79) q
      union all select to_char(date '2018-07-01' + make_interval(months => m), 'YYYY-MM') from generate_series(0, 99) m
    ) p`.execute(tx)
  await sql`
    insert into plans.value (id, region_id, indicator_code, period, value, unit, comparator, nature, figure_kind, vintage, status,
      reported_by, reason, cite, origin)
    select ${region} || '/released-' || i || '-' || p.period || '-' || v, ${region}, ${'figure-'} || lpad(i::text, 3, '0'), p.period,
      1000 + (i * 7 + p.n * 3) % 89 + v, '家', 'eq', 'statistical', 'annual', '2026-10-2' || v, 'published',
      (${units}::text[])[1 + i % ${units.length}], case when v = 1 then '{"zh":"复核后更正","en":"Corrected after review"}'::jsonb end,
      '{"verified": "reported", "reporter": {"zh": "测量单位", "en": "Unit"}}', 'reporting'
    from generate_series(1, ${indicators}::int) i cross join measured_period p cross join generate_series(0, 1) v
    where v = 0 or (i + p.n) % 50 = 0`.execute(tx)
}

/** One release for the figures of each period, and one for all corrections. */
async function addReleases(tx: Transaction) {
  const [one, other] = [0, 1].map((at) => sql`(select id from accounts.person order by id offset ${at}::int limit 1)`)
  await sql`
    insert into publication.release (region_id, unit_id, title, note, public_from, state, version, proposed_by, approved_by, approved_at)
    select ${region}, ${leadUnit}, jsonb_build_object('zh', period || '指标', 'en', 'Figures of ' || period),
      '{"zh":"测量","en":"Measured"}', timestamptz '2026-11-01' + make_interval(mins => n::int), 'in-effect', 2, ${one}, ${other},
      timestamptz '2026-10-31'
    from (select period, n from measured_period union all select '更正', 1 + max(n) from measured_period) p`.execute(tx)
  await sql`
    update plans.value v set release_id = r.id, public_from = r.public_from,
      released = jsonb_build_object('on', '2026-11-01', 'by', jsonb_build_object('zh', '测量单位', 'en', 'Unit'))
    from publication.release r
    where v.id like ${`${region}/released-%`}
      and r.title ->> 'zh' = case when v.reason is null then v.period || '指标' else '更正指标' end`.execute(tx)
  await sql`
    insert into publication.release_value (release_id, position, value_id, replaces)
    select v.release_id, row_number() over (partition by v.release_id order by v.id) - 1, v.id,
      case when v.reason is not null then regexp_replace(v.id, '-1$', '-0') end
    from plans.value v where v.id like ${`${region}/released-%`}`.execute(tx)
  await sql`
    insert into publication.release_move (release_id, number, verb, from_state, to_state, person_id)
    select id, 0, 'approve', 'proposed', 'approved', approved_by from publication.release r
    where not exists (select from publication.release_move where release_id = r.id)`.execute(tx)
}

async function addSearch(tx: Transaction, { indicators, tasks }: LedgerCounts) {
  const entry = (kind: string, id: string, title: string, href: string) => ({
    kind,
    id,
    regionId: region,
    title: { zh: title, en: title },
    context: { zh: '测量规划', en: 'Measured plan' },
    href,
    public: true,
    otherNames: [],
    weight: 0,
  })
  await replaceEntries(tx, { entries: [] }, [
    ...Array.from({ length: indicators }, (_, at) =>
      entry(
        'indicator',
        `${region}/${figureCode(at + 1)}`,
        `公开指标${at + 1}`,
        `/regions/${region}/indicators/${figureCode(at + 1)}`,
      ),
    ),
    ...Array.from({ length: tasks }, (_, at) =>
      entry(
        'task',
        `${region}/${filledPlan}/${at + 1}`,
        `测量任务${at + 1}`,
        `/regions/${region}/plans/${filledPlan}/tasks/${at + 1}`,
      ),
    ),
  ])
}
