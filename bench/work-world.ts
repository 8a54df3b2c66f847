import { hashPassword, loadPeople } from '@opensti/accounts'
import { sessionOf } from '@opensti/accounts/testing'
import { connect, type Database, json, type Transaction, transaction } from '@opensti/db'
import { sql } from 'kysely'

/** A city at work that is as large as a province’s: units with their people, and indicators that each of them reports. */
export interface WorkWorld {
  region: string
  units: readonly string[]
  indicators: readonly string[]
  /** The cookie of someone by her sign-in name. */
  cookieOf(signIn: string): Promise<string>
}

export const region = 'lakeside'
const plan = 'lakeside-2026-2030'
export const leadUnit = 'lakeside/lakeside-science'
/** Who works on a return in one of the units: `reporter.unit-07`. */
export const signInOf = (role: 'reporter' | 'checker' | 'unit-leader', unit: string) => `${role}.${unit.split('/')[1]}`

/**
 * Adds units, people and indicators to the invented city of a running product. With targets, its plan asks for each indicator, which is the
 * sum of what the units report; the further down, the more is asked.
 */
export async function makeWorkWorld(
  ownerUrl: string,
  db: Database,
  counts: { units: number; indicators: number; targets?: boolean },
): Promise<WorkWorld> {
  const owner = connect({ url: ownerUrl, max: 2 })
  const two = (number: number) => String(number).padStart(2, '0')
  const units = Array.from({ length: counts.units }, (_, at) => `${region}/unit-${two(at + 1)}`)
  const indicators = Array.from({ length: counts.indicators }, (_, at) => `measured-${String(at + 1).padStart(3, '0')}`)
  try {
    await transaction(owner, 'bench.add-units', async (tx) => {
      await tx
        .insertInto('accounts.unit')
        .values(units.map((id) => ({ region, id, level: 'city' as const, kind: 'department' })))
        .execute()
      await tx
        .insertInto('accounts.unit_name')
        .values(
          units.map((unit, at) => ({ unit, position: 0, name_zh: `测量单位${at + 1}`, name_en: `Unit ${at + 1}` })),
        )
        .execute()
      await sql`update accounts.units_loaded set version = gen_random_uuid()`.execute(tx)
      await tx
        .insertInto('plans.indicator')
        .values(
          indicators.map((code, at) => ({
            code,
            region_id: region,
            names: json({ zh: `测量指标${at + 1}`, en: `Measured ${at + 1}` }),
            unit: '家',
            theme: 'innovation',
            polarity: 'higher' as const,
            nature: 'stock' as const,
            frequency: 'quarterly',
            sum_of_units: counts.targets ?? false,
            cite: json({ verified: 'unverified' }),
          })),
        )
        .execute()
      if (counts.targets) await setTargets(tx, indicators, counts.units)
    })
  } finally {
    await owner.destroy()
  }
  const hash = await hashPassword('a long way round the lake')
  const people = units.flatMap((unit) =>
    (['reporter', 'checker', 'unit-leader'] as const).map((role) => {
      const signIn = signInOf(role, unit)
      return {
        id: signIn.replace('.', '-'),
        signIn,
        names: { zh: signIn, en: signIn },
        unit: unit.split('/')[1]!,
        roles: [role],
      }
    }),
  )
  await transaction(db, 'bench.add-people', (tx) => loadPeople(tx, region, { organisations: [], people }, hash))
  const cookies = new Map<string, string>()
  return {
    region,
    units,
    indicators,
    cookieOf: async (signIn) => {
      const known = cookies.get(signIn) ?? `opensti_session=${(await sessionOf(db, signIn)).token}`
      cookies.set(signIn, known)
      return known
    },
  }
}

/** A cycle in which every unit reports every indicator. */
export function everythingCycle({ units, indicators }: WorkWorld, code: string) {
  return {
    code,
    names: { zh: '测量季报', en: 'Measured quarterly return' },
    frequency: 'quarterly',
    leadUnit,
    dueWorkday: 10,
    firstPeriod: '2024-Q1',
    lines: units.flatMap((unitId) =>
      indicators.map((indicatorId) => ({
        indicatorId,
        unitId,
        nature: 'working',
        figureKind: 'flash',
        countersigners: [],
      })),
    ),
  }
}

/** Where the measured indicators stood in 2025, and what the plan asks of them by 2030. */
async function setTargets(tx: Transaction, indicators: readonly string[], units: number): Promise<void> {
  const row = (code: string, kind: 'baseline' | 'target', value: number) => ({
    id: `${region}/${plan}/${code}-${kind}`,
    region_id: region,
    plan_code: plan,
    indicator_code: code,
    kind,
    comparator: kind === 'target' ? ('ge' as const) : ('eq' as const),
    value: String(value),
    unit: '家',
    year: kind === 'target' ? 2030 : 2025,
    cite: json({ verified: 'unverified' }),
    position: 1000,
  })
  await tx
    .insertInto('plans.target')
    .values(
      indicators.flatMap((code, at) => [
        row(code, 'baseline', 100 * units),
        row(code, 'target', (100 + 5 * at) * units + 100 * units),
      ]),
    )
    .execute()
  await tx.updateTable('plans.region').set({ revision: sql`revision + 1` }).where('id', '=', region).execute()
}
