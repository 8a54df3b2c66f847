import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshDatabase, type TestDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { getSealingKey, type MigrationFolder, migrate, recordAudit, sealAudit, transaction } from '../../index.ts'

/** Everything that makes copying hard: rows that refer to each other in a circle, guards, odd text, large papers. */
const trialTables = `
create type trial.mood as enum ('low', 'high');
create table trial.place (name text primary key, mood trial.mood not null default 'low', head integer);
create table trial.item (id integer generated always as identity primary key, up integer references trial.item,
  place text references trial.place, note text, paper bytea, days int4range, share numeric, seen timestamptz, facts jsonb,
  double integer generated always as (id * 2) stored, unique nulls not distinct (note, place));
alter table trial.place add foreign key (head) references trial.item;
create table trial.loose (word text, number double precision);
create function trial.refuse() returns trigger language plpgsql as 'begin raise exception ''stands still''; end';
create trigger stands_still before insert or update or delete on trial.item for each row execute function trial.refuse();
create trigger not_emptied before truncate on trial.loose execute function trial.refuse();
insert into trial.loose values ('from the migration', 1);`

const rows = `
alter table trial.item disable trigger user;
alter table trial.place drop constraint place_head_fkey;
insert into trial.place values ('湖城', 'high', 1), ('ä', 'low', null), ('Z', 'low', 2), ('', 'high', null);
insert into trial.item (up, place, note, paper, days, share, seen, facts) values
  (3, '湖城', E'tab\\there\\nand "quotes" \\\\N \\\\. 㐂𠮷', null, '[1,5)', 1.10, '2026-02-28 23:59:59.999999+08', '{"b": [1, null], "a": "\\u0001"}'),
  (1, 'ä', null, '\\x00ff0a5c', null, 0.1, 'infinity', null), (3, '', '', '', 'empty', 'NaN', null, '[]');
alter table trial.place add constraint place_head_fkey foreign key (head) references trial.item;
alter table trial.item enable trigger user;
insert into trial.loose values ('b', 0.1), ('a', '-Infinity'), ('a', 1e-300), (null, null)`

export interface SmallHouse {
  database: TestDatabase
  dataDir: string
  migrations: readonly MigrationFolder[]
  trialDir: string
}

/** A migrated house with a module of its own, a sealed log and files, below this folder. */
export async function makeSmallHouse(folder: string, house: readonly MigrationFolder[]): Promise<SmallHouse> {
  const trialDir = join(folder, 'trial')
  mkdirSync(trialDir)
  writeFileSync(join(trialDir, '20270101000000-make-tables.sql'), trialTables)
  const migrations = [...house, { schema: 'trial', dir: trialDir }]
  const database = await freshDatabase('empty')
  await migrate(database.ownerUrl, migrations)
  await sql.raw(rows).execute(database.owner)
  await addPaper(database)
  for (let at = 0; at < 30; at += 1) {
    await transaction(database.db, 'test.note-deed', (tx) =>
      recordAudit(tx, { actor: { kind: 'system', name: 'test' }, action: 'test.note-deed', detail: { at } }),
    )
  }
  const dataDir = join(folder, 'source')
  const audit = join(dataDir, 'audit')
  const key = getSealingKey(audit).privateKey
  await sealAudit(database.sealer, { key, headFile: join(audit, 'heads.txt'), limit: 10 })
  writeFileSync(join(dataDir, 'passwords.json'), '{}')
  mkdirSync(join(dataDir, 'letters', 'old'), { recursive: true })
  writeFileSync(join(dataDir, 'letters', 'old', '信.eml'), 'a letter')
  writeFileSync(join(dataDir, 'letters', 'empty.eml'), '')
  return { database, dataDir, migrations, trialDir }
}

/** A paper larger than a piece of a backup. */
async function addPaper({ owner }: TestDatabase): Promise<void> {
  await sql`alter table trial.item disable trigger user`.execute(owner)
  await sql`insert into trial.item (note, paper) values ('a large paper', ${randomBytes(6_000_000)})`.execute(owner)
  await sql`alter table trial.item enable trigger user`.execute(owner)
}
