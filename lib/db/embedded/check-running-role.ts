import { invalid } from '@opensti/kernel'
import pg from 'pg'

/**
 * Refuses an address whose user is another than the migrations give rights to, or may do more than those: as a superuser
 * or with the owner's rights, the log that only grows could be changed.
 */
export async function checkRunningRole(url: string, wanted: string, ownerUrl: string): Promise<void> {
  const owner = await ask<{ user: string; database: string }>(
    ownerUrl,
    'select current_user as user, current_database() as database',
  )
  const found = await ask<{ user: string; database: string; strong: boolean }>(
    url,
    `select r.rolname as user, current_database() as database,
       r.rolsuper or r.rolbypassrls or pg_has_role(r.rolname, $1, 'usage') as strong
     from pg_roles r where r.rolname = current_user`,
    [owner.user],
  )
  const variable = wanted.endsWith('_app') ? 'DATABASE_APP_URL' : 'DATABASE_SEALER_URL'
  if (found.user === wanted && found.database === owner.database && !found.strong) return
  const is = `${found.user}@${found.database}`
  throw invalid(
    'wrong_running_role',
    {
      zh: `${variable} 登录的是 ${is}${found.strong ? '，权限过大' : ''}；应为 ${wanted}@${owner.database}，且没有额外权限。`,
      en: `${variable} signs in as ${is}${found.strong ? ', who may do too much' : ''}; it has to be ${wanted}@${owner.database}, without rights of its own.`,
    },
    {
      remedy: {
        zh: `请管理员建立角色：create role ${wanted} login password '…' 。不要给它别的角色，也不要给 superuser 或 bypassrls。`,
        en: `Have an administrator run: create role ${wanted} login password '…'; and give it neither other roles nor superuser nor bypassrls.`,
      },
    },
  )
}

async function ask<Row extends pg.QueryResultRow>(url: string, query: string, values: unknown[] = []): Promise<Row> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(query, values)
    return rows[0]!
  } finally {
    await client.end()
  }
}
