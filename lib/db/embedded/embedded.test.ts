import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { connect } from '../connect.ts'
import { migrate } from '../migrate.ts'
import { transaction } from '../transaction.ts'
import { openDatabase, withUser } from './open-database.ts'
import { findServerProcesses, signal } from './processes.ts'
import { startServer } from './server.ts'
import { hold } from './testing/holder.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-')))
const folder = (name: string) => join(root, name)
const cluster = (name: string) => join(root, name, 'cluster')
const isRoot = process.getuid?.() === 0
const nobodyCanRead =
  isRoot &&
  spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'test', '-r', import.meta.filename])
    .status === 0

afterAll(() => {
  for (const name of readdirSync(root))
    for (const { pid } of findServerProcesses(cluster(name))) process.kill(pid, 'SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const db = connect({ url, max: 1 })
  try {
    return (await sql.raw<Row>(text).execute(db)).rows
  } finally {
    await db.destroy()
  }
}

describe('an embedded server', () => {
  it('starts, writes safely, keeps its passwords to itself, and leaves nothing running', async () => {
    const opened = await openDatabase({ dataDir: folder('plain') })
    expect(opened).toMatchObject({ kind: 'embedded', version: 18, warnings: [] })
    const settings = await query<{ setting: string }>(
      opened.appUrl,
      `select setting from pg_settings where name in ('fsync', 'full_page_writes', 'data_checksums', 'synchronous_commit')`,
    )
    expect(settings.map(({ setting }) => setting)).toEqual(['on', 'on', 'on', 'on'])
    const roles = await query(
      opened.appUrl,
      `select rolname from pg_roles where rolname like 'opensti%' and (rolsuper or rolbypassrls)`,
    )
    expect(roles).toEqual([])
    const [order] = await query<{ names: string[] }>(
      opened.appUrl,
      `select array_agg(n order by n) as names from unnest(array['州', 'b', 'B', '广']) n`,
    )
    expect(order!.names).toEqual(['B', 'b', '州', '广'])
    expect(statSync(join(folder('plain'), 'passwords.json')).mode & 0o077).toBe(0)
    const [address] = await query<{ listen_addresses: string }>(opened.appUrl, 'show listen_addresses')
    expect(address!.listen_addresses).toBe('')
    await opened.stop()
    expect(findServerProcesses(cluster('plain'))).toEqual([])
  })

  it('starts again within a second', async () => {
    const start = performance.now()
    const opened = await openDatabase({ dataDir: folder('plain') })
    const ms = performance.now() - start
    await opened.stop()
    expect(ms).toBeLessThan(process.env.CI ? 3000 : 1500)
  })

  it('refuses a second copy on the same data, whether in this process or another, and frees it afterwards', async () => {
    const first = await hold(folder('plain'))
    await expect(hold(folder('plain'))).rejects.toThrow(/already running on .*plain \(process \d+, since /)
    await expect(openDatabase({ dataDir: folder('plain') })).rejects.toThrow(`process ${first.child.pid}`)
    const command = await openDatabase({ dataDir: folder('plain'), join: true })
    expect(command).toMatchObject({ kind: 'embedded', ownerUrl: first.ownerUrl })
    await command.stop()
    expect(await query(first.ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await first.end('SIGTERM')).toBe(143)
    expect(await (await hold(folder('plain'))).end('SIGINT')).toBe(130)
    expect(findServerProcesses(cluster('plain'))).toEqual([])
    expect(readFileSync(join(folder('plain'), 'postgres.log'), 'utf8').trimEnd()).toMatch(
      /database system is shut down$/,
    )
  })

  it('lets only one of eight through that start at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => startServer({ dataDir: folder('plain') })),
    )
    const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    await winners[0]!.value.stop()
  })
})

describe('after a crash', () => {
  const cycles = Number(process.env.OPENSTI_CRASH_CYCLES ?? 6)

  it(
    `of process, server or both, ${cycles} times, every acknowledged row is there and the orphan is gone`,
    async () => {
      const acknowledged = new Set<string>()
      const restartMs: number[] = []
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const holder = await hold(folder('crash'), { mode: 'write' })
        if (cycle > 0) restartMs.push(holder.ms)
        if (cycle % 3 === 1) expect(holder.stderr()).toContain('left behind')
        await expect.poll(() => holder.lines.length, { timeout: 10_000 }).toBeGreaterThan(30)
        await sleep(Math.random() * 50)
        const servers = findServerProcesses(cluster('crash'))
        expect(servers.length).toBeGreaterThan(1)
        if (cycle % 3 !== 0) for (const { pid } of servers) signal(pid, 'SIGKILL')
        if (cycle % 3 === 1) await sleep(Math.random() * 300)
        await holder.end('SIGKILL')
        for (const line of holder.lines) acknowledged.add(line)
      }
      const last = await hold(folder('crash'))
      const kept = new Set(
        (await query<{ id: bigint }>(last.ownerUrl, 'select id from kept')).map(({ id }) => String(id)),
      )
      await last.end('SIGTERM')
      expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
      expect(Math.max(...restartMs)).toBeLessThan(5000)
      if (process.env.OPENSTI_CRASH_CYCLES) {
        const sorted = restartMs.sort((a, b) => a - b)
        console.info({
          cycles,
          acknowledged: acknowledged.size,
          medianMs: sorted[sorted.length >> 1],
          maxMs: sorted.at(-1),
        })
      }
    },
    60_000 + cycles * 5000,
  )

  it('of the server, it comes back by itself at the same address with every acknowledged row', async () => {
    const holder = await hold(folder('crash'), { mode: 'write' }).catch(() => undefined)
    const victim = holder ?? (await hold(folder('crash')))
    await expect.poll(() => victim.lines.length, { timeout: 10_000 }).toBeGreaterThan(10)
    await victim.end('SIGKILL')
    const server = await startServer({ dataDir: folder('crash') })
    const url = server.url('opensti_owner', server.passwords.owner, 'opensti')
    const db = connect({ url, max: 2 })
    const { rows } = await sql<{ id: bigint }>`insert into kept default values returning id`.execute(db)
    const before = server.pid()
    for (const { pid } of findServerProcesses(cluster('crash'))) process.kill(pid, 'SIGKILL')
    await expect.poll(() => server.pid(), { timeout: 10_000 }).not.toBe(before)
    const found = await sql`select id from kept where id = ${rows[0]!.id}`.execute(db)
    expect(found.rows).toHaveLength(1)
    await db.destroy()
    await server.stop()
  }, 30_000)

  it('of both at once, with a note that names a process that is somebody else by now', async () => {
    const holder = await hold(folder('crash'))
    await holder.end('SIGKILL')
    for (const { pid } of findServerProcesses(cluster('crash'))) process.kill(pid, 'SIGKILL')
    await expect.poll(() => findServerProcesses(cluster('crash'))).toEqual([])
    const stranger = spawn('sleep', ['60'])
    const note = join(cluster('crash'), 'postmaster.pid')
    writeFileSync(note, readFileSync(note, 'utf8').replace(/^\d+/, String(stranger.pid)))
    const lock = readdirSync(folder('crash')).find((name) => name.startsWith('lock.'))!
    const path = join(folder('crash'), lock)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"pid":\d+/, `"pid":${stranger.pid}`))
    const next = await hold(folder('crash'))
    expect(await next.end('SIGTERM')).toBe(143)
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  it('in the middle of making the folder, it is made anew', async () => {
    mkdirSync(join(folder('half'), 'cluster.new', 'base'), { recursive: true })
    writeFileSync(join(folder('half'), 'cluster.new', 'PG_VERSION'), '18')
    expect(await (await hold(folder('half'))).end('SIGTERM')).toBe(143)
  })
})

describe('it refuses, with advice,', () => {
  it('to run without writing to disk', async () => {
    await expect(openDatabase({ dataDir: folder('plain'), settings: { fsync: 'off' } })).rejects.toThrow(
      /fsync = off.*power cut/,
    )
    await expect(openDatabase({ dataDir: folder('plain'), settings: { full_page_writes: 'off' } })).rejects.toThrow(
      'full_page_writes',
    )
    expect(findServerProcesses(cluster('plain'))).toEqual([])
  })

  it('data of another major version', async () => {
    const version = join(cluster('half'), 'PG_VERSION')
    writeFileSync(version, '17\n')
    await expect(openDatabase({ dataDir: folder('half') })).rejects.toThrow(
      /written by PostgreSQL 17.*brings PostgreSQL 18/,
    )
    writeFileSync(version, '18\n')
  })

  it.skipIf(!isRoot)('a disk without room, before and after the database folder was made', async ({ skip }) => {
    const disk = folder('small')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=30m', 'tmpfs', disk]).status === 0
    if (!mounted) skip('this machine lets nobody mount a small disk')
    const full = { code: 'disk_full', text: { zh: expect.stringContaining(disk) }, remedy: { zh: expect.any(String) } }
    try {
      await expect(openDatabase({ dataDir: join(disk, 'data') })).rejects.toMatchObject(full)
      spawnSync('mount', ['-o', 'remount,size=200m', disk])
      const opened = await openDatabase({ dataDir: join(disk, 'data') })
      const { bavail, bsize } = statfsSync(disk)
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize))
      const db = connect({ url: opened.ownerUrl })
      const grow = sql`create table ballast as select repeat('x', 1000) from generate_series(1, 100000)`
      await expect(transaction(db, 'trial.fill-disk', (tx) => grow.execute(tx))).rejects.toMatchObject({
        code: 'disk_full',
      })
      rmSync(join(disk, 'ballast'))
      await expect(sql`create table room ()`.execute(db)).resolves.toBeTruthy()
      await db.destroy()
      await opened.stop()
    } finally {
      spawnSync('umount', ['-l', disk])
    }
  })

  it('a setting that the server does not know, showing its log', async () => {
    await expect(openDatabase({ dataDir: folder('plain'), settings: { nonsense: '1' } })).rejects.toThrow(
      /unrecognized configuration parameter "nonsense"/,
    )
  })
})

