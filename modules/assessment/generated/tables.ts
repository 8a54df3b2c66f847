// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'assessment.appeal': AssessmentAppeal
    'assessment.appeal_file': AssessmentAppealFile
    'assessment.assessed_unit': AssessmentAssessedUnit
    'assessment.decomposition': AssessmentDecomposition
    'assessment.exercise': AssessmentExercise
    'assessment.input': AssessmentInput
    'assessment.move': AssessmentMove
    'assessment.result': AssessmentResult
    'assessment.share': AssessmentShare
  }
}

export interface AssessmentAppeal {
  id: Generated<string>
  exercise_id: string
  unit_id: string
  code: string
  state: Generated<'open' | 'upheld' | 'dismissed' | 'withdrawn'>
  reason: string
  asked_by: string
  asked_at: ColumnType<Date, Date | string, Date | string>
  answer_reason: string | null
  answered_by: string | null
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** Who of the unit took the appeal back before it was answered. */
  withdrawn_by: string | null
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface AssessmentAppealFile {
  id: Generated<string>
  appeal_id: string
  file_name: string
  media_type: string
  size: number
  digest: string
  content: Buffer
  added_by: string
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface AssessmentAssessedUnit {
  exercise_id: string
  unit_id: string
  position: number
}

export interface AssessmentDecomposition {
  id: Generated<string>
  region_id: string
  target_id: string
  indicator_code: string
  number: number
  year: number
  whole: ColumnType<string, string | number, string | number>
  unit: string
  /** Whether the shares add up, weigh by something, or must each reach the whole. */
  rule: 'sum' | 'weighted' | 'each'
  direction: 'higher' | 'lower'
  state: Generated<'draft' | 'approved' | 'issued' | 'replaced' | 'withdrawn'>
  version: Generated<number>
  change_reason: string | null
  change_document: string | null
  document: string | null
  document_day: string | null
  /** Why the shares do not come to the whole, where they do not. */
  difference: string | null
  made_by: string
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  approved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  issued_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}

export interface AssessmentExercise {
  id: Generated<string>
  region_id: string
  title: string
  period: string
  begins_at: ColumnType<Date, Date | string, Date | string>
  ends_at: ColumnType<Date, Date | string, Date | string>
  document: string
  document_day: string | null
  formula: ColumnType<unknown, Json, Json>
  /** SHA-256 of the formula as canonical JSON; anyone can check that it is the published one. */
  digest: string
  appeal_workdays: number
  state: Generated<'draft' | 'issued' | 'frozen' | 'published' | 'withdrawn'>
  version: Generated<number>
  made_by: string
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  issued_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  frozen_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  inputs_digest: string | null
  /** End of the last working day for appeals; the ranking is published on the day after it. */
  appeals_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  result_digest: string | null
}

export interface AssessmentInput {
  exercise_id: string
  unit_id: string
  code: string
  number: Generated<number>
  kind: 'part' | 'deduction' | 'veto'
  applies: Generated<boolean>
  target: ColumnType<string | null, string | number | null | undefined, string | number | null>
  value: ColumnType<string | null, string | number | null | undefined, string | number | null>
  points: ColumnType<string | null, string | number | null | undefined, string | number | null>
  times: Generated<number>
  target_source: ColumnType<unknown, Json | null | undefined, Json | null>
  /** A value of the ledger with its vintage, or a document with its article. */
  source: ColumnType<unknown, Json | null | undefined, Json | null>
  reason: string | null
  appeal_id: string | null
  entered_by: string
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface AssessmentMove {
  subject_id: string
  number: number
  subject: 'decomposition' | 'exercise'
  verb: string
  from_state: string
  to_state: string
  text: string | null
  person_id: string | null
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface AssessmentResult {
  exercise_id: string
  unit_id: string
  place: number
  total: ColumnType<string, string | number, string | number>
  grade: ColumnType<unknown, Json, Json>
  vetoed: boolean
  sheet: ColumnType<unknown, Json, Json>
}

export interface AssessmentShare {
  id: Generated<string>
  decomposition_id: string
  position: number
  receiver_region: string
  receiver_unit: string | null
  amount: ColumnType<string | null, string | number | null | undefined, string | number | null>
  weight: ColumnType<string | null, string | number | null | undefined, string | number | null>
  confirmed_by: string | null
  confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** Why the receiver cannot take the share on as it is. It stays, also when the share is confirmed later. */
  objection: string | null
  objected_by: string | null
  objected_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}
