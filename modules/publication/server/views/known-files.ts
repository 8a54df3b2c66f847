import { regionWorkdays } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { findIssuedBrief, issuedState } from '@opensti/evaluation'
import type { Bilingual } from '@opensti/kernel'
import { openDataRegions } from '@opensti/plans'
import { sql } from 'kysely'
import type { KnownFile } from '../../contract.ts'
import { nameOfKind } from '../publishable.ts'

/**
 * What is publicly known of a file by its digest: a file of a release that is or was public, or a paper of an issued brief. Nothing
 * of what is not public yet, and of all other files.
 */
export async function findKnownFile(db: Reader, digest: string): Promise<KnownFile | undefined> {
  const asked = digest.toLowerCase()
  return (await findReleased(db, asked)) ?? (await findIssued(db, asked))
}

/** Changes whenever what `findKnownFile` answers may, besides releases. */
export const knownFilesState = issuedState

/** The same file may have been released again after its first page was taken down: then it is public. */
async function findReleased(db: Reader, digest: string): Promise<KnownFile | undefined> {
  const { rows } = await sql<{
    release: string
    region_id: string
    public_from: Date
    paper: string
    kind: string
    title: Bilingual
    position: number
    file_name: string
    size: number
    taken_at: Date | null
    because: string | null
  }>`
    select r.id as release, r.region_id, r.public_from, p.id as paper, p.kind, p.title, f.position, f.file_name, f.size,
      m.at as taken_at, m.text as because
    from publication.release_file f
    join publication.release_paper p on p.id = f.paper_id
    join publication.release r on r.id = p.release_id
    left join publication.release_move m on m.release_id = r.id and m.verb = 'retract' and r.state = 'retracted'
    where f.digest = ${digest} and r.public_from <= clock_timestamp() and r.state in ('approved', 'in-effect', 'retracted')
    order by m.at nulls first, m.at desc, r.public_from, f.position limit 1`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { dayOf } = await regionWorkdays(db, row.region_id)
  const region = (await openDataRegions(db)).find((one) => one.id === row.region_id)
  return {
    digest,
    title: row.title,
    region: region?.name ?? { zh: row.region_id, en: row.region_id },
    plan: null,
    what: nameOfKind(row.kind),
    fileName: row.file_name,
    size: row.size,
    day: dayOf(row.public_from),
    release: `/releases/${row.release}`,
    href: row.taken_at ? null : `/releases/${row.release}/papers/${row.paper}/${row.position}`,
    withdrawn: row.taken_at && { day: dayOf(row.taken_at), because: row.because ?? '' },
  }
}

async function findIssued(db: Reader, digest: string): Promise<KnownFile | undefined> {
  const brief = await findIssuedBrief(db, digest)
  if (!brief) return undefined
  const { title, region, plan, what, size } = brief
  const day = (await regionWorkdays(db, region.id)).dayOf(new Date(brief.issuedAt))
  return {
    digest,
    title,
    region: region.name,
    plan,
    what,
    fileName: null,
    size,
    day,
    release: null,
    href: null,
    withdrawn: null,
  }
}