describe('it also works', () => {
  it('on a server of one’s own, whose running roles it makes with passwords that it keeps', async () => {
    const server = await startServer({ dataDir: folder('own') })
    const superuser = server.url('postgres', server.passwords.superuser, 'postgres')
    await query(superuser, `create role chief login createrole password 'x'`)
    await query(superuser, 'create database plans owner chief')
    const url = server.url('chief', 'x', 'plans')
    const ours = [{ schema: 'opensti', dir: join(import.meta.dirname, '..', 'migrations') }]
    for (const run of ['first', 'second']) {
      const opened = await openDatabase({ url, dataDir: folder('keeps') })
      expect(opened).toMatchObject({ kind: 'external', version: 18, warnings: [] })
      expect(await migrate(opened.ownerUrl, ours)).toHaveLength(run === 'first' ? readdirSync(ours[0]!.dir).length : 0)
      expect(await query(opened.appUrl, 'select current_user as name, id from opensti.outbox')).toEqual([])
      await expect(query(opened.sealerUrl, 'select id from opensti.outbox')).rejects.toThrow('permission denied')
      await opened.stop()
    }
    const { app, sealer } = JSON.parse(readFileSync(join(folder('keeps'), 'passwords.json'), 'utf8'))
    const [appUrl, sealerUrl] = [withUser(url, 'opensti_app', app), withUser(url, 'opensti_sealer', sealer)]
    const given = (urls: object) => openDatabase({ url, appUrl, sealerUrl, dataDir: folder('keeps'), ...urls })
    await (await given({})).stop()
    const refused = { code: 'wrong_running_role' }
    await expect(given({ appUrl: url })).rejects.toMatchObject(refused)
    await expect(given({ appUrl: sealerUrl })).rejects.toMatchObject(refused)
    await expect(given({ sealerUrl: superuser })).rejects.toMatchObject(refused)
    await query(superuser, 'alter role opensti_app superuser')
    await expect(given({})).rejects.toMatchObject(refused)
    await query(superuser, 'alter role opensti_app nosuperuser')
    await query(superuser, 'alter role opensti_app bypassrls')
    await expect(openDatabase({ url, dataDir: folder('keeps') })).rejects.toThrow('nobypassrls')
    await server.stop()
  })

  it('where the path is too long for a socket', async () => {
    const long = join(folder('long'), 'x'.repeat(60), 'y'.repeat(60))
    const opened = await openDatabase({ dataDir: long })
    expect(opened.appUrl).toMatch(/@127\.0\.0\.1:\d+\/opensti$/)
    expect(await query(opened.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    await opened.stop()
  })

  it('inside a folder closed to everybody else', async () => {
    mkdirSync(folder('closed'), { mode: 0o700 })
    const opened = await openDatabase({ dataDir: join(folder('closed'), 'data') })
    await opened.stop()
  })

  it.skipIf(!nobodyCanRead)('for an ordinary user, in a folder closed to everybody else', async () => {
    chmodSync(root, 0o755)
    mkdirSync(folder('ordinary'), { mode: 0o700 })
    chownSync(folder('ordinary'), 65534, 65534)
    const holder = await hold(join(folder('ordinary'), 'data'), { asNobody: true })
    expect(await holder.end('SIGTERM')).toBe(143)
  })

  it.skipIf(!isRoot)(
    'from root where user namespaces are refused, as nobody in a folder that nobody can reach',
    async () => {
      chmodSync(root, 0o755)
      process.env.OPENSTI_NOBODY_DATA = folder('shared')
      mkdirSync(folder('fallback'), { mode: 0o700 })
      const opened = await openDatabase({ dataDir: folder('fallback'), runAs: 'nobody' })
      delete process.env.OPENSTI_NOBODY_DATA
      expect(await query(opened.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
      expect(readFileSync(join(folder('fallback'), 'WHERE-THE-DATA-IS.txt'), 'utf8')).toContain(folder('shared'))
      await opened.stop()
    },
  )
})
