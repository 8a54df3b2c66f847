import { unitDirectory, unitMembers } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'

/** The unit for which the planners of a region work; nothing where they hold their role for no unit. */
export async function officeOf(db: Reader, regionId: string): Promise<Bilingual | undefined> {
  const directory = await unitDirectory(db)
  const own = directory.inRegion(regionId)
  const members = await unitMembers(
    db,
    own.map(({ id }) => id),
  )
  return own.find(({ id }) => members.get(id)?.some((one) => one.roles.includes('planner')))?.name
}
