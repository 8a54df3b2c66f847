// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '@opensti/db'
import type { ColumnType, Generated } from 'kysely'

declare module '@opensti/db/tables' {
  interface Tables {
    'evaluation.assessment': EvaluationAssessment
    'evaluation.brief': EvaluationBrief
    'evaluation.brief_paper': EvaluationBriefPaper
    'evaluation.evidence': EvaluationEvidence
    'evaluation.exercise': EvaluationExercise
    'evaluation.line': EvaluationLine
    'evaluation.move': EvaluationMove
    'evaluation.paper': EvaluationPaper
    'evaluation.sheet': EvaluationSheet
  }
}

export interface EvaluationAssessment {
  line_id: string
  side: 'own' | 'review'
  number: number
  standing: 'done' | 'on-course' | 'behind' | 'cannot' | null
  words: string | null
  person_id: string
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface EvaluationBrief {
  id: Generated<string>
  region_id: string
  period: string
  edition: number
  /** SHA-256 of the facts that its issuer saw as a draft. */
  facts_digest: string
  issued_by: string
  issued_at: ColumnType<Date, Date | string, Date | string>
}

export interface EvaluationBriefPaper {
  brief_id: string
  format: 'pdf' | 'docx' | 'xlsx' | 'json'
  digest: string
  size: number
  content: Buffer
}

export interface EvaluationEvidence {
  id: Generated<string>
  line_id: string
  kind: 'file' | 'value' | 'return' | 'item'
  ref: string | null
  label: string
  media_type: string | null
  size: number | null
  digest: string | null
  content: Buffer | null
  added_by: string
  added_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface EvaluationExercise {
  id: Generated<string>
  region_id: string
  plan_code: string
  kind: 'yearly' | 'mid-term' | 'final'
  title: string
  year: number
  due_day: string
  state: Generated<'preparing' | 'self-assessing' | 'reviewing' | 'concluded'>
  version: Generated<number>
  /** What each standing counts, as a share of a line's weight; published with the weights. */
  shares: ColumnType<unknown, Json, Json>
  formula_digest: string | null
  made_by: string
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
  opened_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  concluded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  /** Everything the conclusion rests on, as canonical JSON; its SHA-256 stands beside it. */
  data: string | null
  data_digest: string | null
}

export interface EvaluationLine {
  id: Generated<string>
  exercise_id: string
  position: number
  kind: 'indicator' | 'task'
  code: string
  title: ColumnType<unknown, Json, Json>
  unit_id: string
  weight: ColumnType<string, string | number, string | number>
}

export interface EvaluationMove {
  exercise_id: string
  unit_id: Generated<string>
  number: number
  verb: string
  from_state: string
  to_state: string
  reason: string | null
  person_id: string
  at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface EvaluationPaper {
  exercise_id: string
  name: 'report' | 'brief' | 'data'
  format: 'pdf' | 'docx' | 'json'
  digest: string
  size: number
  content: Buffer
  made_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface EvaluationSheet {
  exercise_id: string
  unit_id: string
  state: Generated<'filling' | 'handed-in'>
  version: Generated<number>
  handed_in_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}
