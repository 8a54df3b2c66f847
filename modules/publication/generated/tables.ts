// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'publication.release': PublicationRelease
    'publication.release_file': PublicationReleaseFile
    'publication.release_move': PublicationReleaseMove
    'publication.release_paper': PublicationReleasePaper
    'publication.release_value': PublicationReleaseValue
  }
}

export interface PublicationRelease {
  id: Generated<string>
  region_id: string
  cycle_code: string | null
  period: string | null
  /** The unit in whose name it is released. */
  unit_id: string | null
  title: ColumnType<unknown, Json, Json>
  note: ColumnType<unknown, Json | null | undefined, Json | null>
  /** Not before this moment; empty means as soon as it is approved. */
  embargo_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** Set when it is approved. From this moment everybody sees it, whether or not anything has been written since. */
  public_from: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  state: Generated<'proposed' | 'approved' | 'in-effect' | 'declined' | 'withdrawn' | 'retracted'>
  /** What might have been personal data and is none: place, kind, reason. */
  doubts: ColumnType<unknown, Json | undefined, Json>
  version: Generated<number>
  proposed_by: string
  proposed_at: ColumnType<Date, Date | string | undefined, Date | string>
  approved_by: string | null
  approved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface PublicationReleaseFile {
  paper_id: string
  position: number
  file_name: string
  media_type: string
  size: number
  digest: string
  content: Buffer
}

export interface PublicationReleaseMove {
  release_id: string
  number: number
  verb: string
  from_state: string
  to_state: string
  text: string | null
  person_id: string | null
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface PublicationReleasePaper {
  id: Generated<string>
  release_id: string
  position: number
  kind: string
  item_id: string
  title: ColumnType<unknown, Json, Json>
  summary: ColumnType<unknown, Json | null | undefined, Json | null>
  live: Generated<boolean>
}

export interface PublicationReleaseValue {
  release_id: string
  position: number
  value_id: string
  /** The figure that stood in the portal when this one was proposed; this one corrects it. */
  replaces: string | null
  /** False when its release was declined or withdrawn, so that the figure may be proposed again. */
  live: Generated<boolean>
}
