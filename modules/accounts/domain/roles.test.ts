import { expect, test } from 'vitest'
import { checkNewRole, type Role } from './roles.ts'

const planner: Role = { code: 'planner', group: 'business', scope: 'region' }
const reporter: Role = { code: 'reporter', group: 'business', scope: 'unit' }
const auditor: Role = { code: 'auditor', group: 'administration', scope: 'region' }
const system: Role = { code: 'system-administrator', group: 'administration', scope: 'region' }

test('business roles may be held together', () => {
  expect(() => checkNewRole([planner], reporter, 'lakeside/science')).not.toThrow()
})

test('an administrator may hold the same role in another region, and no other administrator role', () => {
  expect(() => checkNewRole([auditor], auditor, null)).not.toThrow()
  expect(() => checkNewRole([auditor], system, null)).toThrow('one hand')
  expect(() => checkNewRole([planner, auditor], system, null)).toThrow('one hand')
})

test('a role of a unit names the unit', () => {
  expect(() => checkNewRole([], reporter, null)).toThrow('no unit')
})
