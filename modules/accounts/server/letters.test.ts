import { type Carrier, deliverOutbox, type Letter, listGivenUp } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { accountsServer, actor, cookieOf, loadLakeside, personIdOf, testLinkSecret } from '../testing/index.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { invitePerson } from './invite-person.ts'
import { accountsSenders } from './letters.ts'
import { renewPassword } from './renew-password.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const deed = { actor: await actor(db, 'xu.lan') }
const wanted = { regionId: 'lakeside', name: '新同事', role: null, unitId: null, email: 'new@lakeside.example' }
const means = { publicUrl: () => 'https://sti.lakeside.example', linkSecret: testLinkSecret }

let letters: Letter[] = []
const carrier: Carrier = { reachesPeople: true, carry: async (letter) => void letters.push(letter) }
const deliver = (by: Carrier = carrier) => deliverOutbox(db, accountsSenders(db, means, by))
beforeEach(async () => {
  letters = []
  await sql`truncate opensti.outbox`.execute(owner)
})

test('the link of an invitation stands in its letter and nowhere in the database', async () => {
  await invitePerson(db, deed, { ...wanted, signInName: 'by.letter' }, testLinkSecret)
  const { rows } = await sql<{ text: string }>`
    select coalesce(string_agg(t::text, ' '), '') as text from (
      select to_jsonb(o) as t from opensti.outbox o union all select to_jsonb(i) from accounts.invitation i
      union all select to_jsonb(a) from opensti.audit_entry a) t`.execute(owner)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(letters).toMatchObject([{ to: 'new@lakeside.example', text: expect.stringContaining('by.letter') }])
  const token = /https:\/\/sti\.lakeside\.example\/workbench\/invitation#([\w-]{43})/.exec(letters[0]?.text ?? '')?.[1]
  expect(rows[0]?.text).toContain('by.letter')
  expect(rows[0]?.text).not.toContain(token)
  await expect(acceptInvitation(db, { token: token ?? '', password: 'reeds bend, boats turn' })).resolves.toBeTruthy()
})

test('no letter leaves for an invitation that was withdrawn in the meantime', async () => {
  const { invitationId } = await invitePerson(db, deed, { ...wanted, signInName: 'too.late' }, testLinkSecret)
  await withdrawInvitation(db, deed, invitationId)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect(letters).toEqual([])
})

test('a letter for a new password goes to the address of the account', async () => {
  const id = await personIdOf(db, 'chen.mei')
  await owner.updateTable('accounts.person').set({ email: 'chen@lakeside.example' }).where('id', '=', id).execute()
  await renewPassword(db, deed, id, testLinkSecret)
  await deliver()
  expect(letters).toMatchObject([{ to: 'chen@lakeside.example', subject: expect.stringContaining('新密码') }])
})

test('what nobody takes is given up, shown to the system administrator, and sent again when she asks', async () => {
  await invitePerson(db, deed, { ...wanted, signInName: 'never.there' }, testLinkSecret)
  await sql`update opensti.outbox set attempts = 33`.execute(owner)
  const broken: Carrier = { reachesPeople: true, carry: () => Promise.reject(new TypeError('new@lakeside.example?')) }
  expect(await deliver(broken)).toMatchObject({ givenUp: 1 })
  const server = await accountsServer(db)
  const headers = await cookieOf(db, 'luo.hui')
  const state = async () => (await server.inject({ url: '/api/operations/state', headers })).json()
  const before = await state()
  expect(before.outbox).toMatchObject({ waiting: 0, givenUp: 1 })
  expect(before.givenUpMessages).toMatchObject([{ topic: 'mail.invitation', attempts: 34, lastError: 'TypeError' }])
  expect(JSON.stringify(before)).not.toContain('new@')

  const url = `/api/operations/messages/${before.givenUpMessages[0].id}/retry`
  expect((await server.inject({ method: 'POST', url, headers: await cookieOf(db, 'xu.lan') })).statusCode).toBe(403)
  expect((await server.inject({ method: 'POST', url, headers })).statusCode).toBe(204)
  expect((await server.inject({ method: 'POST', url, headers })).statusCode).toBe(404)
  expect(await deliver()).toMatchObject({ sent: 1 })
  expect((await state()).outbox).toMatchObject({ waiting: 0, givenUp: 0 })
})

test('a message that says nothing is given up at once', async () => {
  await sql`insert into opensti.outbox (topic, payload) values ('mail.invitation', '{}')`.execute(owner)
  expect(await deliver()).toMatchObject({ givenUp: 1 })
  expect(await listGivenUp(db)).toMatchObject([{ lastError: 'Undeliverable' }])
})
