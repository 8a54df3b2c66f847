import type { Reader, Transaction } from '@opensti/db'
import { type Bilingual, conflict, notFound } from '@opensti/kernel'
import { stateAfter } from '@opensti/workflow'
import { sql } from 'kysely'
import type { AnsweredDoubt } from '../domain/gate.ts'
import { type ReleaseState, type ReleaseVerb, releaseLife } from '../domain/release-life.ts'

export interface ReleaseRow {
  id: string
  region_id: string
  cycle_code: string | null
  period: string | null
  unit_id: string | null
  title: Bilingual
  note: Bilingual | null
  embargo_at: Date | null
  public_from: Date | null
  /** By the clock. */
  state: ReleaseState
  doubts: AnsweredDoubt[]
  version: number
  proposed_by: string
  proposed_at: Date
  approved_by: string | null
  approved_at: Date | null
}

/** Columns of a release with the state that it has by the database's clock. */
export const releaseColumns = sql.raw(`id, region_id, cycle_code, period, unit_id, title, note, embargo_at, public_from,
  case when state = 'approved' and public_from <= clock_timestamp() then 'in-effect' else state end as state,
  doubts, version, proposed_by, proposed_at, approved_by, approved_at`)

export async function findRelease(db: Reader, id: string): Promise<ReleaseRow | undefined> {
  const { rows } = await sql<ReleaseRow>`
    select ${releaseColumns} from publication.release where id = ${id}`.execute(db)
  return rows[0]
}

/** @throws `not_found` (404). */
export async function getRelease(db: Reader, id: string): Promise<ReleaseRow> {
  const release = await findRelease(db, id)
  if (!release) throw notFound()
  return release
}

/** @throws `moved_meanwhile` (409) when someone has been first. */
export function refuseOvertaken(release: ReleaseRow, version: number): void {
  if (release.version === version) return
  throw conflict(
    'moved_meanwhile',
    { zh: '这次发布刚刚被别人办理过。', en: 'Someone has just moved this release.' },
    { remedy: { zh: '请刷新，看现在到了哪一步。', en: 'Reload to see where it is now.' } },
  )
}

/** Makes a move, with what else changes by it, and notes it. Nobody makes the move of the clock. */
export async function makeMove(
  tx: Transaction,
  release: ReleaseRow,
  move: { verb: ReleaseVerb; text: string | null; personId: string | null; at: Date },
  more: { approved_by?: string; approved_at?: Date; public_from?: Date } = {},
): Promise<ReleaseState> {
  const from = move.verb === 'take-effect' ? 'approved' : release.state
  const state = stateAfter(releaseLife, from, move.verb, move.text)
  await tx
    .updateTable('publication.release')
    .set({ state, version: release.version + 1, ...more })
    .where('id', '=', release.id)
    .execute()
  await tx
    .insertInto('publication.release_move')
    .values({
      release_id: release.id,
      number: release.version,
      verb: move.verb,
      from_state: from,
      to_state: state,
      text: move.text,
      person_id: move.personId,
      at: move.at,
    })
    .execute()
  return state
}
