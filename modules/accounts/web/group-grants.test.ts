import { expect, test } from 'vitest'
import type { GrantView } from '../contract.ts'
import { groupGrants } from './group-grants.ts'

const grant = (role: string, regionId: string, from: string): GrantView => ({
  id: crypto.randomUUID(),
  role,
  roleName: { zh: role, en: role },
  regionId,
  unit: null,
  from,
})

test('a role held in several regions is said once, with all of them and its first day', () => {
  const groups = groupGrants([
    grant('planner', 'lakeside', '2026-03-01T00:00:00Z'),
    grant('checker', 'lakeside', '2026-01-01T00:00:00Z'),
    grant('planner', 'riverside', '2026-02-01T00:00:00Z'),
  ])
  expect(
    groups.map(({ role, since, grants }) => [role, since.slice(0, 10), grants.map((one) => one.regionId)]),
  ).toEqual([
    ['planner', '2026-02-01', ['lakeside', 'riverside']],
    ['checker', '2026-01-01', ['lakeside']],
  ])
})

test('nobody holds nothing', () => {
  expect(groupGrants([])).toEqual([])
})
