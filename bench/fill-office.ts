import { connect, json, type Transaction, transaction } from '@opensti/db'
import { sql } from 'kysely'
import { figureCode, filledPlan } from './fill-ledger.ts'
import { filledCycle, filledPeriods } from './fill-work.ts'
import { region, type WorkWorld } from './work-world.ts'

export interface FilledOffice {
  notices: number
  auditEntries: number
  shares: number
}

/** Those who look at long lists most. Each has two thousand notices. */
export const noticedPeople = ['chen.mei', 'gao.yuan'] as const

const someone = sql<string>`(select id from accounts.person order by id limit 1)`
export interface OfficeCounts {
  noticesEach: number
  auditEntries: number
  sharedTargets: number
  assessments: number
  evaluations: number
  /** Of each evaluation. */
  lines: number
}
const usual: OfficeCounts = {
  noticesEach: 2000,
  auditEntries: 100_000,
  sharedTargets: 150,
  assessments: 40,
  evaluations: 60,
  lines: 200,
}

/** What lies in the other drawers after some years: notices, the audit log, targets shared out, assessments, evaluations, reminders. */
export async function fillOffice(ownerUrl: string, world: WorkWorld, counts = usual): Promise<FilledOffice> {
  const db = connect({ url: ownerUrl, max: 2, statementTimeoutMs: 600_000 })
  try {
    await transaction(db, 'bench.fill-office', async (tx) => {
      await addNotices(tx, counts)
      await addAudit(tx, counts)
      await addDecompositions(tx, world, counts)
      await addAssessments(tx, world, counts)
      await addEvaluations(tx, world, counts)
      await addReminders(tx)
    })
    await sql`analyze`.execute(db)
    const { rows } = await sql<FilledOffice>`
      select (select count(*)::int from accounts.notice) as notices,
        (select count(*)::int from opensti.audit_entry) as "auditEntries",
        (select count(*)::int from assessment.share) as shares`.execute(db)
    return rows[0]!
  } finally {
    await db.destroy()
  }
}

async function addNotices(tx: Transaction, { noticesEach }: OfficeCounts) {
  const params = {
    unit: { zh: '测量单位', en: 'Unit' },
    cycle: { zh: '测量季报', en: 'Measured return' },
    period: { period: '2026-Q3' },
    due: { day: '2026-10-15' },
    days: 3,
    step: { zh: '待填报', en: 'being prepared' },
  }
  await sql`
    insert into accounts.notice (person, kind, params, link, key, made_at, seen_at)
    select p.id, 'reporting.return-soon', ${json(params)}, '/reporting', 'measured-' || n,
      now() - make_interval(mins => n), case when n > 300 then now() end
    from accounts.person p cross join generate_series(1, ${noticesEach}::int) n
    where p.sign_in_name = any (${[...noticedPeople]}::text[])`.execute(tx)
}

async function addAudit(tx: Transaction, { auditEntries }: OfficeCounts) {
  await sql`
    insert into opensti.audit_entry (at, actor, action, region, object_kind, object_id, detail)
    select now() - make_interval(secs => 10 * (${auditEntries}::int - n)), ${someone}::text,
      (array['reporting.save-entries', 'reporting.move-request', 'supervision.move-item', 'accounts.sign-in'])[1 + n % 4],
      ${region}, 'return', (n % 5000)::text, '{"cells": 3}'
    from generate_series(1, ${auditEntries}::int) n`.execute(tx)
}

async function addDecompositions(tx: Transaction, { units }: WorkWorld, { sharedTargets }: OfficeCounts) {
  await sql`
    insert into assessment.decomposition (region_id, target_id, indicator_code, number, year, whole, unit, rule, direction,
      document, document_day, made_by)
    select region_id, id, indicator_code, 1, 2030, value, unit, 'sum', 'higher', '〔2026〕12号', '2026-03-01', ${someone}
    from plans.target where plan_code = ${filledPlan} order by position limit ${sharedTargets}::int`.execute(tx)
  await sql`
    insert into assessment.share (decomposition_id, position, receiver_region, receiver_unit, amount)
    select d.id, u.at, ${region}, u.unit, 20
    from assessment.decomposition d
    cross join (
      select unit, row_number() over (order by unit) as at from (
        select unnest(${units}::text[]) union select id from accounts.unit where region = ${region} and level = 'district'
      ) as all_units (unit)
    ) as u
    where d.indicator_code like 'figure-%'`.execute(tx)
  await sql`
    update assessment.decomposition set state = 'issued', approved_at = now(), issued_at = now(), version = 2
    where indicator_code like 'figure-%'`.execute(tx)
}

