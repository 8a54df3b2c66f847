import { randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type TestDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportAudit, findMigrationFolders, getSealingKey, migrate, verifyAudit } from '../index.ts'
import {
  beginSnapshot,
  checkBackup,
  type Lock,
  makeBackup,
  newKeyPair,
  type Opener,
  restoreBackup,
  sumContents,
} from './index.ts'
import { setMark, settleRestore } from './settle-restore.ts'
import { makeSmallHouse, type SmallHouse } from './testing/small-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'opensti-backup-'))
const house = await findMigrationFolders(join(import.meta.dirname, '..', '..', '..'))
const { identity, recipient } = await newKeyPair()
const lock: Lock = { recipients: [recipient] }
const opener: Opener = { identities: [identity] }
const backup = join(folder, 'first.age')
let source: SmallHouse

beforeAll(async () => {
  source = await makeSmallHouse(folder, house)
  // Noted by a seal that is younger than the snapshot.
  writeFileSync(join(source.dataDir, 'audit', 'heads.txt'), `9 99 ${'a'.repeat(64)}\n`, { flag: 'a' })
  await make(backup)
}, 60_000)
afterAll(async () => {
  await source.database.stop()
  rmSync(folder, { recursive: true, force: true })
})

function make(file: string, more: object = {}) {
  const { database, dataDir } = source
  return makeBackup({ ownerUrl: database.ownerUrl, dataDir, file, lock, program: '0.1.0', ...more })
}

interface Place {
  target: TestDatabase
  dataDir: string
  restore(file?: string, more?: object): ReturnType<typeof restoreBackup>
}

async function onFreshServer(work: (place: Place) => Promise<void>): Promise<void> {
  const target = await freshDatabase('empty')
  const dataDir = join(folder, randomUUID())
  const { migrations } = source
  try {
    await work({
      target,
      dataDir,
      restore: (file = backup, more = {}) =>
        restoreBackup({ ownerUrl: target.ownerUrl, dataDir, file, opener, migrations, ...more }),
    })
  } finally {
    await target.stop()
  }
}

async function sum(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await beginSnapshot(client)
    return await sumContents(client)
  } finally {
    await client.end()
  }
}

/** Nothing of a restore is there: no tables, no files. */
async function expectUntouched({ target, dataDir }: Place): Promise<void> {
  expect((await sum(target.ownerUrl)).tables).toEqual([])
  expect(existsSync(join(dataDir, 'audit'))).toBe(false)
  expect(existsSync(join(dataDir, 'restore.json'))).toBe(false)
}

