import { type Database, transaction } from '@opensti/db'
import { type Actor, AppError, type Asked, askOnce, type Grant, visitor } from '@opensti/kernel'
import { sql } from 'kysely'
import { type SecurityProfile, standardProfile, toDoFirst } from '../domain/security-profile.ts'
import { hashToken } from './tokens.ts'

/**
 * Who holds this token now, with the roles held now; a visitor when there is no session or it has ended.
 * Asks the database every time, so that revoking a session or a role takes effect with the next request.
 */
export async function authenticate(
  db: Database,
  token: string | undefined,
  profile: SecurityProfile = standardProfile,
): Promise<Actor> {
  if (!token) return visitor
  const found = await holderOf(db, token, profile)
  if (!found) return visitor
  if (found.seen_long_ago) await noteSeen(db, found.session)
  const first = toDoFirst(
    {
      mustChangePassword: found.must_change_password,
      passwordDays: found.password_days,
      lacksFactor: found.lacks_factor,
    },
    profile,
  )
  return {
    kind: 'person',
    personId: found.person,
    sessionId: found.session,
    name: found.name,
    grants: first ? [] : found.grants,
  }
}

interface Holder {
  session: string
  person: string
  name: string
  must_change_password: boolean
  seen_long_ago: boolean
  password_days: number
  lacks_factor: boolean
  grants: Grant[]
}

const asked = new WeakMap<Database, Asked<string, Holder | undefined>>()

/** A screen asks for several things at once; they share one look, taken after the last of them came. */
function holderOf(db: Database, token: string, profile: SecurityProfile): Promise<Holder | undefined> {
  const { idleMinutes } = profile.session
  const guarded = [...profile.secondFactorRoles]
  const asking = asked.get(db) ?? new Map()
  asked.set(db, asking)
  return askOnce(asking, `${idleMinutes} ${guarded} ${token}`, async () => {
    const { rows } =
      await sql<Holder>`select * from accounts.signed_in(${hashToken(token)}, make_interval(mins => ${idleMinutes}::int), ${guarded}::text[])`.execute(
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
