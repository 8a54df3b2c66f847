// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'supervision.climb': SupervisionClimb
    'supervision.entry': SupervisionEntry
    'supervision.evidence': SupervisionEvidence
    'supervision.extension': SupervisionExtension
    'supervision.item': SupervisionItem
    'supervision.step': SupervisionStep
  }
}

export interface SupervisionClimb {
  item_id: string
  due_day: string
  rung: 'unit-leader' | 'supervisor' | 'head'
  told_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface SupervisionEntry {
  item_id: string
  number: number
  verb: string
  from_state: string
  to_state: string
  text: string | null
  person_id: string
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface SupervisionEvidence {
  id: Generated<string>
  item_id: string
  file_name: string
  media_type: string
  size: number
  digest: string
  content: Buffer
  added_by: string
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface SupervisionExtension {
  item_id: string
  number: number
  asked_by: string
  asked_at: ColumnType<Date, Date | string | undefined, Date | string>
  until_day: string
  reason: string
  answer: 'granted' | 'refused' | null
  answered_by: string | null
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  answer_reason: string | null
}

export interface SupervisionItem {
  id: Generated<string>
  region_id: string
  number: number
  year: number
  title: string
  source_kind: 'instruction' | 'minutes' | 'work-points' | 'proposal' | 'plan-task'
  source_name: string
  source_day: string | null
  task_id: string | null
  lead_unit: string
  coop_units: Generated<string[]>
  due_day: string
  /** The day first set; a granted extension moves due_day and leaves this. */
  first_due: string
  state: Generated<'draft' | 'assigned' | 'ending' | 'ended' | 'withdrawn'>
  version: Generated<number>
  made_by: string
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface SupervisionStep {
  item_id: string
  position: number
  title: string
  due_day: string | null
  done_on: string | null
}
