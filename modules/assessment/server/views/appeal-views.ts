import { personNames, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { AppealView } from '../../contract.ts'

/** Appeals of an assessment in their order, or those of some units of it. */
export async function appealViews(
  db: Reader,
  exerciseId: string,
  units: readonly string[] | null,
): Promise<AppealView[]> {
  if (units?.length === 0) return []
  const rows = await db
    .selectFrom('assessment.appeal')
    .selectAll()
    .where('exercise_id', '=', exerciseId)
    .$if(units !== null, (query) => query.where('unit_id', 'in', [...(units ?? [])]))
    .orderBy('asked_at')
    .execute()
  if (rows.length === 0) return []
  const files = await db
    .selectFrom('assessment.appeal_file')
    .select(['id', 'appeal_id', 'file_name', 'size'])
    .where(
      'appeal_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('added_at')
    .execute()
  const people = await personNames(
    db,
    rows.flatMap((row) => [row.asked_by, ...(row.answered_by ? [row.answered_by] : [])]),
  )
  const directory = await unitDirectory(db)
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: directory.find(row.unit_id)?.name ?? { zh: row.unit_id, en: row.unit_id } },
    code: row.code,
    state: row.state,
    reason: row.reason,
    askedBy: people.get(row.asked_by) ?? '',
    askedAt: row.asked_at.toISOString(),
    answerReason: row.answer_reason,
    answeredBy: row.answered_by === null ? null : (people.get(row.answered_by) ?? ''),
    answeredAt: row.answered_at?.toISOString() ?? null,
    files: files
      .filter((file) => file.appeal_id === row.id)
      .map((file) => ({ id: file.id, fileName: file.file_name, size: file.size })),
  }))
}
