import { createHash, randomUUID } from 'node:crypto'
import { type Database, json, transaction } from '@opensti/db'
import type { Server } from '@opensti/http'
import { recordValues } from '@opensti/plans'
import { takeEffect } from '@opensti/publication'
import { sql } from 'kysely'
import { callerFor } from './caller.ts'
import { newCycle, signInOf } from './city-returns.ts'
import { addPerson, signInName, unitOf } from './world.ts'

/** The states of a release. */
export const releaseStates = ['proposed', 'approved', 'in-effect', 'declined', 'withdrawn', 'retracted'] as const
export type ReleaseState = (typeof releaseStates)[number]

/** A release as requests speak of it, and a period of which nothing has been released. */
export interface ReleaseIds {
  release: string
  releaseVersion: string
  paper: string
  number: string
  freeCycle: string
  freePeriod: string
}

export interface CityReleases {
  /** Releases in the name of the region’s usual unit, one in each state. */
  of: Readonly<Record<ReleaseState, ReleaseIds>>
  /** One in the name of another unit, in effect. */
  ofAnotherUnit: ReleaseIds
}

interface Wanted {
  /** Stands in the titles of what is not public. */
  mark?: string
  states?: readonly ReleaseState[]
}

const publicTitle = '已公开的数据'

/** Locks periods of a cycle, and brings one release of them into each state, as people do it. */
export async function makeReleases(
  db: Database,
  server: Server,
  region: string,
  other: string,
  { mark = '无', states = releaseStates }: Wanted = {},
): Promise<CityReleases> {
  const unit = await unitOf(db, region)
  const proposer = `proposer.${region}`
  await addPerson(db, region, proposer, ['planner'])
  const propose = await callerFor(db, server, proposer)
  const decide = await callerFor(db, server, signInName('planner', region))
  const free = await lockedPeriod(db, server, region, unit)

  const bring = async (state: ReleaseState, of: string): Promise<ReleaseIds> => {
    const hidden = state !== 'in-effect'
    // What a unit wrote beside its figure is as hidden as the figure, which stays public when a page is taken down.
    const place = await lockedPeriod(db, server, region, of, hidden && state !== 'retracted' ? mark : null)
    const title = hidden ? `未公开的数据${mark}` : publicTitle
    const { id } = (await propose('POST', `/api/regions/${region}/releases`, {
      ...newRelease(place, title),
      embargoAt: state === 'approved' || state === 'withdrawn' ? '2099-01-01T02:00:00Z' : null,
    })) as { id: string }
    const paper = await addPaper(db, id)
    const decision = (verb: string) =>
      decide('POST', `/api/releases/${id}/decision`, { verb, version: 0, text: '请核对' })
    let version = 0
    if (state === 'declined') await decision('decline')
    else if (state !== 'proposed') await decision('approve')
    if (state !== 'proposed') version = 1
    if (state === 'in-effect' || state === 'retracted') {
      await takeEffect(db)
      version = 2
    }
    const back = state === 'withdrawn' ? 'withdrawal' : state === 'retracted' ? 'retraction' : null
    if (back) {
      await decide('POST', `/api/releases/${id}/${back}`, { version, text: '口径待核' })
      version += 1
    }
    return {
      release: id,
      releaseVersion: String(version),
      paper,
      number: '0',
      freeCycle: free.cycle,
      freePeriod: free.period,
    }
  }
  const of: Partial<Record<ReleaseState, ReleaseIds>> = {}
  for (const state of states) of[state] = await bring(state, unit)
  return {
    of: of as CityReleases['of'],
    ofAnotherUnit: states.includes('in-effect') ? await bring('in-effect', other) : of[states[0]!]!,
  }
}

/** What whoever may proposes with success. */
export function newRelease({ cycle, period }: { cycle: string; period: string }, title = publicTitle) {
  return { cycle, period, title: { zh: title, en: null } }
}

/** Who may open the periods that this unit leads. */
async function plannerOf(db: Database, region: string, unit: string): Promise<string> {
  if (unit === (await unitOf(db, region))) return signInName('planner', region)
  const name = signInOf('planner', region, unit)
  await addPerson(db, region, name, ['planner'], unit)
  return name
}

/** A period of a cycle of its own with one locked return, whose figure and note are in the ledger and not public. */
export async function lockedPeriod(
  db: Database,
  server: Server,
  region: string,
  unit: string,
  note: string | null = null,
): Promise<{ cycle: string; period: string }> {
  const period = '2026-Q2'
  const cycle = `release-${randomUUID().slice(0, 8)}`
  const { code: reported } = await db
    .selectFrom('plans.indicator')
    .select('code')
    .where('origin', '=', 'content')
    .orderBy('code')
    .limit(1)
    .executeTakeFirstOrThrow()
  const planner = await callerFor(db, server, await plannerOf(db, region, unit))
  await planner('POST', `/api/regions/${region}/cycles`, newCycle({ cycle, region, units: [unit], reported }))
  await planner('PUT', `/api/regions/${region}/cycles/${cycle}/periods/${period}`)
  const { id } = await db
    .selectFrom('reporting.request')
    .select('id')
    .where('cycle_code', '=', cycle)
    .executeTakeFirstOrThrow()
  await db.updateTable('reporting.entry').set({ value: '12.5' }).where('request_id', '=', id).execute()
  const lockedAt = new Date()
  await db
    .updateTable('reporting.request')
    .set({ state: 'locked', locked_at: lockedAt, submitted_at: lockedAt })
    .where('id', '=', id)
    .execute()
  await transaction(db, 'harness.lock-period', (tx) =>
    recordValues(tx, [
      {
        id: `${region}/return-${id}/${reported}/working`,
        regionId: region,
        indicatorCode: reported,
        period,
        nature: 'working',
        figureKind: 'flash',
        value: '12.5',
        unit: '家',
        reportedBy: `${region}/${unit}`,
        due: '2026-07-08',
        reportedOn: '2026-07-08',
        vintage: lockedAt.toISOString(),
        reason: null,
        unitsAsked: 1,
        note,
      },
    ]),
  )
  return { cycle, period }
}

/** A paper with one file, as another kind of work would have given it to the release. */
async function addPaper(db: Database, release: string): Promise<string> {
  const content = Buffer.from('%PDF-1.7 paper')
  const { id } = await db
    .insertInto('publication.release_paper')
    .values({
      release_id: release,
      position: 0,
      kind: 'harness',
      item_id: release,
      title: json({ zh: '材料', en: 'Paper' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('publication.release_file')
    .values({
      paper_id: id,
      position: 0,
      file_name: 'paper.pdf',
      media_type: 'application/pdf',
      size: content.length,
      digest: createHash('sha256').update(content).digest('hex'),
      content,
    })
    .execute()
  return id
}

/** Gives an approved release a moment that is now, as if the time had passed. */
export async function letItsMomentCome(owner: Database, release: string): Promise<void> {
  const at = sql<Date>`clock_timestamp()`
  await owner
    .updateTable('publication.release')
    .set({ public_from: at, embargo_at: at })
    .where('id', '=', release)
    .execute()
  await owner.updateTable('plans.value').set({ public_from: at }).where('release_id', '=', release).execute()
}

/** Ids of a release that nobody ever made. */
export function noRelease(): ReleaseIds {
  return {
    release: randomUUID(),
    releaseVersion: '0',
    paper: randomUUID(),
    number: '0',
    freeCycle: 'no-such-cycle',
    freePeriod: '2026-Q2',
  }
}
