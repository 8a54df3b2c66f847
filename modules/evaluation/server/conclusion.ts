import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { planNames } from '@opensti/plans'
import type { LineFacts } from '../contract.ts'
import type { Standing } from '../domain/exercise-life.ts'
import { planScore, type Shares } from '../domain/plan-score.ts'
import { missingOf } from './missing.ts'
import { officeOf } from './office-of.ts'
import { type ReadLine, readSheets } from './read-exercise.ts'
import type { ExerciseRow } from './store.ts'

interface ConcludedSaid {
  standing: Standing | null
  words: string
  at: string
}

export interface ConcludedLine {
  kind: 'indicator' | 'task'
  code: string
  title: Bilingual
  unit: { id: string; name: Bilingual }
  weight: string
  facts: LineFacts | null
  own: ConcludedSaid | null
  review: ConcludedSaid | null
  evidence: { kind: string; label: string; ref: string | null; digest: string | null }[]
  points: string | null
}

/** Everything a conclusion rests on, without the names of people. Papers are made of this and of nothing else. */
export interface Conclusion {
  form: 'opensti-evaluation/1'
  region: { id: string; name: Bilingual }
  /** The office that runs the evaluation and signs its papers. */
  office: Bilingual
  plan: { id: string; name: Bilingual; startYear: number; endYear: number }
  kind: 'yearly' | 'mid-term' | 'final'
  title: string
  year: number
  concludedAt: string
  shares: Shares
  formulaDigest: string
  score: { total: string; grade: Bilingual } | null
  lines: ConcludedLine[]
  units: { id: string; name: Bilingual; handedInAt: string | null }[]
  /** Units that said nothing, and why it was concluded all the same. */
  missing: Bilingual[]
  reason: string | null
}

/** The data of a conclusion as they are at this moment. */
export async function conclusionOf(
  db: Reader,
  exercise: ExerciseRow,
  lines: readonly ReadLine[],
  { reason, at }: { reason: string | null; at: Date },
): Promise<Conclusion> {
  const directory = await unitDirectory(db)
  const unit = (id: string) => ({ id, name: directory.find(id)?.name ?? { zh: id, en: id } })
  const names = await planNames(db, [{ regionId: exercise.region_id, planCode: exercise.plan_code }])
  const plan = names.plan(exercise.region_id, exercise.plan_code)
  const sheets = await readSheets(db, exercise.id)
  const { notHandedIn } = await missingOf(db, lines, sheets)
  const score = planScore(
    lines.map(({ id, weight, review }) => ({ id, weight, standing: review?.standing ?? null })),
    exercise.shares,
  )
  const points = new Map(score?.parts.map((part) => [part.code, part.points]))
  return {
    form: 'opensti-evaluation/1',
    region: { id: exercise.region_id, name: names.region(exercise.region_id) },
    office: (await officeOf(db, exercise.region_id)) ?? names.region(exercise.region_id),
    plan: {
      id: exercise.plan_code,
      name: plan?.name ?? { zh: exercise.plan_code, en: exercise.plan_code },
      startYear: plan?.startYear ?? exercise.year,
      endYear: plan?.endYear ?? exercise.year,
    },
    kind: exercise.kind,
    title: exercise.title,
    year: exercise.year,
    concludedAt: at.toISOString(),
    shares: exercise.shares,
    formulaDigest: exercise.formula_digest ?? '',
    score: score && { total: score.total, grade: score.grade },
    lines: lines.map((line) => ({
      kind: line.kind,
      code: line.code,
      title: line.title,
      unit: unit(line.unitId),
      weight: line.weight,
      facts: line.facts,
      own: withoutPerson(line.own),
      review: withoutPerson(line.review),
      evidence: line.evidence.map(({ kind, label, ref, digest }) => ({ kind, label, ref, digest })),
      points: points.get(line.id) ?? null,
    })),
    units: sheets.map((sheet) => ({ ...unit(sheet.unit_id), handedInAt: sheet.handed_in_at?.toISOString() ?? null })),
    missing: notHandedIn,
    reason,
  }
}

function withoutPerson(said: ReadLine['own']): ConcludedSaid | null {
  return said && { standing: said.standing, words: said.words, at: said.at }
}
