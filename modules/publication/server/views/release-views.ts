import { personNames, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import type { Bilingual, PersonActor } from '@opensti/kernel'
import { fixedFigures } from '@opensti/plans'
import { lockedFigures, lockedPeriods } from '@opensti/reporting'
import { sql } from 'kysely'
import type { ReleaseList, ReleaseSummary, ReleaseView } from '../../contract.ts'
import { type ReleaseVerb, releaseLife } from '../../domain/release-life.ts'
import { textsOf } from '../contents.ts'
import { findingsIn } from '../gate.ts'
import { withContents } from '../publishable.ts'
import { papersOf } from '../release-contents.ts'
import { getRelease, type ReleaseRow, releaseColumns } from '../store.ts'
import { figureView, findingView, paperView } from './figure-views.ts'

interface Counted extends ReleaseRow {
  figures: number
  corrections: number
  papers: number
}

const counted = sql.raw(`
  (select count(*)::int from publication.release_value where release_id = release.id) as figures,
  (select count(*)::int from publication.release_value where release_id = release.id and replaces is not null) as corrections,
  (select count(*)::int from publication.release_paper where release_id = release.id) as papers`)

/** The releases of a region, what waits first, then the latest. */
export async function getReleaseList(db: Reader, regionId: string): Promise<ReleaseList> {
  const { rows } = await sql<Counted>`
    select ${releaseColumns}, ${counted} from publication.release where region_id = ${regionId}
    order by (state = 'proposed') desc, coalesce(public_from, proposed_at) desc, id limit 500`.execute(db)
  return { releases: await summariesOf(db, regionId, rows), serverTime: (await databaseNow(db)).toISOString() }
}

async function summariesOf(db: Reader, regionId: string, rows: readonly Counted[]): Promise<ReleaseSummary[]> {
  const people = await personNames(
    db,
    rows.flatMap((row) => [row.proposed_by, ...(row.approved_by === null ? [] : [row.approved_by])]),
  )
  const cycles = await cycleNames(db, regionId)
  return rows.map((row) => ({
    id: row.id,
    regionId: row.region_id,
    title: row.title,
    cycleNames: row.cycle_code === null ? null : (cycles.get(row.cycle_code) ?? null),
    period: row.period,
    state: row.state,
    embargoAt: row.embargo_at?.toISOString() ?? null,
    publicFrom: row.public_from?.toISOString() ?? null,
    figures: row.figures,
    corrections: row.corrections,
    papers: row.papers,
    proposedBy: people.get(row.proposed_by) ?? '',
    proposedAt: row.proposed_at.toISOString(),
    approvedBy: row.approved_by === null ? null : (people.get(row.approved_by) ?? ''),
    approvedAt: row.approved_at?.toISOString() ?? null,
    version: row.version,
  }))
}

export async function cycleNames(db: Reader, regionId: string): Promise<ReadonlyMap<string, Bilingual>> {
  return new Map((await lockedPeriods(db, regionId)).map(({ cycle }) => [cycle.code, cycle.names]))
}

/** One release with all that it makes public, what the gate says, its history, and what the reader may do. */
export async function getReleaseView(db: Reader, person: PersonActor, id: string): Promise<ReleaseView> {
  const { rows } = await sql<Counted>`
    select ${releaseColumns}, ${counted} from publication.release where id = ${id}`.execute(db)
  const release = rows[0] ?? { ...(await getRelease(db, id)), figures: 0, corrections: 0, papers: 0 }
  const [summary] = await summariesOf(db, release.region_id, [release])
  const held = await db
    .selectFrom('publication.release_value')
    .select(['value_id', 'replaces'])
    .where('release_id', '=', id)
    .orderBy('position')
    .execute()
  const figures = await fixedFigures(
    db,
    held.map((row) => row.value_id),
  )
  const before = await fixedFigures(
    db,
    held.flatMap((row) => row.replaces ?? []),
  )
  const papers = await withContents(db, await papersOf(db, id))
  const open = release.state === 'proposed' || release.state === 'approved'
  const findings = open ? await findingsIn(db, release.region_id, textsOf(release, figures, papers)) : []
  return {
    ...summary!,
    note: release.note,
    unit: await unitOf(db, release.unit_id),
    figureList: figures.map((figure) => {
      const replaces = held.find((row) => row.value_id === figure.id)?.replaces ?? null
      const old = before.find((one) => one.id === replaces)
      return { ...figureView(figure), before: old?.value ?? null, because: old ? figure.reason : null }
    }),
    paperList: papers.map(paperView),
    findings: findings.map((finding) => ({
      ...findingView(finding),
      reason:
        release.doubts.find((doubt) => doubt.place === finding.place && doubt.kind === finding.kind)?.reason ?? null,
    })),
    overtaken: open ? await overtaken(db, release, figures) : [],
    moves: await movesOf(db, id),
    verbs: verbsFor(person, release),
    serverTime: (await databaseNow(db)).toISOString(),
  }
}

async function unitOf(db: Reader, id: string | null): Promise<ReleaseView['unit']> {
  return id === null ? null : { id, name: (await unitDirectory(db)).find(id)?.name ?? { zh: id, en: id } }
}

async function overtaken(
  db: Reader,
  release: ReleaseRow,
  figures: readonly { id: string; indicator: { name: Bilingual } }[],
): Promise<Bilingual[]> {
  if (release.cycle_code === null || release.period === null) return []
  const place = { regionId: release.region_id, cycle: release.cycle_code, period: release.period }
  const latest = new Set(await lockedFigures(db, place))
  return figures.filter((figure) => !latest.has(figure.id)).map((figure) => figure.indicator.name)
}

async function movesOf(db: Reader, id: string): Promise<ReleaseView['moves']> {
  const rows = await db
    .selectFrom('publication.release_move')
    .selectAll()
    .where('release_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await personNames(
    db,
    rows.flatMap((row) => row.person_id ?? []),
  )
  return rows.map((row) => ({
    verb: row.verb,
    name: releaseLife.moves[row.verb as ReleaseVerb]?.names ?? { zh: row.verb, en: row.verb },
    by: row.person_id === null ? null : (people.get(row.person_id) ?? ''),
    text: row.text,
    at: row.at.toISOString(),
  }))
}

/** What the policy and the rule of two people allow her now; the server decides again. */
function verbsFor(person: PersonActor, release: ReleaseRow): ReleaseView['verbs'] {
  const isPlanner = person.grants.some((one) => one.role === 'planner' && one.regionId === release.region_id)
  const isLeader = person.grants.some((one) => one.role === 'unit-leader' && one.unitId === release.unit_id)
  if (!isPlanner && !isLeader) return []
  if (release.state === 'in-effect') return ['retract']
  if (release.state === 'approved') return ['withdraw']
  if (release.state !== 'proposed') return []
  return person.personId === release.proposed_by ? ['withdraw'] : ['approve', 'decline', 'withdraw']
}
