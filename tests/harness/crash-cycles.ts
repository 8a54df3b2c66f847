import type { Database } from '@opensti/db'
import { sql } from 'kysely'
import { type Deed, type Journal, note } from './crash-journal.ts'
import { Refused, type RunningHouse, send } from './running-house.ts'

/** What was confirmed and is gone, what is there twice, and what is half there. Sends again whatever got no answer. */
export async function judge(house: RunningHouse, journal: Journal): Promise<string[]> {
  const faults = await repeat(house, journal)
  for (const [who, cookie] of Object.entries(journal.cookies)) {
    const session = (await send(house, cookie, 'GET', '/api/accounts/session')) as { person: object | null }
    if (session.person === null) faults.push(`the session of the ${who}’s confirmed sign-in is gone`)
  }
  faults.push(...(await verifyLog(house, journal)))
  await house.look(async (db) => {
    faults.push(...(await lostDecisions(db, journal)), ...(await lostInvitations(db, journal)))
    faults.push(...(await brokenInvariants(db)))
  })
  return faults
}

/** What nobody answered is asked again with its key and must be done once; what was answered must be answered the same. */
async function repeat(house: RunningHouse, journal: Journal): Promise<string[]> {
  const faults: string[] = []
  for (const deed of journal.unanswered.splice(0)) {
    const outcome = await again(house, deed)
    if (outcome.code !== null && outcome.code !== 'already_done') faults.push(`sent again, refused: ${outcome.code}`)
    else note(journal, deed)
    journal.replays[outcome.code === null ? 'performed' : 'alreadyDone'] += 1
  }
  for (const { deed, answer } of journal.answered.splice(0)) {
    const outcome = await again(house, deed)
    // The last answer may have been on its way to where answers are kept; the deed itself is known to be done.
    if (outcome.code === 'already_done') journal.replays.alreadyDone += 1
    else if (outcome.code !== null) faults.push(`confirmed, then refused: ${outcome.code}`)
    else if (outcome.answer !== answer) faults.push(`confirmed with another answer: ${answer} became ${outcome.answer}`)
    else journal.replays.sameAnswer += 1
  }
  return faults
}

async function again(house: RunningHouse, deed: Deed): Promise<{ code: string | null; answer: string }> {
  try {
    return {
      code: null,
      answer: JSON.stringify(await send(house, deed.cookie, 'POST', deed.path, deed.body, deed.key)),
    }
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, answer: '' }
    throw error
  }
}

async function verifyLog(house: RunningHouse, journal: Journal): Promise<string[]> {
  const verdict = (await send(house, journal.cookies.auditor, 'GET', '/api/audit/verdict')) as {
    intact: boolean
    seals: number
    sealedEntries: number
    faults: object[]
  }
  journal.audit = { seals: verdict.seals, entries: verdict.sealedEntries }
  return verdict.intact ? [] : [`the audit log is not intact: ${JSON.stringify(verdict.faults).slice(0, 300)}`]
}

async function lostDecisions(db: Database, journal: Journal): Promise<string[]> {
  const faults: string[] = []
  const rows = await db
    .selectFrom('plans.candidate')
    .select(['id', 'version', 'state'])
    .where('reading_id', '=', journal.readingId)
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const [id, known] of journal.acknowledged) {
    const row = found.get(id)
    if (!row) faults.push(`candidate ${id} is gone`)
    else if (row.version !== known.version)
      faults.push(`candidate ${id}: version ${known.version} was confirmed, ${row.version} is there`)
    else if (row.state !== known.state) faults.push(`candidate ${id} is ${row.state}, ${known.state} was confirmed`)
    if (row) journal.acknowledged.set(id, { version: row.version, state: row.state })
  }
  return faults
}

async function lostInvitations(db: Database, journal: Journal): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.invitation')
    .select(['sign_in_name', (row) => row.fn.countAll<bigint>().as('count')])
    .where('sign_in_name', 'like', 'guest.%')
    .groupBy('sign_in_name')
    .execute()
  const found = new Map(rows.map((row) => [row.sign_in_name, Number(row.count)]))
  return [...journal.invited]
    .filter((name) => found.get(name) !== 1)
    .map((name) => `the invitation of ${name} is there ${found.get(name) ?? 0} times`)
}

/** Sentences about the whole database that hold after every commit. Each query finds what breaks its sentence. */
const invariants: Record<string, string> = {
  'an accepted candidate stands in the ledger': `
    select c.id::text from plans.candidate c where c.state = 'accepted'
    and not exists (select from plans.target t where t.id = c.ledger_id)
    and not exists (select from plans.value v where v.id = c.ledger_id)
    and not exists (select from plans.task k where k.id = c.ledger_id)`,
  'what stands in the ledger by reading was accepted': `
    select e.id from (
      select id, origin from plans.target union all select id, origin from plans.value union all select id, origin from plans.task
    ) e where e.origin = 'reading' and not exists (select from plans.candidate c where c.ledger_id = e.id)`,
  'decisions count up without a gap to the candidate’s version': `
    select c.id::text from plans.candidate c left join plans.decision d on d.candidate_id = c.id
    group by c.id, c.version having count(d.*) <> c.version or coalesce(max(d.version), 0) <> c.version`,
  'every decision is in the audit log': `
    select 'decisions ' || d.n || ', audit ' || a.n from (select count(*) n from plans.decision) d,
    (select count(*) n from opensti.audit_entry where action = 'plans.decide-candidates') a where d.n <> a.n`,
}

export async function brokenInvariants(db: Database): Promise<string[]> {
  const faults: string[] = []
  for (const [sentence, query] of Object.entries(invariants)) {
    const { rows } = await sql.raw<Record<string, string>>(query).execute(db)
    for (const row of rows) faults.push(`not so: ${sentence} (${Object.values(row)[0]})`)
  }
  return faults
}