async function addAssessments(tx: Transaction, { units }: WorkWorld, { assessments }: OfficeCounts) {
  const cite = { document: '考核办法〔2026〕1号', article: '第三条' }
  const formula = {
    parts: Array.from({ length: 10 }, (_, at) => ({
      code: `part-${at}`,
      names: { zh: `测量项${at}`, en: `Part ${at}` },
      weight: '10',
      measure: { kind: 'proportional', indicatorId: figureCode(at + 1), direction: 'higher', cap: '1.2' },
      cite,
    })),
    deductions: [],
    vetoes: [],
    grades: [{ names: { zh: '合格', en: 'Fair' }, from: '0' }],
    decimals: 2,
  }
  await sql`
    insert into assessment.exercise (region_id, title, period, begins_at, ends_at, document, formula, digest, appeal_workdays, made_by)
    select ${region}, '测量考核' || n, (2027 + n % 4)::text, make_timestamptz(2027 + n % 4, 1, 1, 0, 0, 0),
      make_timestamptz(2028 + n % 4, 1, 1, 0, 0, 0), ${cite.document}, ${json(formula)}, 'measured', 10, ${someone}
    from generate_series(1, ${assessments}::int) n`.execute(tx)
  await sql`
    insert into assessment.assessed_unit (exercise_id, unit_id, position)
    select e.id, u.unit, u.at from assessment.exercise e
    cross join unnest(${units}::text[]) with ordinality as u (unit, at) where e.digest = 'measured'`.execute(tx)
  await sql`
    update assessment.exercise set state = 'issued', issued_at = now(), version = 1 where digest = 'measured'`.execute(
    tx,
  )
  await sql`
    insert into assessment.input (exercise_id, unit_id, code, kind, target, value, entered_by)
    select u.exercise_id, u.unit_id, 'part-' || p, 'part', 100, 50 + (u.position * 7 + p) % 60, ${someone}
    from assessment.assessed_unit u join assessment.exercise e on e.id = u.exercise_id
    cross join generate_series(0, 9) p where e.digest = 'measured'`.execute(tx)
}

async function addEvaluations(tx: Transaction, { units }: WorkWorld, { evaluations, lines }: OfficeCounts) {
  const shares = { done: '1', 'on-course': '0.8', behind: '0.4', cannot: '0' }
  await sql`
    insert into evaluation.exercise (region_id, plan_code, kind, title, year, due_day, shares, made_by, made_at)
    select ${region}, ${filledPlan}, 'yearly', '测量评估' || n, 2026, '2027-01-15', ${json(shares)}, ${someone},
      now() - make_interval(hours => n)
    from generate_series(1, ${evaluations}::int) n`.execute(tx)
  await sql`
    insert into evaluation.line (exercise_id, position, kind, code, title, unit_id, weight)
    select e.id, n, 'indicator', 'figure-' || lpad(n::text, 3, '0'), '{"zh":"测量","en":"Measured"}',
      (${units}::text[])[1 + n % ${units.length}], 1
    from evaluation.exercise e cross join generate_series(1, ${lines}::int) n where e.title like '测量评估%'`.execute(
    tx,
  )
  await sql`
    insert into evaluation.sheet (exercise_id, unit_id)
    select distinct exercise_id, unit_id from evaluation.line l join evaluation.exercise e on e.id = l.exercise_id
    where e.title like '测量评估%'`.execute(tx)
  await sql`
    update evaluation.exercise set state = 'self-assessing', opened_at = now(), version = 1,
      formula_digest = encode(sha256(id::text::bytea), 'hex')
    where title like '测量评估%'`.execute(tx)
  await saySomething(tx, 'own')
  await sql`
    update evaluation.sheet set state = 'handed-in', handed_in_at = now()
    where exercise_id in (select id from evaluation.exercise where title like '测量评估%')`.execute(tx)
  await sql`update evaluation.exercise set state = 'reviewing' where title like '测量评估%'`.execute(tx)
  await saySomething(tx, 'review')
}

async function saySomething(tx: Transaction, side: 'own' | 'review') {
  await sql`
    insert into evaluation.assessment (line_id, side, number, standing, words, person_id)
    select l.id, ${side}, 1, 'on-course', '按进度推进', ${someone}
    from evaluation.line l join evaluation.exercise e on e.id = l.exercise_id where e.title like '测量评估%'`.execute(
    tx,
  )
}

/** Every return of the last period was reminded of ten times, and called about five times. */
async function addReminders(tx: Transaction) {
  const ofLast = sql`select id, region_id from reporting.request
    where cycle_code = ${filledCycle} and period = ${filledPeriods.at(-1)!}`
  await sql`
    insert into reporting.reminder (region_id, request_id, key, kind, days)
    select q.region_id, q.id, 'measured-' || n, 'late', n from (${ofLast}) q cross join generate_series(1, 10) n`.execute(
    tx,
  )
  await sql`
    insert into reporting.reminder_told (reminder_id, person_id, told_as)
    select r.id, g.person, 'holder' from reporting.reminder r join reporting.request q on q.id = r.request_id
    join accounts.role_grant g on g.unit = q.unit_id where r.key like 'measured-%' on conflict do nothing`.execute(tx)
  await sql`
    insert into reporting.call (request_id, person_id, reached, note)
    select q.id, ${someone}, true, '说明天报' from (${ofLast}) q cross join generate_series(1, 5)`.execute(tx)
}
