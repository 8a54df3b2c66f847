import { Policy } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { expect, test } from 'vitest'
import { accountsPolicy, accountsRoutes } from './index.ts'
import { testLinkSecret } from './testing/index.ts'

const { db } = await testDatabase()
const routes = accountsRoutes({
  secure: false,
  publicUrl: () => '',
  demonstration: true,
  linkSecret: testLinkSecret,
  lettersReachPeople: false,
  actionsFor: () => [],
})

test('every route asks for an action of the table, and every action is asked for', () => {
  expect([...new Set(routes.map(({ action }) => action))].sort()).toEqual(new Policy(accountsPolicy).actions())
})

test('the table names only roles that exist', async () => {
  const roles = await db.selectFrom('accounts.role').select('code').execute()
  const known = new Set(roles.map(({ code }) => code))
  const named = accountsPolicy.flatMap(({ who }) => (typeof who === 'string' ? [] : who))
  expect(named.filter((role) => !known.has(role))).toEqual([])
})

test('no administrator may do what another administrator may', () => {
  for (const { action, who } of accountsPolicy) {
    if (typeof who !== 'string') expect([action, who.length]).toEqual([action, 1])
  }
})

test('what is open to visitors is a short list', () => {
  const open = accountsPolicy.filter(({ who }) => who === 'anyone').map(({ action }) => action)
  expect(open.sort()).toEqual([
    'accounts.invitation.accept',
    'accounts.recovery.ask',
    'accounts.recovery.use',
    'accounts.session.close',
    'accounts.session.look',
    'accounts.session.open',
    'accounts.unit.read',
  ])
})
