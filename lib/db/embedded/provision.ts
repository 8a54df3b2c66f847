import pg from 'pg'
import type { Passwords } from './passwords.ts'

/** The roles of every installation: one that owns, one that runs, one that seals. None is a superuser. */
export const roles = { owner: 'opensti_owner', app: 'opensti_app', sealer: 'opensti_sealer' } as const

/** Makes roles and database on the embedded server where they are missing. Quick when all are there. */
export async function provision(superuserUrl: string, passwords: Passwords, database = 'opensti'): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname = any($1) union all select datname from pg_database where datname = $2`,
      [Object.values(roles), database],
    )
    const present = new Set(rows.map((row) => row.name))
    for (const [kind, role] of Object.entries(roles)) {
      if (!present.has(role)) await createRole(client, role, passwords[kind as keyof typeof roles])
    }
    if (present.has(database)) return
    await client.query(`create database ${client.escapeIdentifier(database)} owner ${roles.owner}`)
    await closeDatabase(client, database)
  } finally {
    await client.end()
  }
}

/** On a server of one's own: makes the running roles with the owner's rights, and gives them known passwords. */
export async function ensureRunningRoles(ownerUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; strong: boolean }>(
      'select rolname as name, rolsuper or rolbypassrls as strong from pg_roles where rolname = any($1)',
      [[roles.app, roles.sealer]],
    )
    for (const kind of ['app', 'sealer'] as const) {
      const role = rows.find(({ name }) => name === roles[kind])
      if (role?.strong) {
        throw new Error(
          `The role ${role.name} is a superuser or bypasses row security. Run: alter role ${role.name} nosuperuser nobypassrls;`,
        )
      }
      if (role) await client.query(`alter role ${roles[kind]} login password ${client.escapeLiteral(passwords[kind])}`)
      else await createRole(client, roles[kind], passwords[kind])
    }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    throw new Error(
      `The user of DATABASE_URL may not make the roles OpenSTI runs as (${error.message}). Have an administrator run ` +
        `"create role ${roles.app} login password '…'; create role ${roles.sealer} login password '…';" ` +
        'and give both addresses as DATABASE_APP_URL and DATABASE_SEALER_URL.',
      { cause: error },
    )
  } finally {
    await client.end()
  }
}

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  await client
    .query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`,
    )
    .catch((error: unknown) => {
      // NOBYPASSRLS and NOSUPERUSER are the default; some servers let only superusers spell them out.
      if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
      return client.query(`create role ${role} login password ${client.escapeLiteral(password)}`)
    })
}

async function closeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${roles.app}, ${roles.sealer}`)
}
