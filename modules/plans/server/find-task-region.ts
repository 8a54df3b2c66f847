import type { Reader } from '@opensti/db'

/** The region whose plan has this task; nothing when no plan has it. */
export async function findTaskRegion(db: Reader, id: string): Promise<string | undefined> {
  const task = await db.selectFrom('plans.task').select('region_id').where('id', '=', id).executeTakeFirst()
  return task?.region_id
}