describe('a backup on a fresh server', () => {
  it('gives equal contents, the files, the counters and the guards', () =>
    onFreshServer(async ({ target, dataDir, restore }) => {
      const before = await sum(source.database.ownerUrl)
      const { digest } = await restore()
      expect(digest).toBe(before.digest)
      expect(await sum(target.ownerUrl)).toEqual(before)
      expect(before.tables.find((table) => table.name === 'trial.loose')?.rows).toBe(5)
      expect(readFileSync(join(dataDir, 'letters', 'old', '信.eml'), 'utf8')).toBe('a letter')
      expect(statSync(join(dataDir, 'letters', 'empty.eml')).size).toBe(0)
      expect(readdirSync(dataDir).sort()).toEqual(['audit', 'letters'])
      await expect(sql`update trial.item set up = null`.execute(target.owner)).rejects.toThrow('stands still')
      await expect(sql`insert into trial.place values ('x', 'low', 77)`.execute(target.owner)).rejects.toThrow(
        'place_head_fkey',
      )
      await expect(sql`delete from opensti.audit_entry`.execute(target.db)).rejects.toThrow('permission denied')
      await sql`alter table trial.item disable trigger user`.execute(target.owner)
      const { rows } = await sql<{
        id: number
        double: number
      }>`insert into trial.item default values returning id, double`.execute(target.owner)
      expect(rows).toEqual([{ id: 5, double: 10 }])
    }))

  it('has an audit log that is intact by the heads that came along', () =>
    onFreshServer(async ({ target, dataDir, restore }) => {
      await restore()
      const audit = join(dataDir, 'audit')
      const lines: string[] = []
      await exportAudit(target.db, (line) => void lines.push(line.trimEnd()))
      const heads = readFileSync(join(audit, 'heads.txt'), 'utf8')
      expect(heads.trim().split('\n')).toHaveLength(3)
      const verdict = await verifyAudit(lines, getSealingKey(audit).publicKey, heads)
      expect(verdict).toMatchObject({ intact: true, sealedEntries: 30 })
    }))

  it('comes with a structure of its own time, and the next start migrates it', () =>
    onFreshServer(async ({ target, restore }) => {
      const later = join(source.trialDir, '20270102000000-add-day.sql')
      writeFileSync(later, 'alter table trial.place add column day date')
      try {
        const { digest, manifest } = await restore()
        expect(digest).toBe(manifest.digest)
        expect(await migrate(target.ownerUrl, source.migrations)).toEqual(['trial/20270102000000-add-day.sql'])
        const { rows } = await sql<{ name: string }>`select name from trial.place where day is null`.execute(
          target.owner,
        )
        expect(rows).toHaveLength(4)
      } finally {
        rmSync(later)
      }
    }))

  it('needs to be told before it replaces anything', () =>
    onFreshServer(async ({ target, dataDir, restore }) => {
      await restore()
      await sql`insert into trial.loose values ('more', 1)`.execute(target.owner)
      await expect(restore()).rejects.toMatchObject({ code: 'not_empty' })
      expect((await restore(backup, { replace: true })).digest).toBe((await sum(target.ownerUrl)).digest)
      const other = join(folder, randomUUID())
      await target.stop()
      const fresh = await freshDatabase('empty')
      const there = { ownerUrl: fresh.ownerUrl, dataDir, file: backup, opener, migrations: source.migrations }
      await expect(restoreBackup(there)).rejects.toMatchObject({ code: 'not_empty' })
      await restoreBackup({ ...there, dataDir: other })
      await fresh.stop()
    }))

  it('is refused while somebody uses the database', () =>
    onFreshServer(async ({ target, restore }) => {
      const other = new pg.Client({ connectionString: target.appUrl, application_name: 'opensti server' })
      await other.connect()
      await expect(restore()).rejects.toMatchObject({ code: 'database_in_use' })
      await other.end()
    }))
})

describe('a restore that the power left between database and files', () => {
  it.each([
    ['commit', 'completed', ['letters']],
    ['rollback', 'taken-back', []],
  ] as const)('is settled at the next start after a %s', (end, outcome, files) =>
    onFreshServer(async ({ target, dataDir }) => {
      const client = new pg.Client({ connectionString: target.ownerUrl })
      await client.connect()
      await client.query('begin')
      await client.query('create table public.something ()')
      const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
      mkdirSync(join(dataDir, 'restore.staged', 'letters'), { recursive: true })
      writeFileSync(join(dataDir, 'restore.staged', 'letters', '1.eml'), 'a letter')
      await setMark(dataDir, { transaction: rows[0]!.xid, files: ['letters/1.eml', '../passwords.json'] })
      await expect(settleRestore(dataDir, target.ownerUrl)).rejects.toThrow('is being restored')
      await client.query(end)
      await client.end()
      expect(await settleRestore(dataDir, target.ownerUrl)).toBe(outcome)
      expect(readdirSync(dataDir)).toEqual(files)
      expect(await settleRestore(dataDir, target.ownerUrl)).toBe('none')
    }),
  )
})

