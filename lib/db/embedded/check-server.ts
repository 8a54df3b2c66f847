import pg from 'pg'

export interface ServerCheck {
  version: number
  /** What works but should be put right. */
  warnings: string[]
}

/**
 * Refuses a server that would lose or mix up what it was given: too old, not writing to disk, or claiming
 * SERIALIZABLE without being so.
 *
 * @param url the owner's; makes and drops one small table.
 */
export async function checkServer(url: string): Promise<ServerCheck> {
  const [a, b] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })]
  try {
    await Promise.all([a.connect(), b.connect()])
    const { rows } = await a.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings
       where name in ('fsync', 'full_page_writes', 'data_checksums', 'server_version_num', 'synchronous_commit')`,
    )
    const settings = new Map(rows.map(({ name, setting }) => [name, setting]))
    const version = Math.floor(Number(settings.get('server_version_num')) / 10_000)
    const warnings = judgeSettings(settings, version)
    await proveSerializable(a, b)
    return { version, warnings }
  } finally {
    await Promise.allSettled([a.end(), b.end()])
  }
}

/** Throws for what cannot be worked with, returns what is merely unwise. */
export function judgeSettings(settings: ReadonlyMap<string, string>, version: number): string[] {
  if (!(version >= 15))
    throw new Error(`This server is PostgreSQL ${version}. OpenSTI needs 15 to 18: upgrade the server.`)
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    if (settings.get(name) === 'off') {
      throw new Error(
        `The server runs with ${name} = off: after a power cut, saved work would be lost or damaged. Set ${name} = on in postgresql.conf and reload.`,
      )
    }
  }
  const warnings: string[] = []
  if (version > 18) warnings.push(`PostgreSQL ${version} is newer than any OpenSTI was tested with (15 to 18).`)
  if (settings.get('data_checksums') !== 'on') {
    warnings.push(
      'The server keeps no page checksums, so damage on disk goes unnoticed. Switch on: stop it, run pg_checksums --enable.',
    )
  }
  return warnings
}

/**
 * Lets two sessions read the same sum and both add to it. One must be refused; a server on which both succeed treats
 * SERIALIZABLE as something weaker, and shared balances, quotas and deadlines would not hold.
 *
 * @param isolation only tests plant another.
 */
export async function proveSerializable(a: pg.Client, b: pg.Client, isolation = 'serializable'): Promise<void> {
  const schema = `opensti_probe_${process.pid}_${Date.now()}`
  const place = `${schema}.claim`
  await a.query(`create schema ${schema}; create table ${place} (amount integer)`)
  let refused = false
  try {
    for (const session of [a, b]) await session.query(`begin isolation level ${isolation}`)
    for (const session of [a, b]) await session.query(`select coalesce(sum(amount), 0) from ${place}`)
    for (const session of [a, b]) await session.query(`insert into ${place} values (80)`)
    for (const session of [a, b]) await session.query('commit')
  } catch (error) {
    refused = error instanceof pg.DatabaseError && error.code === '40001'
    if (!refused) throw error
  } finally {
    for (const session of [a, b]) await session.query('rollback').catch(() => undefined)
    await a.query(`drop schema ${schema} cascade`)
  }
  if (!refused) {
    throw new Error(
      'This server accepts "SERIALIZABLE" but does not keep its promise: two transactions that must exclude each other both succeeded ' +
        '(openGauss and GaussDB are known for it). Use PostgreSQL 15 to 18 itself.',
    )
  }
}
