// Written by "npm run db:types" from the migrated database. Change a migration, not this file.
import type { Json } from '../json.ts'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

declare module '../tables.ts' {
  interface Tables {
    'opensti.audit_entry': OpenstiAuditEntry
    'opensti.audit_position': OpenstiAuditPosition
    'opensti.audit_seal': OpenstiAuditSeal
    'opensti.backup_note': OpenstiBackupNote
    'opensti.idempotency': OpenstiIdempotency
    'opensti.migration': OpenstiMigration
    'opensti.outbox': OpenstiOutbox
  }
}

export interface OpenstiAuditEntry {
  id: GeneratedAlways<bigint>
  at: ColumnType<Date, Date | string | undefined, Date | string>
  actor: string | null
  session: string | null
  action: string
  region: string | null
  object_kind: string | null
  object_id: string | null
  /** Never personal data: ids, names of fields, states. */
  detail: ColumnType<unknown, Json | undefined, Json>
  request_id: string | null
}

export interface OpenstiAuditPosition {
  position: ColumnType<bigint, bigint | number, bigint | number>
  entry_id: ColumnType<bigint, bigint | number, bigint | number>
  seal: ColumnType<bigint, bigint | number, bigint | number>
}

export interface OpenstiAuditSeal {
  number: ColumnType<bigint, bigint | number, bigint | number>
  first: ColumnType<bigint, bigint | number, bigint | number>
  last: ColumnType<bigint, bigint | number, bigint | number>
  digest: string
  previous: string
  sealed_at: ColumnType<Date, Date | string, Date | string>
  signature: string
}

export interface OpenstiBackupNote {
  id: string
  kind: 'backup' | 'restore'
  started_at: ColumnType<Date, Date | string | undefined, Date | string>
  /** The moment that the backup shows. */
  taken_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  file: string
  scheduled: Generated<boolean>
  bytes: ColumnType<bigint | null, bigint | number | null | undefined, bigint | number | null>
  /** Of the encrypted file, so that its copies can be compared without the key. */
  file_sha256: string | null
  /** Over all contents (lib/db/backup/digest.ts); equal contents have equal digests. */
  digest: string | null
  /** When the file was last decrypted and read to its end without a fault. */
  checked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  problem: string | null
}

export interface OpenstiIdempotency {
  actor: string
  key_digest: Buffer
  /** Of the request, under the key: requests may hold passwords. */
  fingerprint: Buffer
  /** Which of several tries it was that took effect. */
  run: string
  /** The last write of that try. */
  operation: string
  /** Encrypted under the key, which stands nowhere here; null until the answer was made, and for ever after a crash in between. */
  answer: Buffer | null
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface OpenstiMigration {
  schema: string
  name: string
  checksum: string
  applied_at: ColumnType<Date, Date | string | undefined, Date | string>
}

export interface OpenstiOutbox {
  id: GeneratedAlways<bigint>
  topic: string
  dedupe_key: string | null
  /** Ids only, no names, addresses or secrets: the sender looks up or derives what the letter says. */
  payload: ColumnType<unknown, Json, Json>
  created_at: ColumnType<Date, Date | string | undefined, Date | string>
  attempts: Generated<number>
  next_attempt_at: ColumnType<Date, Date | string | undefined, Date | string>
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  last_error: string | null
  /** After the last try. An administrator may have it tried again. */
  given_up_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
}
