import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testDatabase } from '@opensti/testing'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Transaction, transaction } from '../index.ts'
import { exportAudit, getSealingKey, recordAudit, sealAudit, verifyAudit } from './index.ts'
import { type AuditLine, digestBatch, headOf, type SealLine, sealText } from './lines.ts'

const { db, owner, sealer } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'audit-'))
const headFile = join(folder, 'heads')
const { privateKey: key, publicKey } = getSealingKey(folder)
afterAll(() => rmSync(folder, { recursive: true }))

const note = (id: number) => (tx: Transaction) =>
  recordAudit(tx, {
    actor: { kind: 'system', name: 'trial' },
    action: 'trial.note-it',
    object: { kind: 'thing', id: String(id) },
    detail: { field: 'state', to: id, big: '9007199254740993' },
  })
const write = (id: number) => transaction(db, 'trial.note-it', note(id))
const heads = () => readFileSync(headFile, 'utf8')
async function exported(): Promise<string[]> {
  const lines: string[] = []
  await exportAudit(db, (line) => void lines.push(line.trimEnd()))
  return lines
}
const verify = (lines: string[], noted = heads()) => verifyAudit(lines, publicKey, noted)

let log: string[] = []
beforeAll(async () => {
  for (let batch = 0; batch < 6; batch += 1) {
    for (let n = 0; n < 7; n += 1) await write(batch * 10 + n)
    await expect(
      transaction(db, 'trial.note-it', async (tx) => {
        await note(-1)(tx)
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    await sealAudit(sealer, { key, headFile, limit: 5 })
  }
  await write(100)
  await write(101)
  log = await exported()
})

describe('an untouched log', () => {
  it('verifies in spite of gaps from undone deeds, and tells how much is unsealed', async () => {
    expect(await verify(log)).toEqual({
      intact: true,
      seals: 12,
      sealedEntries: 42,
      unsealedEntries: 2,
      unnotedSeals: 0,
      faults: [],
    })
  })

  it('seals an entry that commits after later ones were sealed', async () => {
    let commit: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      commit = resolve
    })
    let isNoted = false
    const late = db.transaction().execute(async (tx) => {
      await note(200)(tx)
      isNoted = true
      await gate
    })
    await expect.poll(() => isNoted).toBe(true)
    await write(201)
    await sealAudit(sealer, { key, headFile })
    commit()
    await late
    await sealAudit(sealer, { key, headFile })
    const lines = await exported()
    expect(await verify(lines)).toMatchObject({ intact: true, unsealedEntries: 0 })
    const order = lines.map((line) => (JSON.parse(line) as AuditLine).object_id)
    expect(order.indexOf('200')).toBeGreaterThan(order.indexOf('201'))
  })

  it('is sealed once by two sealers at a time, and forgives a head that a crash kept from being noted', async () => {
    await Promise.all([write(300), write(301), write(302)])
    await Promise.all([sealAudit(sealer, { key, headFile, limit: 2 }), sealAudit(sealer, { key, headFile, limit: 2 })])
    const whole = heads()
    const noted = whole.trimEnd().split('\n')
    writeFileSync(headFile, `${noted.slice(0, -1).join('\n')}\n${noted.at(-1)!.slice(0, 9)}`)
    expect(await verify(await exported())).toMatchObject({ intact: true, unnotedSeals: 1 })
    await sealAudit(sealer, { key, headFile, sweep: true })
    expect(await verify(await exported())).toMatchObject({ unnotedSeals: 0 })
  })
})

describe('tampering', () => {
  const parsed = () => log.map((line) => JSON.parse(line) as AuditLine | SealLine | { type: 'unsealed' })
  const sealedEnd = () => log.findIndex((line) => line.includes('"unsealed"'))
  const detects = async (lines: readonly object[], noted?: string) =>
    !(
      await verify(
        lines.map((line) => JSON.stringify(line)),
        noted ?? keptHeads,
      )
    ).intact
  let keptHeads = ''
  beforeAll(() => {
    // Heads as they were when the log was exported.
    keptHeads = `${heads().split('\n').slice(0, 12).join('\n')}\n`
  })

  it('of any single kind at any place is found', async () => {
    const lines = parsed()
    const end = sealedEnd()
    const place = fc.integer({ min: 0, max: end - 1 })
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('delete' as const), at: place }),
      fc.record({ kind: fc.constant('repeat' as const), at: place, to: place }),
      fc.record({ kind: fc.constant('swap' as const), at: place, to: place }),
      fc.record({ kind: fc.constant('truncate' as const), at: fc.integer({ min: 0, max: end - 1 }) }),
      fc.record({ kind: fc.constant('edit' as const), at: place, field: fc.nat(), bit: fc.nat() }),
      fc.record({ kind: fc.constant('insert' as const), at: place, id: fc.integer({ min: 1000, max: 2000 }) }),
    )
    await fc.assert(
      fc.asyncProperty(deed, async (change) => {
        const forged = structuredClone(lines)
        if (change.kind === 'delete') forged.splice(change.at, 1)
        else if (change.kind === 'repeat') forged.splice(change.to, 0, structuredClone(forged[change.at]!))
        else if (change.kind === 'swap') {
          fc.pre(change.at !== change.to)
          ;[forged[change.at], forged[change.to]] = [forged[change.to]!, forged[change.at]!]
        } else if (change.kind === 'truncate') forged.splice(change.at, end - change.at)
        else if (change.kind === 'insert') {
          const model = lines.find((line) => line.type === 'entry')!
          forged.splice(change.at, 0, { ...model, id: String(change.id) } as AuditLine)
        } else editField(forged[change.at]!, change.field, change.bit)
        return detects(forged)
      }),
      { numRuns: 3000 },
    )
  }, 60_000)

  it('by someone with another key who signs the whole chain anew is found, also from the key alone', async () => {
    const other = generateKeyPairSync('ed25519')
    expect(await detects(rechain(parsed(), other.privateKey), '')).toBe(true)
  })

  it('by someone who has stolen the key is found by the heads outside', async () => {
    const forged = rechain(parsed(), key)
    expect(
      (
        await verify(
          forged.map((line) => JSON.stringify(line)),
          '',
        )
      ).intact,
    ).toBe(true)
    expect(await detects(forged)).toBe(true)
  })

  it('in the database itself is found, as its owner can do it', async () => {
    const before = await verify(await exported())
    expect(before.intact).toBe(true)
    await sql`update opensti.audit_entry set detail = '{"field": "state", "to": 999}' where object_id = '12'`.execute(
      owner,
    )
    expect((await verify(await exported())).faults[0]!.problem.en).toMatch(/The entries under seal \d+ are not those/)
  })

  /** Changes one entry and makes digests, links and signatures fit again. */
  function rechain(lines: ReturnType<typeof parsed>, signer: typeof key) {
    const entry = lines.find((line) => line.type === 'entry') as AuditLine
    entry.action = 'trial.something-else'
    let previous: SealLine | undefined
    lines.forEach((line, index) => {
      if (line.type !== 'seal') return
      if (previous) line.previous = headOf(previous)
      const batch = digestBatch(line.previous, line.first)
      for (const next of lines.slice(index + 1, index + 2 + line.last - line.first)) batch.add(next as AuditLine)
      line.digest = batch.finish()
      line.signature = signText(line, signer)
      previous = line
    })
    return lines
  }
})

function signText(seal: SealLine, signer: typeof key): string {
  return sign(null, sealText(seal), signer).toString('base64')
}

function editField(line: object, field: number, bit: number): void {
  const fields = Object.keys(line).filter((name) => name !== 'type')
  const name = fields[field % fields.length]!
  const value = Reflect.get(line, name) as string | number | null
  if (typeof value === 'number') Reflect.set(line, name, value + 1 + (bit % 3))
  else if (value === null) Reflect.set(line, name, 'x')
  else {
    const at = bit % Math.max(1, value.length - (name === 'signature' ? 3 : 0))
    const other = value[at] === 'A' ? 'B' : 'A'
    Reflect.set(line, name, value.slice(0, at) + other + value.slice(at + 1))
  }
}
