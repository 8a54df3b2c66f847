import { newId } from '@opensti/kernel'
import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import type { Database, Reader } from '../tables.ts'
import { transaction } from '../transaction.ts'

/** What is kept about one backup or restore. */
export interface BackupNote {
  kind: 'backup' | 'restore'
  file: string
  /** By the house itself at its hour, or asked for by a person. */
  scheduled: boolean
  outcome: { takenAt: Date; bytes: number; fileSha256: string; digest: string } | { problem: string }
  isChecked: boolean
}

/** Notes it, and that it was done, in the audit log: a backup takes everything out of the house. */
export async function noteBackup(db: Database, id: string, note: BackupNote): Promise<void> {
  const { kind, file, scheduled, outcome, isChecked } = note
  await transaction(db, 'backups.note-backup', async (tx) => {
    const done = 'digest' in outcome
    await tx
      .insertInto('opensti.backup_note')
      .values({
        id,
        kind,
        file,
        scheduled,
        taken_at: done ? outcome.takenAt : null,
        bytes: done ? BigInt(outcome.bytes) : null,
        file_sha256: done ? outcome.fileSha256 : null,
        digest: done ? outcome.digest : null,
        problem: done ? null : outcome.problem,
        checked_at: isChecked ? sql<Date>`clock_timestamp()` : null,
      })
      .execute()
    // A restored house must stay equal to its backup.
    if (kind === 'restore') return
    await recordAudit(tx, {
      actor: { kind: 'system', name: scheduled ? 'schedule' : 'command-line' },
      action: 'backups.note-backup',
      object: { kind: 'backup', id },
      detail: { outcome: done ? 'written' : 'failed' },
    })
  })
}

/** Notes that a file with this digest was read to its end without a fault. False when no such backup is known here. */
export async function noteChecked(db: Database, fileSha256: string): Promise<boolean> {
  return transaction(db, 'backups.note-checked', async (tx) => {
    const known = await tx
      .updateTable('opensti.backup_note')
      .set({ checked_at: sql<Date>`clock_timestamp()` })
      .where('file_sha256', '=', fileSha256)
      .where('kind', '=', 'backup')
      .returning('id')
      .execute()
    return known.length > 0
  })
}

export function newNoteId(): string {
  return newId()
}

export interface BackupsState {
  /** The newest that succeeded. */
  last: {
    takenAt: Date
    file: string
    bytes: number
    digest: string
    scheduled: boolean
    checkedAt: Date | null
  } | null
  /** A try after the last success that failed, in its own words. */
  failed: { at: Date; problem: string } | null
  restoredAt: Date | null
}

/** How backups stand, for the system administrator. */
export async function backupsState(db: Reader): Promise<BackupsState> {
  const rows = await db
    .selectFrom('opensti.backup_note')
    .selectAll()
    .distinctOn(['kind', sql<boolean>`problem is null`])
    .orderBy('kind')
    .orderBy(sql`problem is null`)
    .orderBy('started_at', 'desc')
    .execute()
  const find = (kind: string, isDone: boolean) =>
    rows.find((row) => row.kind === kind && (row.problem === null) === isDone)
  const last = find('backup', true)
  const failed = find('backup', false)
  const isLater = failed && (!last || failed.started_at > last.started_at)
  return {
    last: last
      ? {
          takenAt: last.taken_at ?? last.started_at,
          file: last.file,
          bytes: Number(last.bytes),
          digest: last.digest ?? '',
          scheduled: last.scheduled,
          checkedAt: last.checked_at,
        }
      : null,
    failed: isLater ? { at: failed.started_at, problem: failed.problem ?? '' } : null,
    restoredAt: find('restore', true)?.started_at ?? null,
  }
}
