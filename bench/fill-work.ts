import { connect, json, transaction } from '@opensti/db'
import { sql } from 'kysely'
import { leadUnit, region, type WorkWorld } from './work-world.ts'

export const filledCycle = 'measured'
export const filledPeriods = [
  '2024-Q4',
  '2025-Q1',
  '2025-Q2',
  '2025-Q3',
  '2025-Q4',
  '2026-Q1',
  '2026-Q2',
  '2026-Q3',
] as const
/** Where the returns of the last period are, by turns; those before are locked. */
const underWay = ['preparing', 'checking', 'signing', 'submitted', 'accepted'] as const

export interface Filled {
  values: number
  returns: number
  items: number
}

/** What years of work leave behind: every unit’s return of every period with its moves, the ledger’s figures, and items. */
export async function fillWork(ownerUrl: string, world: WorkWorld, items: number): Promise<Filled> {
  const db = connect({ url: ownerUrl, max: 2, statementTimeoutMs: 600_000 })
  try {
    await transaction(db, 'bench.fill', async (tx) => {
      const someone = sql<string>`(select id from accounts.person order by id limit 1)`
      await tx
        .insertInto('reporting.cycle')
        .values({
          region_id: region,
          code: filledCycle,
          names: json({ zh: '测量季报', en: 'Measured quarterly return' }),
          frequency: 'quarterly',
          lead_unit: leadUnit,
          due_workday: 10,
          first_period: filledPeriods[0],
          created_by: someone,
        })
        .execute()
      await sql`
        insert into reporting.cycle_line (region_id, cycle_code, position, indicator_code, unit_id, nature, figure_kind, countersigners)
        select ${region}, ${filledCycle}, row_number() over (), i, u, 'working', 'flash',
          case when i = ${world.indicators[0]} and u <> ${world.units[0]} then array[${world.units[0]}] else '{}' end
        from unnest(${world.units}::text[]) u cross join unnest(${world.indicators}::text[]) i`.execute(tx)
      await sql`
        insert into reporting.request (region_id, cycle_code, period, unit_id, due_at, opened_by)
        select ${region}, ${filledCycle}, p, u, to_date(left(p, 4), 'YYYY') + interval '3 months' * right(p, 1)::int, ${someone}
        from unnest(${[...filledPeriods]}::text[]) p cross join unnest(${world.units}::text[]) u`.execute(tx)
      await sql`
        insert into reporting.entry (request_id, position, indicator_code, nature, figure_kind, unit, value, version)
        select r.id, l.position, l.indicator_code, l.nature, l.figure_kind, '家', 100 + l.position % 977, 1
        from reporting.request r join reporting.cycle_line l using (region_id, cycle_code, unit_id)
        where r.cycle_code = ${filledCycle}`.execute(tx)
      await sql`
        insert into reporting.move (request_id, number, verb, from_state, to_state, unit_id, person_id)
        select r.id, n, 'submit', 'preparing', 'checking', r.unit_id, ${someone}
        from reporting.request r cross join generate_series(0, 4) n where r.cycle_code = ${filledCycle}`.execute(tx)
      await sql`
        with numbered as (
          select id, period, row_number() over (partition by period order by unit_id) as n
          from reporting.request where cycle_code = ${filledCycle}
        )
        update reporting.request r set version = 5, submitted_at = r.due_at - interval '1 day',
          state = case when n.period < ${filledPeriods.at(-1)} then 'locked' else (${[...underWay]}::text[])[1 + n.n % 5] end,
          step = case when n.period < ${filledPeriods.at(-1)} then 2 else least(n.n % 5, 2) end,
          locked_at = case when n.period < ${filledPeriods.at(-1)} then now() end
        from numbered n where n.id = r.id`.execute(tx)
      await sql`
        insert into plans.value (id, region_id, indicator_code, period, value, unit, comparator, nature, figure_kind, vintage, status,
          reported_by, cite, origin)
        select r.region_id || '/measured-' || r.id || '/' || e.indicator_code, r.region_id, e.indicator_code, r.period, e.value,
          e.unit, 'eq', e.nature, e.figure_kind, '2026-10-20', 'approved', r.unit_id, '{"verified": "reported"}', 'reporting'
        from reporting.request r join reporting.entry e on e.request_id = r.id
        where r.cycle_code = ${filledCycle} and r.state = 'locked'`.execute(tx)
      await fillItems(tx, world, items)
    })
    await sql`analyze`.execute(db)
    const { rows } = await sql<Filled>`
      select (select count(*)::int from reporting.entry where value is not null) as values,
        (select count(*)::int from reporting.request) as returns, (select count(*)::int from supervision.item) as items`.execute(
      db,
    )
    return rows[0]!
  } finally {
    await db.destroy()
  }
}

/** Items of some years: most are ended, some are overdue, some have their day ahead. */
async function fillItems(tx: Parameters<Parameters<typeof transaction>[2]>[0], world: WorkWorld, items: number) {
  const someone = sql`(select id from accounts.person order by id limit 1)`
  await sql`
    insert into supervision.item (region_id, number, year, title, source_kind, source_name, lead_unit, coop_units, due_day, first_due,
      state, version, made_by, made_at)
    select ${region}, 10000 + n, 2024 + n % 3, '测量事项' || n, 'minutes', '市政府常务会议纪要〔2026〕' || n % 40 || '号',
      (${world.units}::text[])[1 + n % ${world.units.length}], array[(${world.units}::text[])[1 + (n + 7) % ${world.units.length}]],
      current_date + (n % 200) - 100, current_date + (n % 200) - 100, 'assigned', 1, ${someone}, now() - interval '1 year'
    from generate_series(1, ${items}) n`.execute(tx)
  await sql`
    insert into supervision.step (item_id, position, title, done_on)
    select i.id, p, '节点' || p, case when p = 0 then current_date end
    from supervision.item i cross join generate_series(0, 2) p where i.number > 10000`.execute(tx)
  await sql`
    insert into supervision.evidence (item_id, file_name, media_type, size, digest, content, added_by)
    select i.id, '办结.pdf', 'application/pdf', 8, i.id::text, '%PDF-1.7', ${someone}
    from supervision.item i where i.number > 10000 and i.number % 4 > 0`.execute(tx)
  await sql`
    update supervision.item set state = 'ended', ended_at = now() where number > 10000 and number % 4 > 0`.execute(tx)
}
