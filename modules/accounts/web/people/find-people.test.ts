import { expect, test } from 'vitest'
import type { PersonRow } from '../../contract.ts'
import { findPeople, type PeopleFilter } from './find-people.ts'

const person = (zh: string, en: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id: en,
  name: { zh, en },
  signInName: en.toLowerCase().split(' ').reverse().join('.'),
  unit: { id: 'lakeside/science', name: { zh: '湖畔市科学技术局', en: 'Science Bureau' } },
  organisation: null,
  status: 'active',
  lockedUntil: null,
  secondFactor: false,
  sessions: 0,
  grants: [],
  ...more,
})
const grant = {
  id: '1',
  role: 'planner',
  roleName: { zh: '规划员', en: 'Planner' },
  regionId: 'lakeside',
  unit: null,
  from: '2026-01-01T00:00:00Z',
}
const people = [
  person('陈梅', 'Chen Mei', { grants: [grant] }),
  person('林远', 'Lin Yuan', { unit: null, lockedUntil: '2026-11-22T12:00:00Z' }),
  person('何静', 'He Jing', { status: 'suspended', lockedUntil: '2026-11-22T12:00:00Z' }),
]

test.each<[PeopleFilter, string[]]>([
  [{}, ['Chen Mei', 'He Jing', 'Lin Yuan']],
  [{ q: '科技局 ' }, []],
  [{ q: '科学技术' }, ['Chen Mei', 'He Jing']],
  [{ q: 'MEI science' }, ['Chen Mei']],
  [{ q: 'yuan.lin' }, ['Lin Yuan']],
  [{ role: 'planner' }, ['Chen Mei']],
  [{ state: 'locked' }, ['Lin Yuan']],
  [{ state: 'suspended' }, ['He Jing']],
  [{ q: '林', state: 'active' }, []],
])('%j finds %j', (filter, found) => {
  expect(findPeople(people, filter, 'zh').map(({ id }) => id)).toEqual(found)
})
