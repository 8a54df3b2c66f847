import { type KeyObject, sign } from 'node:crypto'
import { closeSync, existsSync, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Database, Transaction } from '../tables.ts'
import { transaction } from '../transaction.ts'
import { type AuditLine, digestBatch, headOf, noSealBefore, type SealLine, sealText } from './lines.ts'
import { entryColumns, sealColumns } from './read.ts'

export interface SealOptions {
  /** Ed25519 private key. */
  key: KeyObject
  /** Outside the database, better on another machine: gets one line `number last head` for each seal. */
  headFile: string
  /** Most entries in one seal. */
  limit?: number
  /** Look at all entries, not only those of the last hour's seals and later. At every start, and once a day. */
  sweep?: boolean
}

/**
 * Puts all entries that have no place yet in order, chains and signs them, and notes the head outside the database.
 * One sealer at a time (a second one waits). A transaction that commits late simply comes into a later seal.
 *
 * @returns the new seals, oldest first.
 */
export async function sealAudit(sealer: Database, options: SealOptions): Promise<SealLine[]> {
  const made: SealLine[] = []
  for (;;) {
    const seal = await transaction(sealer, 'audit.seal-batch', (tx) => sealBatch(tx, options))
    if (seal) made.push(seal)
    // Also heads that a crash kept from being noted.
    await noteHeads(sealer, options.headFile)
    if (!seal || seal.last - seal.first + 1 < (options.limit ?? 5000)) return made
  }
}

async function sealBatch(
  tx: Transaction,
  { key, limit = 5000, sweep = false }: SealOptions,
): Promise<SealLine | undefined> {
  await sql`select pg_advisory_xact_lock(${0x7365616c})`.execute(tx)
  const [last] = await tx
    .selectFrom('opensti.audit_seal')
    .select(sealColumns)
    .orderBy('number', 'desc')
    .limit(1)
    .execute()
  const entries = await findUnsealed(tx, limit, sweep)
  if (entries.length === 0) return undefined
  const first = Number(last?.last ?? 0) + 1
  const previous = last ? headOf(last) : noSealBefore
  const batch = digestBatch(previous, first)
  for (const entry of entries) batch.add(entry)
  const { rows } = await sql<{
    now: string
  }>`select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`.execute(tx)
  const unsigned = {
    type: 'seal' as const,
    number: Number(last?.number ?? 0) + 1,
    first,
    last: first + entries.length - 1,
    digest: batch.finish(),
    previous,
    sealed_at: rows[0]!.now,
  }
  const seal: SealLine = { ...unsigned, signature: sign(null, sealText(unsigned), key).toString('base64') }
  const { type: _type, ...row } = seal
  await tx.insertInto('opensti.audit_seal').values(row).execute()
  await sql`
    insert into opensti.audit_position (position, entry_id, seal)
    select ${first}::bigint - 1 + place, id, ${seal.number}::bigint
    from unnest(${entries.map((entry) => entry.id)}::bigint[]) with ordinality as batch (id, place)`.execute(tx)
  return seal
}

/** Entries without a position. An hour is more than any transaction may last, so older ids have all been looked at. */
async function findUnsealed(tx: Transaction, limit: number, sweep: boolean): Promise<AuditLine[]> {
  const from = sweep
    ? sql<bigint>`0`
    : sql<bigint>`coalesce((select max(p.entry_id) from opensti.audit_position p where p.seal = (
        select max(number) from opensti.audit_seal where sealed_at < clock_timestamp() - interval '1 hour')), 0)`
  return tx
    .selectFrom('opensti.audit_entry as e')
    .select(entryColumns)
    .where('e.id', '>', from)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('opensti.audit_position as p').select('p.position').whereRef('p.entry_id', '=', 'e.id'))),
    )
    .orderBy('e.id')
    .limit(limit)
    .execute()
}

/** Appends the heads that are not in the file yet and waits until they are on disk. */
async function noteHeads(sealer: Database, headFile: string): Promise<void> {
  const { number: noted, isTorn } = readLastNoted(headFile)
  const seals = await sealer
    .selectFrom('opensti.audit_seal')
    .select(sealColumns)
    .where('number', '>', BigInt(noted))
    .orderBy('number')
    .execute()
  if (seals.length === 0) return
  mkdirSync(dirname(headFile), { recursive: true, mode: 0o700 })
  const file = openSync(headFile, 'a', 0o600)
  try {
    // After a torn last line (power cut) a line of its own; the verifier passes over the torn one.
    const lines = seals.map((seal) => `${seal.number} ${seal.last} ${headOf(seal)}\n`)
    writeSync(file, (isTorn ? '\n' : '') + lines.join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Looks at the end of the file only: it grows for years. */
function readLastNoted(headFile: string): { number: number; isTorn: boolean } {
  if (!existsSync(headFile)) return { number: 0, isTorn: false }
  const file = openSync(headFile, 'r')
  try {
    const { size } = fstatSync(file)
    const end = Buffer.alloc(Math.min(size, 4096))
    readSync(file, end, 0, end.length, size - end.length)
    const numbers = [...end.toString('latin1').matchAll(/^(\d+) \d+ [0-9a-f]{64}\n/gm)].map(([, number]) =>
      Number(number),
    )
    return { number: Math.max(0, ...numbers), isTorn: size > 0 && end.at(-1) !== 10 }
  } finally {
    closeSync(file)
  }
}
