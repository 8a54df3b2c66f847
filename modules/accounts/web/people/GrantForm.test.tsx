import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { PersonView } from '../../contract.ts'
import { type Answers, answer, refusal, renderScreen } from '../testing/render-screen.tsx'
import { GrantForm } from './GrantForm.tsx'

const role = (code: string, group: string, scope: string, zh: string) => ({
  code,
  group,
  scope,
  name: { zh, en: code },
  description: { zh, en: code },
})
const roles = [
  role('planner', 'business', 'region', '规划员'),
  role('reporter', 'business', 'unit', '填报员'),
  role('system-administrator', 'administration', 'region', '系统管理员'),
  role('auditor', 'administration', 'region', '审计管理员'),
]
const auditor: PersonView = {
  id: 'p',
  name: { zh: '唐文', en: 'Tang Wen' },
  signInName: 'tang.wen',
  unit: null,
  organisation: null,
  status: 'active',
  lockedUntil: null,
  secondFactor: false,
  regionId: 'lakeside',
  email: null,
  sessions: [],
  grants: [
    {
      id: 'g',
      role: 'auditor',
      roleName: { zh: '审计管理员', en: 'Auditor' },
      regionId: 'lakeside',
      unit: null,
      from: '2026-01-01T00:00:00Z',
    },
  ],
}
const house = (grant: Answers[string]): Answers => ({
  'GET /api/accounts/roles': () => answer({ roles }),
  'GET /api/accounts/units?region=lakeside': () => answer({ units: [] }),
  'POST /api/accounts/grants': grant,
})

async function choose(name: string) {
  fireEvent.mouseDown(await screen.findByLabelText('授予角色'))
  const [option] = await screen.findAllByText(name, { selector: '.role-option' })
  if (option) fireEvent.click(option)
}
const submit = () => fireEvent.click(screen.getByRole('button', { name: '授予' }))

test('a second administrator role is warned of, and the rule explained when it is refused', async () => {
  const refused = () =>
    refusal(409, 'second_administrator_role', '系统管理员、安全管理员、审计管理员不能由一人兼任。', '请授予另一个人。')
  renderScreen(<GrantForm region="lakeside" person={auditor} />, house(refused))
  await choose('系统管理员')
  expect(await screen.findByText('此人已是“审计管理员”，不能再担任其他管理角色。')).toBeTruthy()
  expect(screen.getByText('为什么不能兼任').closest('details')?.open).toBe(false)
  submit()
  expect(await screen.findByText('系统管理员、安全管理员、审计管理员不能由一人兼任。')).toBeTruthy()
  expect(screen.getByText('为什么不能兼任').closest('details')?.open).toBe(true)
})

test('a role that is held for a unit asks for the unit before the server is asked', async () => {
  const { asked } = renderScreen(
    <GrantForm region="lakeside" person={auditor} />,
    house(() => answer({ grantId: 'new' })),
  )
  await choose('填报员')
  await screen.findByLabelText('单位')
  submit()
  expect(await screen.findByText('这个角色须写明单位')).toBeTruthy()
  expect(asked.some(({ request }) => request.startsWith('POST'))).toBe(false)
})

test('a role given by mistake can be taken back at once', async () => {
  const { asked } = renderScreen(<GrantForm region="lakeside" person={auditor} />, {
    ...house(() => answer({ grantId: 'new' })),
    'DELETE /api/accounts/grants/new': () => answer(null, 204),
  })
  await choose('规划员')
  submit()
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  expect(await screen.findByText('已撤销，恢复原状。')).toBeTruthy()
  expect(asked.filter(({ request }) => !request.startsWith('GET'))).toEqual([
    {
      request: 'POST /api/accounts/grants',
      body: { regionId: 'lakeside', personId: 'p', role: 'planner', unitId: null },
    },
    { request: 'DELETE /api/accounts/grants/new', body: null },
  ])
})
