-- What is known about backups: shown to the system administrator, who is warned when the last good one is too old.

create table opensti.backup_note (
  id           uuid primary key,
  kind         text not null check (kind in ('backup', 'restore')),
  started_at   timestamptz not null default clock_timestamp(),
  taken_at     timestamptz,
  file         text not null,
  scheduled    boolean not null default false,
  bytes        bigint check (bytes > 0),
  file_sha256  text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  digest       text check (digest ~ '^[0-9a-f]{64}$'),
  checked_at   timestamptz,
  problem      text,
  constraint backup_note_done_or_failed check ((problem is null) = (digest is not null))
);
create index backup_note_started_at on opensti.backup_note (started_at desc);
comment on table opensti.backup_note is
  'One row for each backup or restore, also for those that failed. Tells of the copies and is not in them: a restored house begins its own.';
comment on column opensti.backup_note.taken_at is 'The moment that the backup shows.';
comment on column opensti.backup_note.file_sha256 is 'Of the encrypted file, so that its copies can be compared without the key.';
comment on column opensti.backup_note.digest is 'Over all contents (lib/db/backup/digest.ts); equal contents have equal digests.';
comment on column opensti.backup_note.checked_at is 'When the file was last decrypted and read to its end without a fault.';
