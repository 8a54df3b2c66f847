import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../connect.ts'
import { judgeSettings, proveSerializable } from './check-server.ts'
import { openDatabase, withUser } from './open-database.ts'

const { owner, ownerUrl, superuserUrl } = await testDatabase('empty')
const dataDir = mkdtempSync(join(tmpdir(), 'external-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

async function withTwo<Result>(fn: (a: pg.Client, b: pg.Client) => Promise<Result>): Promise<Result> {
  const [a, b] = [new pg.Client(ownerUrl), new pg.Client(ownerUrl)]
  await Promise.all([a.connect(), b.connect()])
  try {
    return await fn(a, b)
  } finally {
    await Promise.all([a.end(), b.end()])
  }
}

describe('the write-skew probe', () => {
  it('passes PostgreSQL', () => withTwo((a, b) => proveSerializable(a, b)))

  it.each(['read committed', 'repeatable read'])(
    'catches a server whose SERIALIZABLE is only %s',
    async (isolation) => {
      await expect(withTwo((a, b) => proveSerializable(a, b, isolation))).rejects.toThrow(/does not keep its promise/)
    },
  )

  it('leaves nothing behind', async () => {
    const { rows } = await sql`select nspname from pg_namespace where nspname like 'opensti_probe%'`.execute(owner)
    expect(rows).toEqual([])
  })
})

describe('settings', () => {
  const good = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on' }
  const judge = (change: Partial<typeof good>, version = 17) =>
    judgeSettings(new Map(Object.entries({ ...good, ...change })), version)

  it('that lose work are refused', () => {
    expect(() => judge({ fsync: 'off' })).toThrow('power cut')
    expect(() => judge({ full_page_writes: 'off' })).toThrow('full_page_writes')
    expect(() => judge({}, 14)).toThrow('needs 15 to 18')
  })

  it('that are merely unwise are told', () => {
    expect(judge({})).toEqual([])
    expect(judge({ data_checksums: 'off' })).toEqual([expect.stringContaining('pg_checksums')])
    expect(judge({}, 19)).toEqual([expect.stringContaining('newer')])
  })
})

describe('a server of one’s own', () => {
  it('is refused when it does not write to disk, as the test server does not', async () => {
    await expect(openDatabase({ url: ownerUrl, dataDir })).rejects.toThrow('fsync = off')
  })

  it('is asked for by other names with other rights', () => {
    expect(withUser('postgres://a:b%40@h:1/d?host=/x', 'c', 'p@')).toBe('postgres://c:p%40@h:1/d?host=/x')
    expect(withUser('postgresql://h/d', 'c', 'p')).toBe('postgresql://c:p@h/d')
  })

  it('tells an owner who may not make roles what to ask for', async () => {
    const { ensureRunningRoles } = await import('./provision.ts')
    const passwords = { superuser: '', owner: '', app: 'a', sealer: 'b' }
    await expect(ensureRunningRoles(ownerUrl, passwords)).rejects.toThrow(/DATABASE_APP_URL/)
    const superuser = connect({ url: superuserUrl, max: 1 })
    const { rows } = await sql`select current_user as name`.execute(superuser)
    expect(rows).toEqual([{ name: 'postgres' }])
    await superuser.destroy()
  })
})
