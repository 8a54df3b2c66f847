import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answers, answer, renderScreen } from '../testing/render-screen.tsx'
import { AuditScreen } from './AuditScreen.tsx'

const entry = (id: string, seal: number | null) => ({
  id,
  at: '2026-11-22T08:00:00Z',
  actorId: 'b0b0b0b0-0000-4000-8000-000000000001',
  actorName: { zh: '许岚', en: 'Xu Lan' },
  action: 'accounts.grant-role',
  regionId: 'lakeside',
  objectKind: 'person',
  objectId: 'c',
  detail: { grant: '00000000-0000-4000-8000-000000000000', role: 'planner', unit: null },
  requestId: null,
  seal,
})
const auditor = {
  person: {
    id: 'a',
    name: { zh: '唐文', en: 'Tang Wen' },
    regionId: 'lakeside',
    grants: [{ id: 'g', role: 'auditor', regionId: 'lakeside' }],
  },
  actions: [],
  demonstration: false,
}
const verdict = { intact: true, seals: 3, sealedEntries: 7, unsealedEntries: 1, unnotedSeals: 0, faults: [] }
const house = (found: object): Answers => ({
  'GET /api/accounts/session': () => answer(auditor),
  'GET /api/accounts/units?region=lakeside': () => answer({ units: [] }),
  'GET /api/audit/status': () => answer({ head: null, unsealed: { entries: 1, oldestAt: null } }),
  'GET /api/audit/entries?region=lakeside': () => answer({ entries: [entry('2', null), entry('1', 3)], next: '1' }),
  'GET /api/audit/entries?region=lakeside&before=1': () => answer({ entries: [entry('0', 2)], next: null }),
  'GET /api/audit/verdict': () => answer(found),
})

test('entries read as sentences, say whether they are sealed, and go on to older ones', async () => {
  renderScreen(<AuditScreen />, house(verdict), '/audit')
  const [first] = await screen.findAllByText('角色 规划员')
  expect(first?.closest('tr')?.textContent).toContain('许岚授予角色人员角色 规划员待封存')
  expect(screen.getByText('第 3 次')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '更早的记录' }))
  expect(await screen.findByText('第 2 次')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '更早的记录' })).toBeNull()
})

test('choosing a person keeps her in the address', async () => {
  const { place } = renderScreen(<AuditScreen />, house(verdict), '/audit')
  const [name] = await screen.findAllByRole('button', { name: '许岚' })
  if (name) fireEvent.click(name)
  await waitFor(() => expect(place()).toBe('/audit?actor=b0b0b0b0-0000-4000-8000-000000000001'))
})

test('a whole log is called whole', async () => {
  renderScreen(<AuditScreen />, house(verdict), '/audit')
  fireEvent.click(await screen.findByRole('button', { name: '验证全部记录' }))
  expect(await screen.findByText('7 条已封存的记录与 3 次封存全部相符；另有 1 条待封存。')).toBeTruthy()
})

test('a changed log is called so, with the place', async () => {
  const faults = [{ line: 4, problem: { zh: '摘要不符', en: 'digest differs' } }]
  renderScreen(<AuditScreen />, house({ ...verdict, intact: false, faults }), '/audit')
  fireEvent.click(await screen.findByRole('button', { name: '验证全部记录' }))
  expect(await screen.findByText('记录有改动或缺失')).toBeTruthy()
  expect(screen.getByText('第 4 行：摘要不符')).toBeTruthy()
})
