import { actorNames, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { AppealView } from '../../contract.ts'

/** Appeals of an assessment in their order, or those of some units of it; `leads` are the units that the reader leads. */
export async function appealViews(
  db: Reader,
  exerciseId: string,
  units: readonly string[] | null,
  leads: ReadonlySet<string>,
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
  const people = await actorNames(
    db,
    rows.flatMap((row) => [row.asked_by, row.answered_by, row.withdrawn_by].filter((one) => one !== null)),
  )
  const directory = await unitDirectory(db)
  const nameOf = (person: string) => people.get(person) ?? { zh: '', en: '' }
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: directory.find(row.unit_id)?.name ?? { zh: row.unit_id, en: row.unit_id } },
    code: row.code,
    state: row.state,
    reason: row.reason,
    askedBy: nameOf(row.asked_by),
    askedAt: row.asked_at.toISOString(),
    answerReason: row.answer_reason,
    answeredBy: row.answered_by === null ? null : nameOf(row.answered_by),
    answeredAt: row.answered_at?.toISOString() ?? null,
    withdrawnBy: row.withdrawn_by === null ? null : nameOf(row.withdrawn_by),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    mayWithdraw: row.state === 'open' && leads.has(row.unit_id),
    files: files
      .filter((file) => file.appeal_id === row.id)
      .map((file) => ({ id: file.id, fileName: file.file_name, size: file.size })),
  }))
}
