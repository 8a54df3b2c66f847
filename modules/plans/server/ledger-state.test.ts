import { connect } from '@opensti/db'
import type { Context } from '@opensti/http'
import { fixedClock, visitor } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { ledgerState, publicLedgerState } from './ledger-state.ts'

const { appUrl, db } = await testDatabase()

let asked = 0
let held: Promise<void> | undefined
/** Each question waits at the gate while it is held, so that the order of things is ours. */
const gated = connect({
  url: appUrl,
  beforeStatement: async () => {
    asked += 1
    await held
  },
})
afterAll(() => gated.destroy())

const clock = fixedClock('2026-11-22')
const context = (of = gated) => ({ db: of, clock, actor: visitor }) as unknown as Context
const change = () =>
  sql`insert into plans.region (id, kind, names) values ('r', 'city', '{"zh": "", "en": ""}')
    on conflict (id) do update set revision = plans.region.revision + 1`.execute(db)

it('changes with the ledger, the day and the drafts that the asker sees', async () => {
  const before = await ledgerState(context())
  await change()
  const after = await ledgerState(context())
  expect(after).not.toBe(before)
  clock.advance(24 * 3600 * 1000)
  expect(await ledgerState(context())).not.toBe(after)
  const planner = {
    kind: 'person',
    personId: 'p',
    sessionId: 's',
    name: 'p',
    grants: [{ role: 'planner', regionId: 'r', unitId: null }],
  }
  expect(await ledgerState({ ...context(), actor: planner } as unknown as Context)).toMatch(/ r$/)
})

it('is asked for once by all who come while a question is out, and never older than the one who asks', async () => {
  asked = 0
  const gate = Promise.withResolvers<void>()
  held = gate.promise
  const first = publicLedgerState(context())
  await change()
  const late = Array.from({ length: 20 }, () => publicLedgerState(context()))
  gate.resolve()
  held = undefined
  await first
  const answers = new Set(await Promise.all(late))
  expect(asked).toBe(2)
  expect([...answers]).toEqual([await publicLedgerState(context(db))])
})

it('answers again after a question has failed', async () => {
  held = Promise.reject(new Error('the line is cut'))
  held.catch(() => undefined)
  const [first, second] = [publicLedgerState(context()), publicLedgerState(context())]
  await expect(first).rejects.toThrow('the line is cut')
  await expect(second).rejects.toThrow('the line is cut')
  held = undefined
  expect(await publicLedgerState(context())).toBe(await publicLedgerState(context(db)))
})
