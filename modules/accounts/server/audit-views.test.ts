import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealAudit } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import {
  accountsServer,
  actor,
  cookieOf,
  loadHilltop,
  loadLakeside,
  personIdOf,
  testPassword,
} from '../testing/index.ts'
import { grantRole } from './grant-role.ts'
import { signIn } from './sign-in.ts'

const { db, owner, sealer } = await testDatabase()
await loadLakeside(db)
await loadHilltop(db)
const folder = mkdtempSync(join(tmpdir(), 'opensti-heads-'))
afterAll(() => rmSync(folder, { recursive: true }))
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const headFile = join(folder, 'heads')
const server = await accountsServer(db, {
  auditMeans: () => ({ publicKey, headFile }),
})
const get = async (url: string, signInName: string) => {
  const answer = await server.inject({ url, headers: await cookieOf(db, signInName) })
  return {
    status: answer.statusCode,
    body: answer.headers['content-type']?.includes('json;') ? answer.json() : answer.body,
  }
}

const xuLan = { actor: await actor(db, 'xu.lan') }
const chen = await personIdOf(db, 'chen.mei')
await grantRole(db, xuLan, { regionId: 'lakeside', personId: chen, role: 'checker', unitId: null })
await signIn(db, { signInName: 'chen.mei', password: testPassword, address: '192.0.2.1' })

describe('the auditor', () => {
  test('reads what concerns her region and nothing of another', async () => {
    const { status, body } = await get('/api/audit/entries?region=lakeside&limit=2', 'tang.wen')
    expect(status).toBe(200)
    expect(body.entries).toHaveLength(2)
    expect(body.entries.every((one: { regionId: string | null }) => one.regionId !== 'hilltop')).toBe(true)
    const more = await get(`/api/audit/entries?region=lakeside&limit=2&before=${body.next}`, 'tang.wen')
    expect(Number(more.body.entries[0].id)).toBeLessThan(Number(body.entries[1].id))
    expect((await get('/api/audit/entries?region=hilltop', 'tang.wen')).status).toBe(404)
  })

  test('filters by deed, person and thing', async () => {
    const { body } = await get(
      `/api/audit/entries?region=lakeside&action=accounts.grant-role&actor=${xuLan.actor.personId}&objectKind=person&objectId=${chen}`,
      'tang.wen',
    )
    expect(body.entries).toMatchObject([{ actorName: { zh: '许岚', en: 'Xu Lan' }, detail: { role: 'checker' } }])
  })

  test('sees what the system did by itself, and at which occasion', async () => {
    const { body } = await get('/api/audit/entries?region=lakeside&action=accounts.load-units', 'tang.wen')
    expect(body.entries).toMatchObject([
      { actorId: 'system:content', actorName: { zh: '系统（载入内容）', en: 'System (loading content)' } },
    ])
    const people = await get('/api/audit/entries?region=lakeside&actor=system:set-up', 'tang.wen')
    expect(people.body.entries).toMatchObject([{ action: 'accounts.load-people', regionId: 'lakeside' }])
  })

  test('sees what is sealed and what is not, verifies, and notices a changed row', async () => {
    expect((await get('/api/audit/status', 'tang.wen')).body.head).toBeNull()
    await sealAudit(sealer, { key: privateKey, headFile })
    const status = (await get('/api/audit/status', 'tang.wen')).body
    expect(status.head.seal).toBe(1)
    expect(status.unsealed.entries).toBe(0)
    expect((await get('/api/audit/verdict', 'tang.wen')).body).toMatchObject({
      intact: true,
      seals: 1,
      sealedEntries: status.head.entries,
    })
    const exported = String((await get('/api/audit/export', 'tang.wen')).body)
    expect(exported.trim().split('\n')).toHaveLength(status.head.entries + 1)

    await sql`update opensti.audit_entry set actor = 'nobody' where id = (select max(id) from opensti.audit_entry)`.execute(
      owner,
    )
    const verdict = (await get('/api/audit/verdict', 'tang.wen')).body
    expect(verdict.intact).toBe(false)
    expect(verdict.faults[0].problem).toEqual({
      zh: '第 1 号封印下的记录与封存时不同。',
      en: 'The entries under seal 1 are not those that were sealed.',
    })
  })
})

test('the system administrator sees counts and nothing of people or the log', async () => {
  const { status, body } = await get('/api/operations/state', 'luo.hui')
  expect(status).toBe(200)
  expect(body.people).toBeGreaterThan(10)
  expect(body.writes.map(({ name }: { name: string }) => name)).toContain('accounts.sign-in')
  for (const url of [
    '/api/accounts/people?region=lakeside',
    '/api/audit/entries?region=lakeside',
    '/api/audit/export',
  ]) {
    expect([url, (await get(url, 'luo.hui')).status]).toEqual([url, 403])
  }
})
