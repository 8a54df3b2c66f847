import { randomUUID } from 'node:crypto'
import { personIdOf } from '@opensti/accounts/testing'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import { makeTemplate, makeUploads } from './city-workbooks.ts'
import { addPerson, cookieFor, signInName, unitOf } from './world.ts'

/** The states in which somebody holds a return, in the order of its way. */
export const returnStates = ['preparing', 'checking', 'signing', 'submitted', 'accepted', 'locked'] as const
export type ReturnState = (typeof returnStates)[number]

/** A return as requests speak of it: who may, does `act` with it. */
export interface ReturnIds {
  return: string
  returnVersion: string
  cellVersion: string
  attachment: string
  /** Of somebody of the unit who is away. */
  delegation: string
  reported: string
  act: string
  period: string
  cycle: string
  workbook: string
  workbookVersion: string
  upload: string
  accepted: string
}

export interface CityReturns {
  /** Returns of the region’s usual unit, one in each state, of one period each. */
  of: Readonly<Record<ReturnState, ReturnIds>>
  /** A return of another unit that is being prepared. */
  ofAnotherUnit: ReturnIds
}

const periods: Readonly<Record<ReturnState, string>> = {
  preparing: '2026-Q2',
  checking: '2025-Q1',
  signing: '2025-Q2',
  submitted: '2025-Q3',
  accepted: '2025-Q4',
  locked: '2026-Q1',
}

/** What whoever may does next; for a locked one, what nobody may. */
const acts: Readonly<Record<ReturnState, string>> = {
  preparing: 'pass-on',
  checking: 'pass-on',
  signing: 'pass-on',
  submitted: 'accept',
  accepted: 'return',
  locked: 'accept',
}

/** Sets up a cycle of a region’s usual unit and another, and brings one return into each state, as people do it. */
export async function makeReturns(
  db: Database,
  server: Server,
  region: string,
  other: string,
  {
    mark = '无',
    states = returnStates,
    workbooks = false,
  }: { mark?: string; states?: readonly ReturnState[]; workbooks?: boolean } = {},
): Promise<CityReturns> {
  const unit = await unitOf(db, region)
  const { code: reported } = await db
    .selectFrom('plans.indicator')
    .select('code')
    .where('origin', '=', 'content')
    .orderBy('code')
    .limit(1)
    .executeTakeFirstOrThrow()
  const cycle = `harness-${randomUUID().slice(0, 8)}`
  const planner = await callerFor(db, server, signInName('planner', region))
  await planner('POST', `/api/regions/${region}/cycles`, newCycle({ cycle, region, units: [unit, other], reported }))
  const strangers = signInOf('reporter', region, other)
  const template = workbooks
    ? await makeTemplate(db, server, { region, cycle, reported, by: signInName('planner', region) })
    : noWorkbook
  const stranger = await addPerson(db, region, strangers, ['reporter'], other)
  const reporter = await personIdOf(db, signInName('reporter', region))
  const delegations = new Map([
    [unit, await delegate(db, server, region, unit, reporter)],
    [other, await delegate(db, server, region, other, stranger)],
  ])

  // Whatever chain the unit has been given meanwhile, the returns go the usual way.
  const leader = await callerFor(db, server, signInName('unit-leader', region))
  const steps = ['prepare', 'check', 'sign'].map((kind) => ({ kind, personId: null }))
  await leader('PUT', `/api/regions/${region}/units/${unit}/chain`, { steps })

  const bring = async (state: ReturnState, by: string, of: string): Promise<ReturnIds> => {
    const period = periods[state]
    await planner('PUT', `/api/regions/${region}/cycles/${cycle}/periods/${period}`)
    const { id } = await db
      .selectFrom('reporting.request')
      .select('id')
      .where('cycle_code', '=', cycle)
      .where('period', '=', period)
      .where('unit_id', '=', `${region}/${of}`)
      .executeTakeFirstOrThrow()
    const attachment = await fill(db, server, { id, reported, by, mark })
    const uploads = workbooks ? await makeUploads(db, server, { return: id, reported, by }) : noUpload
    let version = 0
    const move = async (who: string, act: string) => {
      const call = await callerFor(db, server, who)
      await call('POST', `/api/returns/${id}/moves`, { act, version })
      version += 1
    }
    const way = [
      () => move(by, 'pass-on'),
      () => move(signInName('checker', region), 'pass-on'),
      () => move(signInName('unit-leader', region), 'pass-on'),
      () => move(signInName('planner', region), 'accept'),
      async () => {
        await planner('POST', `/api/regions/${region}/cycles/${cycle}/periods/${period}/lock`)
        version += 1
      },
    ]
    for (const step of way.slice(0, returnStates.indexOf(state))) await step()
    const act = acts[state]
    return {
      return: id,
      returnVersion: String(version),
      cellVersion: workbooks ? '2' : '1',
      attachment,
      ...template,
      ...uploads,
      delegation: delegations.get(of) ?? '',
      reported,
      act,
      period,
      cycle,
    }
  }
  const of: Partial<Record<ReturnState, ReturnIds>> = {}
  for (const state of states) of[state] = await bring(state, signInName('reporter', region), unit)
  return {
    of: of as Record<ReturnState, ReturnIds>,
    ofAnotherUnit: states.includes('preparing') ? await bring('preparing', strangers, other) : of[states[0]!]!,
  }
}

