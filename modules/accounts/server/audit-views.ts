import type { KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { type AuditVerdict, type Database, exportAudit, type Reader, verifyAudit } from '@opensti/db'
import type { AuditPage, AuditQuery, AuditStatus } from '../contract-audit.ts'
import { actorNames } from './actor-names.ts'

/** A page of the log, newest first: what concerns the region, and what concerns none (such as unknown sign-in names). */
export async function listAuditEntries(db: Reader, query: AuditQuery): Promise<AuditPage> {
  const rows = await db
    .selectFrom('opensti.audit_entry as e')
    .leftJoin('opensti.audit_position as s', 's.entry_id', 'e.id')
    .select([
      'e.id',
      'e.at',
      'e.actor',
      'e.action',
      'e.region',
      'e.object_kind',
      'e.object_id',
      'e.detail',
      'e.request_id',
      's.seal',
    ])
    .where((row) => row.or([row('e.region', '=', query.region), row('e.region', 'is', null)]))
    .$if(query.action !== undefined, (one) => one.where('e.action', '=', query.action ?? ''))
    .$if(query.actor !== undefined, (one) => one.where('e.actor', '=', query.actor ?? ''))
    .$if(query.objectKind !== undefined, (one) => one.where('e.object_kind', '=', query.objectKind ?? ''))
    .$if(query.objectId !== undefined, (one) => one.where('e.object_id', '=', query.objectId ?? ''))
    .$if(query.from !== undefined, (one) => one.where('e.at', '>=', new Date(query.from ?? 0)))
    .$if(query.until !== undefined, (one) => one.where('e.at', '<', new Date(query.until ?? 0)))
    .$if(query.before !== undefined, (one) => one.where('e.id', '<', BigInt(query.before ?? 0)))
    .orderBy('e.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const names = await actorNames(
    db,
    page.flatMap(({ actor }) => actor ?? []),
  )
  return {
    entries: page.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      actorId: row.actor,
      actorName: row.actor ? (names.get(row.actor) ?? null) : null,
      action: row.action,
      regionId: row.region,
      objectKind: row.object_kind,
      objectId: row.object_id,
      detail: row.detail as unknown as Record<string, unknown>,
      requestId: row.request_id,
      seal: row.seal === null ? null : Number(row.seal),
    })),
    next: rows.length > query.limit ? String(page.at(-1)?.id) : null,
  }
}

/** How far the log is sealed, and what no seal covers yet. */
export async function getAuditStatus(db: Reader): Promise<AuditStatus> {
  const head = await db
    .selectFrom('opensti.audit_seal')
    .select(['number', 'last', 'digest', 'sealed_at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const tail = await db
    .selectFrom('opensti.audit_entry as e')
    .leftJoin('opensti.audit_position as s', 's.entry_id', 'e.id')
    .select((row) => [row.fn.count<bigint>('e.id').as('entries'), row.fn.min('e.at').as('oldest')])
    .where('s.position', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    head: head
      ? {
          seal: Number(head.number),
          entries: Number(head.last),
          digest: head.digest,
          sealedAt: head.sealed_at.toISOString(),
        }
      : null,
    unsealed: { entries: Number(tail.entries), oldestAt: (tail.oldest as Date | null)?.toISOString() ?? null },
  }
}

/** What verifying needs besides the log: the sealer's public key, and the file of heads noted outside the database. */
export interface AuditMeans {
  publicKey: KeyObject
  headFile: string
}

/** Verifies the whole log as `opensti audit verify` does, line by line. A missing file of heads holds none. */
export async function verifyWholeLog(db: Database, { publicKey, headFile }: AuditMeans): Promise<AuditVerdict> {
  const heads = await readFile(headFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = new PassThrough({ objectMode: true })
  const writing = exportAudit(db, async (line) => {
    if (!lines.write(line)) await once(lines, 'drain')
  }).then(
    () => lines.end(),
    (error: Error) => lines.destroy(error),
  )
  const verdict = await verifyAudit(lines as AsyncIterable<string>, publicKey, heads)
  await writing
  return verdict
}
