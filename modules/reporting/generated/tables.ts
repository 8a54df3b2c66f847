// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'reporting.attachment': ReportingAttachment
    'reporting.call': ReportingCall
    'reporting.chain_step': ReportingChainStep
    'reporting.cycle': ReportingCycle
    'reporting.cycle_line': ReportingCycleLine
    'reporting.delegation': ReportingDelegation
    'reporting.entry': ReportingEntry
    'reporting.move': ReportingMove
    'reporting.reminder': ReportingReminder
    'reporting.reminder_plan': ReportingReminderPlan
    'reporting.reminder_told': ReportingReminderTold
    'reporting.request': ReportingRequest
    'reporting.stale_alarm': ReportingStaleAlarm
    'reporting.workbook': ReportingWorkbook
    'reporting.workbook_template': ReportingWorkbookTemplate
    'reporting.workbook_upload': ReportingWorkbookUpload
  }
}

export interface ReportingAttachment {
  id: Generated<string>
  request_id: string
  indicator_code: string | null
  file_name: string
  media_type: string
  size: number
  digest: string
  content: Buffer
  added_by: string
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** Taken away while the return was being prepared; its bytes are handed out no more. */
  removed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  removed_by: string | null
}

export interface ReportingCall {
  id: Generated<string>
  request_id: string
  person_id: string
  reached: boolean
  note: string | null
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingChainStep {
  region_id: string
  unit_id: string
  position: number
  kind: 'prepare' | 'check' | 'sign'
  person_id: string | null
}

export interface ReportingCycle {
  region_id: string
  code: string
  names: ColumnType<unknown, Json, Json>
  frequency: 'monthly' | 'quarterly' | 'half-yearly' | 'yearly'
  lead_unit: string
  /** The figures are due at the end of this working day after the period has ended. */
  due_workday: number
  first_period: string
  stopped_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_by: string
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingCycleLine {
  region_id: string
  cycle_code: string
  position: number
  indicator_code: string
  unit_id: string
  nature: 'working' | 'statistical'
  figure_kind: 'estimate' | 'flash' | 'annual' | 'revised'
  countersigners: Generated<string[]>
}

export interface ReportingDelegation {
  id: Generated<string>
  region_id: string
  unit_id: string
  from_person: string
  to_person: string
  from_day: string
  until_day: string
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** Who ended it before its last day: the one who gave it, or the leader of the unit. */
  ended_by: string | null
}

export interface ReportingEntry {
  request_id: string
  position: number
  indicator_code: string
  nature: 'working' | 'statistical'
  figure_kind: 'estimate' | 'flash' | 'annual' | 'revised'
  unit: string
  value: ColumnType<string | null, string | number | null | undefined, string | number | null>
  /** Why there is no figure: said, not left blank. */
  absent_reason: string | null
  note: string | null
  /** Counts changes of this cell; a writer names the one she saw. */
  version: Generated<number>
  entered_by: string | null
  entered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface ReportingMove {
  request_id: string
  number: number
  verb: string
  from_state: string
  to_state: string
  unit_id: string | null
  person_id: string
  on_behalf_of: string | null
  reason: string | null
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingReminder {
  id: Generated<string>
  region_id: string
  request_id: string
  key: string
  kind: 'soon' | 'today' | 'late' | 'returned'
  /** Working days until or since the day that counts. */
  days: number
  by_person: string | null
  note: string | null
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingReminderPlan {
  region_id: string
  before_days: number[]
  on_day: boolean
  after_days: number[]
  /** After the last of after_days, every so many working days; null for never again. */
  again_days: number | null
  /** From so many working days after the due day the unit's leader is told as well. */
  leader_from: number
  changed_by: string
  changed_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingReminderTold {
  reminder_id: string
  person_id: string
  told_as: 'holder' | 'leader'
}

export interface ReportingRequest {
  id: Generated<string>
  region_id: string
  cycle_code: string
  period: string
  unit_id: string
  number: Generated<number>
  reason: string | null
  due_at: ColumnType<Date, Date | string, Date | string>
  state: Generated<'preparing' | 'checking' | 'signing' | 'countersigning' | 'submitted' | 'accepted' | 'locked'>
  step: Generated<number>
  /** Counts moves, so that two people cannot move one request without seeing each other. */
  version: Generated<number>
  opened_by: string
  opened_at: ColumnType<Date, Date | string | undefined, Date | string>
  submitted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  locked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** Until when it is to be completed, since it was returned last; empty for one that never was, or has come again. */
  complete_by: string | null
}

export interface ReportingStaleAlarm {
  region_id: string
  indicator_code: string
  /** Period of the latest figure then; empty when there was none. */
  latest_period: string
  batch: string
  raised_at: ColumnType<Date, Date | string | undefined, Date | string>
  cleared_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface ReportingWorkbook {
  id: Generated<string>
  region_id: string
  cycle_code: string
  file_name: string
  size: number
  digest: string
  content: Buffer
  /** The cells as they were read in the limited child process; the file itself is never parsed by the server. */
  grids: ColumnType<unknown, Json, Json>
  added_by: string
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingWorkbookTemplate {
  region_id: string
  cycle_code: string
  version: number
  workbook_id: string
  mapping: ColumnType<unknown, Json, Json>
  saved_by: string
  saved_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface ReportingWorkbookUpload {
  id: Generated<string>
  request_id: string
  template_version: number
  file_name: string
  size: number
  digest: string
  content: Buffer
  result: ColumnType<unknown, Json, Json>
  state: Generated<'read' | 'accepted' | 'undone'>
  added_by: string
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
  accepted_by: string | null
  accepted_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** The cells as they were before accepting and the versions it made, so that it can be undone while nobody else changed them. */
  cells_before: ColumnType<unknown, Json | null | undefined, Json | null>
}