const noWorkbook = { workbook: randomUUID(), workbookVersion: '0' }
const noUpload = { upload: randomUUID(), accepted: randomUUID() }

/** Ids of a return that nobody ever made. */
export function noReturn(): ReturnIds {
  return {
    return: randomUUID(),
    returnVersion: '0',
    cellVersion: '0',
    attachment: randomUUID(),
    delegation: randomUUID(),
    reported: 'no-such-indicator',
    act: 'pass-on',
    period: '2026-Q2',
    cycle: 'no-such-cycle',
    ...noWorkbook,
    ...noUpload,
  }
}

export function signInOf(role: string, region: string, unit: string): string {
  return `${role}.${unit}.${region}`
}

/** A quarterly cycle in which each of these units reports one figure. */
export function newCycle(of: { cycle: string; region: string; units: readonly string[]; reported: string }) {
  return {
    code: of.cycle,
    names: { zh: '季报', en: 'Quarterly return' },
    frequency: 'quarterly',
    leadUnit: `${of.region}/${of.units[0]}`,
    dueWorkday: 5,
    firstPeriod: '2025-Q1',
    lines: of.units.map((unit) => ({
      indicatorId: of.reported,
      unitId: `${of.region}/${unit}`,
      nature: 'working',
      figureKind: 'flash',
    })),
  }
}

/** A figure with a note, and a file beside it. Returns the file’s id. */
async function fill(
  db: Database,
  server: Server,
  { id, reported, by, mark }: { id: string; reported: string; by: string; mark: string },
): Promise<string> {
  const call = await callerFor(db, server, by)
  const cell = { indicatorId: reported, nature: 'working', version: 0, value: '12.5', note: mark }
  await call('PUT', `/api/returns/${id}/entries`, { cells: [cell] })
  const url = `/api/returns/${id}/attachments`
  const { headers, payload } = scanToUpload()
  const answer = await server.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...(await cookieFor(db, by)), ...headers },
  })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json().id
}

/** Someone of the unit is away and lets this colleague act for her. Returns the id of the delegation. */
async function delegate(db: Database, server: Server, region: string, unit: string, toPerson: string): Promise<string> {
  const absent = `absent.${unit}.${region}`
  const fromPerson = await addPerson(db, region, absent, ['reporter'], unit)
  const call = await callerFor(db, server, absent)
  const days = { fromDay: '2026-01-01', untilDay: '2099-12-31' }
  await call('POST', `/api/regions/${region}/units/${unit}/delegations`, { toPerson, ...days })
  const { id } = await db
    .selectFrom('reporting.delegation')
    .select('id')
    .where('from_person', '=', fromPerson)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

/** A file that may be attached, another one each time. */
export function scanToUpload() {
  const boundary = 'harness-boundary'
  const head = `content-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf`
  return {
    payload: `--${boundary}\r\n${head}\r\n\r\n%PDF-1.7 ${randomUUID()}\r\n--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
