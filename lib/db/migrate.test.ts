import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { migrate } from './index.ts'

const { db, owner, ownerUrl } = await testDatabase('empty')
const root = mkdtempSync(join(tmpdir(), 'migrate-'))
const ours = { schema: 'opensti', dir: join(import.meta.dirname, 'migrations') }
const trial = { schema: 'trial', dir: join(root, 'trial') }
const first = '20270101000000-make-note.sql'
const note = `create table trial.note (id integer primary key, text text); select opensti.append_only('trial.note');`

afterAll(() => rmSync(root, { recursive: true }))
beforeEach(async () => {
  rmSync(trial.dir, { recursive: true, force: true })
  mkdirSync(trial.dir)
  await sql`drop schema if exists trial cascade; drop schema if exists opensti cascade`.execute(owner)
  writeFileSync(join(trial.dir, first), note)
})
const up = () => migrate(ownerUrl, [ours, trial])

it('applies each file once, in the order of time, also when two processes start together', async () => {
  writeFileSync(join(trial.dir, '20270102000000-add-day.sql'), 'alter table trial.note add column day date')
  const applied = (await Promise.all([up(), up()])).flat()
  expect(applied).toEqual([
    ...readdirSync(ours.dir).map((name) => `opensti/${name}`),
    `trial/${first}`,
    'trial/20270102000000-add-day.sql',
  ])
  expect(await up()).toEqual([])
})

it('lets the running role add to a table that only grows, and nothing else', async () => {
  await up()
  await sql`insert into trial.note values (1, 'a')`.execute(db)
  await expect(sql`update trial.note set text = 'b'`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`delete from trial.note`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`truncate trial.note`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`create table trial.more ()`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`delete from opensti.audit_entry`.execute(db)).rejects.toThrow('permission denied')
  await expect(sql`insert into opensti.audit_seal values (1,1,1,'','',now(),'')`.execute(db)).rejects.toThrow(
    'permission denied',
  )
})

it('refuses a landed file that has changed or gone, with advice', async () => {
  await up()
  writeFileSync(join(trial.dir, first), `${note} -- better`)
  await expect(up()).rejects.toThrow(/has changed since it landed.*new migration/)
  rmSync(join(trial.dir, first))
  writeFileSync(join(trial.dir, '20270102000000-other.sql'), 'select 1')
  await expect(up()).rejects.toThrow(/this code does not/)
})

it('names the file and the line of a fault and leaves nothing of it behind', async () => {
  writeFileSync(
    join(trial.dir, '20270103000000-broken.sql'),
    'create table trial.half (a integer);\n\nalter table trial.nothing add b integer;',
  )
  await expect(up()).rejects.toThrow(/20270103000000-broken\.sql.*trial\.nothing/)
  const { rows } = await sql`select to_regclass('trial.half') as half, to_regclass('trial.note') as note`.execute(owner)
  expect(rows[0]).toEqual({ half: null, note: 'trial.note' })
  writeFileSync(join(trial.dir, '20270103000000-broken.sql'), 'select 1;\n\nselec 2;')
  await expect(up()).rejects.toThrow('20270103000000-broken.sql:3:')
})

it('wants file names that sort', async () => {
  writeFileSync(join(trial.dir, '3-note.sql'), 'select 1')
  await expect(up()).rejects.toThrow('YYYYMMDDHHMMSS')
})
