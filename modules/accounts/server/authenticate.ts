import { type Database, transaction } from '@opensti/db'
import { type Actor, AppError, type Asked, askOnce, type Grant, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import { type SessionRule, sessionRule } from '../domain/session-life.ts'
import { hashToken } from './tokens.ts'

/**
 * Who holds this token now, with the roles held now; a visitor when there is no session or it has ended.
 * Asks the database every time, so that revoking a session or a role takes effect with the next request.
 */
export async function authenticate(
  db: Database,
  token: string | undefined,
  rule: SessionRule = sessionRule,
): Promise<Actor> {
  if (!token) return visitor
  const found = await holderOf(db, token, rule)
  if (!found) return visitor
  if (found.seen_long_ago) await noteSeen(db, found.session)
  return {
    kind: 'person',
    personId: found.person,
    sessionId: found.session,
    name: found.name,
    grants: found.must_change_password ? [] : found.grants,
  }
}

interface Holder {
  session: string
  person: string
  name: string
  must_change_password: boolean
  seen_long_ago: boolean
  grants: Grant[]
}

const asked = new WeakMap<Database, Asked<string, Holder | undefined>>()

/** A screen asks for several things at once; they share one look, taken after the last of them came. */
function holderOf(db: Database, token: string, { idleMinutes }: SessionRule): Promise<Holder | undefined> {
  const asking = asked.get(db) ?? new Map()
  asked.set(db, asking)
  return askOnce(asking, `${idleMinutes} ${token}`, async () => {
    const { rows } =
      await sql<Holder>`select * from accounts.signed_in(${hashToken(token)}, make_interval(mins => ${idleMinutes}::int))`.execute(
        db,
      )
    return rows[0]
  })
}

const beingNoted = new Set<string>()

/** At most once a minute. When it cannot be written, people may still read. */
async function noteSeen(db: Database, session: string): Promise<void> {
  if (beingNoted.has(session)) return
  beingNoted.add(session)
  try {
    await transaction(db, 'accounts.note-seen', (tx) =>
      tx
        .updateTable('accounts.session')
        .set({ last_seen_at: sql<Date>`clock_timestamp()` })
        .where('id', '=', session)
        .where('revoked_at', 'is', null)
        .execute(),
    )
  } catch (error) {
    if (!(error instanceof AppError && error.kind === 'unavailable')) throw error
  } finally {
    beingNoted.delete(session)
  }
}
