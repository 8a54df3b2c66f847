import { regionWorkdays, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { fixedFigures, openDataRegions } from '@opensti/plans'
import { sql } from 'kysely'
import type { PublicRelease } from '../../contract.ts'
import { nameOfKind } from '../publishable.ts'
import { papersOf } from '../release-contents.ts'
import { type ReleaseRow, releaseColumns } from '../store.ts'
import { figureView } from './figure-views.ts'
import { cycleNames } from './release-views.ts'

/** A release that everybody may know of: what it says, or that it was taken down and why. */
export type Shown = { release: PublicRelease; retracted: null } | { release: null; retracted: Retracted }

export interface Retracted {
  id: string
  regionId: string
  at: Date
  because: string
  publicFrom: Date
}

/** A line of a list of releases. */
export interface PublicReleaseLine {
  id: string
  regionId: string
  region: Bilingual
  title: Bilingual
  note: Bilingual | null
  publicFrom: Date
  day: string
  figures: number
  corrections: number
  paperKinds: readonly string[]
}

/** Releases that are public by the database's clock, the latest first; those that were taken down are left out. */
export async function publicReleases(db: Reader, regionId: string | null, limit = 200): Promise<PublicReleaseLine[]> {
  const { rows } = await sql<{
    id: string
    region_id: string
    title: Bilingual
    note: Bilingual | null
    public_from: Date
    figures: number
    corrections: number
    kinds: string[] | null
  }>`
    select release.id, region_id, title, note, public_from,
      (select count(*)::int from publication.release_value where release_id = release.id) as figures,
      (select count(*)::int from publication.release_value where release_id = release.id and replaces is not null) as corrections,
      (select array_agg(distinct kind) from publication.release_paper where release_id = release.id) as kinds
    from publication.release
    where state in ('approved', 'in-effect') and public_from <= clock_timestamp()
      ${regionId === null ? sql`` : sql`and region_id = ${regionId}`}
    order by public_from desc, id limit ${limit}`.execute(db)
  if (rows.length === 0) return []
  const names = new Map((await openDataRegions(db)).map((region) => [region.id, region.name]))
  const days = new Map<string, (at: Date) => string>()
  for (const id of new Set(rows.map((row) => row.region_id))) {
    const { dayOf } = await regionWorkdays(db, id)
    days.set(id, dayOf)
  }
  return rows.map((row) => ({
    id: row.id,
    regionId: row.region_id,
    region: names.get(row.region_id) ?? { zh: row.region_id, en: row.region_id },
    title: row.title,
    note: row.note,
    publicFrom: row.public_from,
    day: days.get(row.region_id)?.(row.public_from) ?? row.public_from.toISOString().slice(0, 10),
    figures: row.figures,
    corrections: row.corrections,
    paperKinds: row.kinds ?? [],
  }))
}

/** One release as everybody sees it; undefined for what is not public yet, or never was. */
export async function findPublicRelease(db: Reader, id: string): Promise<Shown | undefined> {
  const { rows } = await sql<ReleaseRow>`
    select ${releaseColumns} from publication.release
    where id = ${id} and public_from <= clock_timestamp() and state in ('approved', 'in-effect', 'retracted')`.execute(
    db,
  )
  const row = rows[0]
  if (!row) return undefined
  if (row.state === 'retracted') return { release: null, retracted: await whyRetracted(db, row) }
  return { release: await publicView(db, row), retracted: null }
}

async function whyRetracted(db: Reader, row: ReleaseRow): Promise<Retracted> {
  const move = await db
    .selectFrom('publication.release_move')
    .select(['at', 'text'])
    .where('release_id', '=', row.id)
    .where('verb', '=', 'retract')
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    regionId: row.region_id,
    at: move.at,
    because: move.text ?? '',
    publicFrom: row.public_from ?? move.at,
  }
}

async function publicView(db: Reader, row: ReleaseRow): Promise<PublicRelease> {
  const held = await db
    .selectFrom('publication.release_value')
    .select(['value_id', 'replaces'])
    .where('release_id', '=', row.id)
    .orderBy('position')
    .execute()
  const figures = await fixedFigures(
    db,
    held.map((one) => one.value_id),
  )
  const before = await fixedFigures(
    db,
    held.flatMap((one) => one.replaces ?? []),
  )
  const { dayOf } = await regionWorkdays(db, row.region_id)
  const later = await correctionsOf(
    db,
    held.map((one) => one.value_id),
    dayOf,
  )
  const regions = await openDataRegions(db)
  const units = await unitDirectory(db)
  const papers = await papersOf(db, row.id)
  const publicFrom = row.public_from ?? row.proposed_at
  return {
    id: row.id,
    region: {
      id: row.region_id,
      name: regions.find((region) => region.id === row.region_id)?.name ?? { zh: row.region_id, en: row.region_id },
    },
    title: row.title,
    note: row.note,
    period: row.period,
    cycleNames: row.cycle_code === null ? null : ((await cycleNames(db, row.region_id)).get(row.cycle_code) ?? null),
    unit:
      row.unit_id === null
        ? null
        : { id: row.unit_id, name: units.find(row.unit_id)?.name ?? { zh: row.unit_id, en: row.unit_id } },
    publicFrom: publicFrom.toISOString(),
    day: dayOf(publicFrom),
    figures: figures.map((figure) => {
      const replaces = held.find((one) => one.value_id === figure.id)?.replaces ?? null
      const old = before.find((one) => one.id === replaces)
      return {
        ...figureView(figure),
        before: old?.value ?? null,
        because: old ? figure.reason : null,
        correctedBy: later.get(figure.id) ?? null,
      }
    }),
    papers: papers.map((paper) => ({
      kind: paper.kind,
      kindName: nameOfKind(paper.kind),
      title: paper.title,
      summary: paper.summary,
      files: paper.files.map((file, at) => ({
        name: file.name,
        size: file.size,
        digest: file.digest,
        href: `/releases/${row.id}/papers/${paper.paperId}/${at}`,
      })),
    })),
    corrections: held.filter((one) => one.replaces !== null).length,
  }
}

/** Which public releases corrected these figures since. */
async function correctionsOf(db: Reader, ids: readonly string[], dayOf: (at: Date) => string) {
  const { rows } = await sql<{ replaces: string; value_id: string; id: string; public_from: Date }>`
    select v.replaces, v.value_id, r.id, r.public_from from publication.release_value v
    join publication.release r on r.id = v.release_id
    where v.replaces = any (${[...ids]}::text[]) and v.live
      and r.state in ('approved', 'in-effect', 'retracted') and r.public_from <= clock_timestamp()`.execute(db)
  const figures = new Map(
    (
      await fixedFigures(
        db,
        rows.map((row) => row.value_id),
      )
    ).map((figure) => [figure.id, figure]),
  )
  return new Map(
    rows.map((row) => [
      row.replaces,
      {
        id: row.id,
        day: dayOf(row.public_from),
        value: figures.get(row.value_id)?.value ?? '',
        because: figures.get(row.value_id)?.reason ?? null,
      },
    ]),
  )
}
