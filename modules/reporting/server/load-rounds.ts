import { findPersonActor, regionWorkdays } from '@opensti/accounts'
import { type Database, recordAudit, type Transaction, transaction } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { type RecordedValue, recordValues } from '@opensti/plans'
import { sql } from 'kysely'
import { dueAt } from '../domain/periods.ts'
import type { RoundsFile, WrittenReturn, WrittenRound } from '../domain/rounds-file.ts'
import { addCycle } from './create-cycle.ts'
import { lockReturns } from './lock-period.ts'
import { makeMove } from './move-request.ts'
import { openRequests } from './open-period.ts'
import { getRequest } from './store.ts'

/**
 * Gives an invented city its reporting: cycles, chains, and rounds that went their way in the past. Every move is made by
 * the rules and by whoever may make it; only its moment is the written one. A region that has a cycle stays as it is.
 *
 * @returns how many returns were made.
 */
export async function loadRounds(db: Database, regionId: string, content: RoundsFile): Promise<number> {
  const [first] = content.cycles
  if (!first || !content.lead || (await anyCycle(db, regionId))) return 0
  const lead = content.lead
  return transaction(db, 'reporting.load-rounds', async (tx) => {
    const city = new InventedCity(tx, regionId)
    const planner = await city.person(lead)
    for (const cycle of content.cycles) {
      await addCycle(tx, planner.personId, regionId, {
        ...cycle,
        leadUnit: city.unit(cycle.leadUnit),
        lines: cycle.lines.map((line) => ({
          indicatorId: line.indicator,
          unitId: city.unit(line.unit),
          nature: line.nature,
          figureKind: line.kind,
          countersigners: line.countersigners.map((unit) => city.unit(unit)),
        })),
      })
    }
    await addChains(city, content)
    let returns = 0
    for (const round of content.rounds) {
      const cycle = content.cycles.find((one) => one.code === round.cycle)
      if (!cycle) throw new Error(`Round ${round.period} names the cycle ${round.cycle}, which is not written down.`)
      const days = await regionWorkdays(tx, regionId)
      const due = dueAt(cycle.frequency, round.period, cycle.dueWorkday, days)
      const place = { regionId, cycle: round.cycle, period: round.period }
      returns += await openRequests(tx, place, { period: round.period, due, openedBy: planner.personId })
      await replay(city, round)
    }
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'set-up' },
      action: 'reporting.load-rounds',
      region: regionId,
      detail: { added: returns },
    })
    return returns
  })
}

async function anyCycle(db: Database, regionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('reporting.cycle')
    .select('code')
    .where('region_id', '=', regionId)
    .limit(1)
    .execute()
  return found.length > 0
}

/** People and units by the names that the files use. */
class InventedCity {
  readonly tx: Transaction
  readonly regionId: string
  readonly #people = new Map<string, PersonActor>()

  constructor(tx: Transaction, regionId: string) {
    this.tx = tx
    this.regionId = regionId
  }

  unit(code: string): string {
    return `${this.regionId}/${code}`
  }

  async person(signIn: string): Promise<PersonActor> {
    const known = this.#people.get(signIn)
    if (known) return known
    const found = await findPersonActor(this.tx, signIn)
    if (!found) throw new Error(`The reporting of ${this.regionId} names ${signIn}, whom nobody knows.`)
    this.#people.set(signIn, found)
    return found
  }
}

async function addChains(city: InventedCity, { chains, delegations }: RoundsFile): Promise<void> {
  for (const chain of chains) {
    for (const [position, step] of chain.steps.entries()) {
      await city.tx
        .insertInto('reporting.chain_step')
        .values({
          region_id: city.regionId,
          unit_id: city.unit(chain.unit),
          position,
          kind: step.kind,
          person_id: step.person ? (await city.person(step.person)).personId : null,
        })
        .execute()
    }
  }
  for (const one of delegations) {
    await city.tx
      .insertInto('reporting.delegation')
      .values({
        region_id: city.regionId,
        unit_id: city.unit(one.unit),
        from_person: (await city.person(one.from)).personId,
        to_person: (await city.person(one.to)).personId,
        from_day: one.fromDay,
        until_day: one.untilDay,
      })
      .execute()
  }
}

/** What happened in a round, in the order of time. */
async function replay(city: InventedCity, round: WrittenRound): Promise<void> {
  const requests = await city.tx
    .updateTable('reporting.request')
    .set({ opened_at: new Date(round.openedAt) })
    .where('region_id', '=', city.regionId)
    .where('cycle_code', '=', round.cycle)
    .where('period', '=', round.period)
    .returning(['id', 'unit_id'])
    .execute()
  const idOf = new Map(requests.map((request) => [request.unit_id, request.id]))
  const events: { at: Date; happen: () => Promise<void> }[] = []
  for (const written of round.returns) {
    const id = idOf.get(city.unit(written.unit))
    if (!id) throw new Error(`${round.cycle} ${round.period} asks nothing of ${written.unit}.`)
    await fill(city, id, written)
    for (const move of written.moves) {
      const at = new Date(move.at)
      events.push({
        at,
        happen: async () => {
          const request = await getRequest(city.tx, id)
          await makeMove(city.tx, await city.person(move.by), request, { ...move, version: request.version }, at)
        },
      })
    }
  }
  for (const lock of round.locks) {
    const at = new Date(lock.at)
    const place = { regionId: city.regionId, cycle: round.cycle, period: round.period }
    events.push({
      at,
      happen: async () => {
        const { values } = await lockReturns(city.tx, (await city.person(lock.by)).personId, place, at)
        await recordValues(city.tx, await notYetInLedger(city.tx, values))
      },
    })
  }
  events.sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const event of events) await event.happen()
}

async function fill(city: InventedCity, id: string, written: WrittenReturn): Promise<void> {
  const cells = new Set([
    ...Object.keys(written.figures),
    ...Object.keys(written.absent),
    ...Object.keys(written.notes),
  ])
  const wanted = [...cells].map((cell) => {
    const [indicator = '', nature = 'working'] = cell.split(' ')
    const value = written.figures[cell]
    const absent = value === undefined ? (written.absent[cell] ?? null) : null
    return { indicator, nature, value: value ?? null, absent, note: written.notes[cell] ?? null }
  })
  const done = await sql`
    update reporting.entry e set value = w.value, absent_reason = w.absent, note = w.note, version = 1
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w (indicator text, nature text, value numeric, absent text, note text)
    where e.request_id = ${id} and e.indicator_code = w.indicator and e.nature = w.nature`.execute(city.tx)
  if (Number(done.numAffectedRows ?? 0) !== wanted.length)
    throw new Error(`The return of ${written.unit} has other cells than these: ${[...cells].join(', ')}.`)
}

/** The content of the city tells many figures itself; those are not entered a second time. */
async function notYetInLedger(tx: Transaction, values: readonly RecordedValue[]): Promise<RecordedValue[]> {
  const known = await tx
    .selectFrom('plans.value')
    .select(['region_id', 'indicator_code', 'period', 'nature'])
    .where('indicator_code', 'in', ['', ...values.map((one) => one.indicatorCode)])
    .where('period', 'in', ['', ...values.map((one) => one.period)])
    .execute()
  const keys = new Set(known.map((row) => `${row.region_id} ${row.indicator_code} ${row.period} ${row.nature}`))
  return values.filter((one) => !keys.has(`${one.regionId} ${one.indicatorCode} ${one.period} ${one.nature}`))
}
