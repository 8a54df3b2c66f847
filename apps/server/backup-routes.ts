import { BackupsState } from '@opensti/accounts/contract-backups'
import { type Database, databaseNow } from '@opensti/db'
import { backupsState } from '@opensti/db/backup'
import { type Route, route } from '@opensti/http'
import type { BackupRules } from './backup-schedule.ts'

const aDay = 24 * 3_600_000

/** For the system administrator: the last backup, and whether it is too old to sleep well. */
export function backupRoutes(rules: BackupRules): readonly Route[] {
  return [
    route('GET /api/operations/backups', 'house.backup.read', ['备份情况', 'How backups stand'], {
      answer: BackupsState,
      handle: ({ db }) => describe(db, rules),
    }),
  ]
}

async function describe(db: Database, { schedule, warnAfterDays }: BackupRules): Promise<BackupsState> {
  const { last, failed, restoredAt } = await backupsState(db)
  const now = await databaseNow(db)
  return {
    last: last && {
      ...last,
      takenAt: last.takenAt.toISOString(),
      checkedAt: last.checkedAt?.toISOString() ?? null,
    },
    failed: failed && { ...failed, at: failed.at.toISOString() },
    restoredAt: restoredAt?.toISOString() ?? null,
    schedule: schedule && { hour: schedule.hour, keep: schedule.keep },
    warnAfterDays,
    isTooOld: !last || now.getTime() - last.takenAt.getTime() > warnAfterDays * aDay,
  }
}