describe('what is wrong is said, and nothing changes', () => {
  it.each([
    ['cut at its end', (bytes: Buffer) => bytes.subarray(0, -1000), 'backup_damaged'],
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), 'backup_damaged'],
    ['with one byte turned over', (bytes: Buffer) => turnOver(bytes, bytes.length - 2_000_000), 'backup_damaged'],
    ['with its header turned over', (bytes: Buffer) => turnOver(bytes, 150), 'backup_damaged'],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(10)]), 'backup_damaged'],
    ['something else', () => Buffer.from('a picture'), 'not_a_backup'],
    ['empty', () => Buffer.alloc(0), 'not_a_backup'],
  ])('a file that is %s', (name, change, code) =>
    onFreshServer(async (place) => {
      const file = join(folder, `${name}.age`)
      writeFileSync(file, change(readFileSync(backup)))
      await expect(place.restore(file)).rejects.toMatchObject({ code })
      await expect(checkBackup(file, opener)).rejects.toMatchObject({ code })
      await expectUntouched(place)
    }),
  )

  it('a key that does not open it, and a passphrase where a key is wanted', () =>
    onFreshServer(async (place) => {
      const other: Opener = { identities: [(await newKeyPair()).identity] }
      await expect(place.restore(backup, { opener: other })).rejects.toMatchObject({ code: 'wrong_backup_key' })
      await expect(place.restore(backup, { opener: { passphrase: 'x' } })).rejects.toThrow('is opened by a private key')
      await expectUntouched(place)
    }))

  it('a wrong passphrase', async () => {
    const file = join(folder, 'by-passphrase.age')
    await make(file, { lock: { passphrase: '湖边的早晨 twelve', workFactor: 10 } })
    await expect(checkBackup(file, { passphrase: '湖边的早晨 eleven' })).rejects.toThrow(
      'This passphrase does not open',
    )
    expect((await checkBackup(file, { passphrase: '湖边的早晨 twelve' })).head.program).toBe('0.1.0')
  })

  it('a structure that this program does not have, or has otherwise', () =>
    onFreshServer(async (place) => {
      await expect(place.restore(backup, { migrations: house })).rejects.toMatchObject({ code: 'backup_newer' })
      const changed = join(folder, 'changed')
      copyFolder(source.trialDir, changed, ' -- better')
      const migrations = [...house, { schema: 'trial', dir: changed }]
      await expect(place.restore(backup, { migrations })).rejects.toMatchObject({ code: 'backup_other_structure' })
      await expectUntouched(place)
    }))

  it('a name that is taken, a folder that is not there, a recipient that is none', async () => {
    const before = readFileSync(backup)
    await expect(make(backup)).rejects.toMatchObject({ code: 'backup_exists' })
    expect(readFileSync(backup).equals(before)).toBe(true)
    await expect(make(join(folder, 'b.age'), { lock: { recipients: ['age1nonsense'] } })).rejects.toMatchObject({
      code: 'bad_recipient',
    })
    await expect(make(join(folder, 'b.age'), { lock: { recipients: [] } })).rejects.toMatchObject({
      code: 'no_backup_key',
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.partial') || name === 'b.age')).toEqual([])
    await expect(checkBackup(join(folder, 'nowhere.age'), opener)).rejects.toMatchObject({ code: 'file_not_readable' })
  })
})

describe('the file', () => {
  it('shows nothing of what is in it', () => {
    const text = readFileSync(backup).toString('latin1')
    for (const word of ['test.note-deed', 'opensti.audit_entry', 'trial', 'PRIVATE KEY'])
      expect(text).not.toContain(word)
    expect(statSync(backup).mode & 0o077).toBe(0)
  })

  it('differs by contents only: the digest of two backups of one state is one', async () => {
    const file = join(folder, 'second.age')
    const { digest } = await make(file)
    expect(digest).toBe((await checkBackup(backup, opener)).manifest.digest)
    expect(readFileSync(file).equals(readFileSync(backup))).toBe(false)
  })
})

function turnOver(bytes: Buffer, at: number): Buffer {
  const other = Buffer.from(bytes)
  other[at] = other[at]! ^ 1
  return other
}

function copyFolder(from: string, to: string, added: string): void {
  cpSync(from, to, { recursive: true })
  for (const name of readdirSync(to)) {
    writeFileSync(join(to, name), added, { flag: 'a' })
  }
}
