import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, conflict, personOf, unprocessable } from '@opensti/kernel'
import { sql } from 'kysely'
import type { SaveAssessments } from '../contract.ts'
import { type ExerciseRow, getExercise, getSheet, isOpen } from './store.ts'

type Side = 'own' | 'review'
type Saying = SaveAssessments['lines']

/**
 * Keeps what a unit says of its own lines, all or none. What stood there before stays in the history.
 *
 * @throws `line_unknown` (422); `line_changed` (409) naming lines that somebody else has changed; `out_of_turn` (409) when the
 *   sheet has been handed in or the evaluation concluded.
 */
export async function saveOwn(
  db: Database,
  actor: Actor,
  where: { exerciseId: string; unitId: string },
  lines: Saying,
  requestId: string,
): Promise<void> {
  await save(db, actor, where.exerciseId, 'own', lines, requestId, where.unitId)
}

/** The same for supervision, beside what the units say and never over it. */
export async function saveReviews(
  db: Database,
  actor: Actor,
  exerciseId: string,
  lines: Saying,
  requestId: string,
): Promise<void> {
  await save(db, actor, exerciseId, 'review', lines, requestId)
}

async function save(
  db: Database,
  actor: Actor,
  id: string,
  side: Side,
  lines: Saying,
  requestId: string,
  unitId?: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, `evaluation.save-${side}`, async (tx) => {
    const exercise = await getExercise(tx, id)
    await putAssessments(tx, person.personId, exercise, { side, unitId, lines }, await databaseNow(tx))
    await recordAudit(tx, {
      actor,
      action: `evaluation.save-${side}`,
      region: exercise.region_id,
      object: { kind: 'evaluation', id },
      requestId,
      detail: { lines: lines.length },
    })
  })
}

/** What is said itself, at a moment. */
export async function putAssessments(
  tx: Transaction,
  personId: string,
  exercise: ExerciseRow,
  { side, unitId, lines }: { side: Side; unitId?: string | undefined; lines: Saying },
  at: Date,
): Promise<void> {
  if (side === 'review' && exercise.state !== 'reviewing') throw outOfTurn()
  if (unitId !== undefined) {
    const sheet = await getSheet(tx, exercise.id, unitId)
    if (!isOpen(exercise.state) || sheet.state !== 'filling') throw outOfTurn()
  }
  const { rows } = await sql<{ id: string; number: number; zh: string; en: string }>`
    select l.id, coalesce(max(a.number), 0)::int as number, l.title->>'zh' as zh, l.title->>'en' as en
    from evaluation.line l left join evaluation.assessment a on a.line_id = l.id and a.side = ${side}
    where l.exercise_id = ${exercise.id} and (${unitId ?? null}::text is null or l.unit_id = ${unitId ?? null})
    group by l.id`.execute(tx)
  const known = new Map(rows.map((row) => [row.id, row]))
  if (lines.some(({ lineId }) => !known.has(lineId)) || new Set(lines.map((one) => one.lineId)).size < lines.length)
    throw lineUnknown()
  const overtaken = lines.filter(({ lineId, seen }) => known.get(lineId)?.number !== seen)
  if (overtaken.length > 0) throw lineChanged(overtaken.map(({ lineId }) => known.get(lineId)!))
  await tx
    .insertInto('evaluation.assessment')
    .values(
      lines.map(({ lineId, seen, standing, words }) => ({
        line_id: lineId,
        side,
        number: seen + 1,
        standing,
        words: words || null,
        person_id: personId,
        at,
      })),
    )
    .execute()
}

export function outOfTurn() {
  return conflict(
    'out_of_turn',
    {
      zh: '现在不能再改：自评已提交，或评估已到下一步。',
      en: 'This stands still now: the sheet was handed in, or the evaluation has moved on.',
    },
    { remedy: { zh: '需要补充的，请规划处退回后再改。', en: 'To add to it, ask for the sheet to be sent back.' } },
  )
}

function lineUnknown() {
  return unprocessable('line_unknown', {
    zh: '有的行不属于这里，或给了两次，没有保存。',
    en: 'Some lines do not belong here or were given twice, so nothing was kept.',
  })
}

function lineChanged(lines: readonly { id: string; zh: string; en: string }[]) {
  return conflict(
    'line_changed',
    {
      zh: `有${lines.length}行在您打开之后被别人改过，没有保存。`,
      en: `${lines.length} lines were changed by someone else after you opened them, so nothing was kept.`,
    },
    {
      details: lines.map(({ id, zh, en }) => ({ message: { zh, en }, place: { field: id } })),
      remedy: { zh: '请看过对方写的内容再决定。', en: 'Look at what the other wrote, then decide.' },
    },
  )
}
