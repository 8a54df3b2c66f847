import { randomUUID } from 'node:crypto'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import { scanToUpload, signInOf } from './city-returns.ts'
import { addPerson, cookieFor, signInName, unitOf } from './world.ts'

/** The states of an item under supervision. */
export const itemStates = ['draft', 'assigned', 'ending', 'ended', 'withdrawn'] as const
export type ItemState = (typeof itemStates)[number]

/** An item as requests speak of it: supervision may do `itemVerb` with it. */
export interface ItemIds {
  item: string
  itemVersion: string
  itemVerb: string
  itemUnit: string
  evidence: string
  /** An item in the same state; one that is under way waits for more time. */
  itemThatAsks: string
}

export interface CityItems {
  /** Items of the region’s usual unit, one in each state. */
  of: Readonly<Record<ItemState, ItemIds>>
  /** An item of another unit that is under way. */
  ofAnotherUnit: ItemIds
}

/** What supervision does next; with a withdrawn one nothing can be done. */
const verbs: Readonly<Record<ItemState, string>> = {
  draft: 'assign',
  assigned: 'withdraw',
  ending: 'end',
  ended: 'reopen',
  withdrawn: 'reopen',
}

/** Registers items for a region’s usual unit and another, and brings one into each state, as people do it. */
export async function makeItems(
  db: Database,
  server: Server,
  region: string,
  other: string,
  {
    marks = ['无', '无'],
    states = itemStates,
  }: { marks?: readonly [string, string]; states?: readonly ItemState[] } = {},
): Promise<CityItems> {
  const usual = await unitOf(db, region)
  const supervisor = await callerFor(db, server, signInName('supervisor', region))
  const strangers = signInOf('unit-leader', region, other)
  await addPerson(db, region, strangers, ['unit-leader'], other)

  const bring = async (state: ItemState, unit: string): Promise<Omit<ItemIds, 'itemThatAsks'>> => {
    const by = unit === usual ? signInName('unit-leader', region) : strangers
    const title = `出台工作方案${unit === usual ? marks[0] : marks[1]}`
    const { id } = (await supervisor('POST', `/api/regions/${region}/items`, {
      ...newItem(`${region}/${unit}`),
      title,
    })) as { id: string }
    const owner = await callerFor(db, server, by)
    let version = 0
    const oversee = async (verb: string) => {
      await supervisor('POST', `/api/items/${id}/oversight`, { verb, version, text: '另有安排' })
      version += 1
    }
    const propose = async () => {
      await owner('POST', `/api/items/${id}/work`, { verb: 'propose-end', version, text: '已办结' })
      version += 1
    }
    let evidence: string = randomUUID()
    if (state !== 'draft') {
      await oversee('assign')
      evidence = await addEvidence(db, server, id, by)
    }
    if (state === 'ending' || state === 'ended') await propose()
    if (state === 'ended') await oversee('end')
    if (state === 'withdrawn') await oversee('withdraw')
    return { item: id, itemVersion: String(version), itemVerb: verbs[state], itemUnit: `${region}/${unit}`, evidence }
  }
  const inState = async (state: ItemState, unit: string): Promise<ItemIds> => {
    const one = await bring(state, unit)
    if (state !== 'assigned') return { ...one, itemThatAsks: one.item }
    const { item: itemThatAsks } = await bring(state, unit)
    const owner = await callerFor(db, server, unit === usual ? signInName('unit-leader', region) : strangers)
    await owner('POST', `/api/items/${itemThatAsks}/extensions`, moreTime)
    return { ...one, itemThatAsks }
  }
  const of: Partial<Record<ItemState, ItemIds>> = {}
  for (const state of states) of[state] = await inState(state, usual)
  return {
    of: of as Record<ItemState, ItemIds>,
    ofAnotherUnit: states.includes('assigned') ? await inState('assigned', other) : of[states[0]!]!,
  }
}

/** Ids of an item that nobody ever registered. */
export function noItem(): ItemIds {
  return {
    item: randomUUID(),
    itemVersion: '0',
    itemVerb: 'assign',
    itemUnit: 'nowhere/no-such-unit',
    evidence: randomUUID(),
    itemThatAsks: randomUUID(),
  }
}

/** A matter from some minutes for this unit. */
export function newItem(leadUnit: string) {
  return { title: '出台工作方案', sourceKind: 'minutes', sourceName: '会议纪要', leadUnit, dueDay: '2099-12-31' }
}

export const moreTime = { untilDay: '2100-06-30', reason: '需再征求意见' }

/** A file that shows what was done. Returns its id. */
async function addEvidence(db: Database, server: Server, item: string, by: string): Promise<string> {
  const url = `/api/items/${item}/evidence`
  const { headers, payload } = scanToUpload()
  const signedIn = await cookieFor(db, by)
  const answer = await server.inject({ method: 'POST', url, payload, headers: { ...signedIn, ...headers } })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json().id
}
