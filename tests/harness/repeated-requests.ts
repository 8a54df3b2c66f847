import { randomUUID } from 'node:crypto'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { sql } from 'kysely'
import { wishesAboutAssessments } from './repeated-assessments.ts'
import { wishesAboutEvaluations } from './repeated-evaluations.ts'
import { wishesAboutItems } from './repeated-items.ts'
import { wishesAboutNotices } from './repeated-notices.ts'
import { wishesAboutReleases } from './repeated-releases.ts'
import { wishesAboutReturns } from './repeated-returns.ts'
import { wishesAboutSignIn } from './repeated-sign-in.ts'
import { wishesAboutWorkbooks } from './repeated-workbooks.ts'
import {
  addPerson,
  canaryPaper,
  cookieFor,
  giveUpMessage,
  harnessPassword,
  home,
  sessionIdOf,
  signInName,
} from './world.ts'

/** One request that takes effect, with all that has to be there before it. */
export interface Wish {
  url: string
  payload?: object | string
  headers?: Record<string, string>
  /** True for what only looks, although it is a POST. */
  changesNothing?: boolean
}

/** Makes a fresh wish for every write route of the house; a route without one is a route nobody tried to repeat. */
export function prepareWishes(db: Database, server: Server): Readonly<Record<string, () => Promise<Wish>>> {
  const security = () => cookieFor(db, signInName('security-administrator', home))
  const planner = () => cookieFor(db, signInName('planner', home))
  let made = 0
  const someone = async () => {
    made += 1
    const name = `repeater-${made}`
    return { name, id: await addPerson(db, home, name, []) }
  }
  const ask = async (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) => {
    const answer = await server.inject({ method, url, headers, ...(payload && { payload }) })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.body === '' ? {} : answer.json()
  }
  const guest = () => {
    made += 1
    return { regionId: home, name: '受邀者', signInName: `guest-${made}`, email: `guest-${made}@lakeside.example` }
  }
  const invitation = async () => {
    const one = await ask('POST', '/api/accounts/invitations', await security(), guest())
    return { id: one.id as string, token: (one.link as string).split('#')[1] }
  }
  const grantWanted = async () => ({ regionId: home, personId: (await someone()).id, role: 'supervisor' })
  const paper = () => {
    made += 1
    const words = {
      title: `重复规划之${made}`,
      indicator: `重复指标${made}`,
      task: `重复任务${made}`,
      value: 5000 + made,
    }
    return { regionId: home, title: words.title, text: canaryPaper(words) }
  }
  const reading = async (): Promise<string> => (await ask('POST', '/api/readings', await planner(), paper())).id
  const upload = async () => {
    const boundary = 'a-boundary-of-its-own'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="paper.txt"`
    return {
      payload: `${head}\r\nContent-Type: text/plain\r\n\r\n${paper().text}\r\n--${boundary}--\r\n`,
      headers: { ...(await planner()), 'content-type': `multipart/form-data; boundary=${boundary}` },
    }
  }
  const aboutSomeone = (verb: string) => async (): Promise<Wish> => ({
    url: `/api/accounts/people/${(await someone()).id}/${verb}`,
    headers: await security(),
  })

  return {
    ...wishesAboutReturns(db, server),
    ...wishesAboutReleases(db, server),
    ...wishesAboutSignIn(db),
    ...wishesAboutNotices(db, server),
    ...wishesAboutWorkbooks(db, server),
    ...wishesAboutItems(db, server, upload),
    ...wishesAboutEvaluations(db, server),
    ...wishesAboutAssessments(db),
    'POST /api/accounts/sign-in': async () => ({
      url: '/api/accounts/sign-in',
      payload: { signInName: (await someone()).name, password: harnessPassword },
    }),
    'POST /api/accounts/sign-out': async () => ({
      url: '/api/accounts/sign-out',
      headers: await cookieFor(db, (await someone()).name),
    }),
    'POST /api/accounts/invitations/look': async () => ({
      url: '/api/accounts/invitations/look',
      payload: { token: (await invitation()).token },
      changesNothing: true,
    }),
    'POST /api/accounts/invitations/accept': async () => ({
      url: '/api/accounts/invitations/accept',
      payload: { token: (await invitation()).token, password: 'a long way round the lake' },
    }),
    'POST /api/accounts/own/sessions/end-others': async () => {
      const { name } = await someone()
      await sessionIdOf(db, name)
      return { url: '/api/accounts/own/sessions/end-others', headers: await cookieFor(db, name) }
    },
    'DELETE /api/accounts/own/sessions/:sessionId': async () => {
      const { name } = await someone()
      const other = await sessionIdOf(db, name)
      return { url: `/api/accounts/own/sessions/${other}`, headers: await cookieFor(db, name) }
    },
    'POST /api/accounts/own/password': async () => ({
      url: '/api/accounts/own/password',
      payload: { currentPassword: harnessPassword, newPassword: 'another way round the lake' },
      headers: await cookieFor(db, (await someone()).name),
    }),
    'POST /api/accounts/people/:personId/unlock': aboutSomeone('unlock'),
    'POST /api/accounts/people/:personId/suspend': aboutSomeone('suspend'),
    'POST /api/accounts/people/:personId/reinstate': async () => {
      const { id } = await someone()
      const headers = await security()
      await ask('POST', `/api/accounts/people/${id}/suspend`, headers)
      return { url: `/api/accounts/people/${id}/reinstate`, headers }
    },
    'POST /api/accounts/people/:personId/new-password': aboutSomeone('new-password'),
    'POST /api/accounts/invitations': async () => ({
      url: '/api/accounts/invitations',
      payload: guest(),
      headers: await security(),
    }),
    'DELETE /api/accounts/invitations/:invitationId': async () => ({
      url: `/api/accounts/invitations/${(await invitation()).id}`,
      headers: await security(),
    }),
    'POST /api/accounts/grants': async () => ({
      url: '/api/accounts/grants',
      payload: await grantWanted(),
      headers: await security(),
    }),
    'DELETE /api/accounts/grants/:grantId': async () => {
      const headers = await security()
      const { grantId } = await ask('POST', '/api/accounts/grants', headers, await grantWanted())
      return { url: `/api/accounts/grants/${grantId}`, headers }
    },
    'DELETE /api/accounts/sessions/:sessionId': async () => ({
      url: `/api/accounts/sessions/${await sessionIdOf(db, (await someone()).name)}`,
      headers: await security(),
    }),
    'POST /api/accounts/people/:personId/end-sessions': async () => {
      const { name, id } = await someone()
      await sessionIdOf(db, name)
      return { url: `/api/accounts/people/${id}/end-sessions`, headers: await security() }
    },
    'POST /api/operations/messages/:messageId/retry': async () => ({
      url: `/api/operations/messages/${await giveUpMessage(db)}/retry`,
      headers: await cookieFor(db, signInName('system-administrator', home)),
    }),
    'POST /api/readings': async () => ({ url: '/api/readings', payload: paper(), headers: await planner() }),
    'POST /api/regions/:region/readings/upload': async () => ({
      url: `/api/regions/${home}/readings/upload`,
      ...(await upload()),
    }),
    'POST /api/regions/:region/readings/outline': async () => ({
      url: `/api/regions/${home}/readings/outline`,
      ...(await upload()),
      changesNothing: true,
    }),
    'PUT /api/readings/:reading/title': async () => ({
      url: `/api/readings/${await reading()}/title`,
      payload: { title: '改正后的题名' },
      headers: await planner(),
    }),
    'POST /api/readings/:reading/decisions/together': async () => ({
      url: `/api/readings/${await reading()}/decisions/together`,
      payload: { verb: 'accept-sure', batch: randomUUID() },
      headers: await planner(),
    }),
    'POST /api/readings/:reading/decisions': async () => {
      const id = await reading()
      const headers = await planner()
      const { candidates } = await ask('GET', `/api/readings/${id}`, headers)
      const [{ id: candidateId, version }] = candidates
      return {
        url: `/api/readings/${id}/decisions`,
        payload: { decisions: [{ candidateId, version, verb: 'reject' }] },
        headers,
      }
    },
    'PUT /api/regions/:region/plans/:plan/publication': async () => {
      const { plan_code } = await db
        .selectFrom('plans.reading')
        .select('plan_code')
        .where('id', '=', await reading())
        .executeTakeFirstOrThrow()
      return {
        url: `/api/regions/${home}/plans/${plan_code}/publication`,
        payload: { published: true },
        headers: await planner(),
      }
    },
  }
}

/** A digest of all that the house holds, but for the notes by which it knows repeats. */
export async function stateOf(owner: Database): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'idempotency' order by 1`.execute(
    owner,
  )
  const digests: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string | null }>`
      select md5(string_agg(t::text, ',' order by t::text)) as digest from ${sql.raw(name)} t`.execute(owner)
    digests.push(`${name} ${rows[0]?.digest}`)
  }
  return digests.join('\n')
}

export async function auditRows(db: Database): Promise<number> {
  const row = await db
    .selectFrom('opensti.audit_entry')
    .select((one) => one.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
