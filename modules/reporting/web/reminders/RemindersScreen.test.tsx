import type { Answer } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { ReminderBoard } from '../../contract.ts'
import { DeskScreen } from '../desk/DeskScreen.tsx'
import { renderScreen } from '../testing/render-screen.ts'
import { sampleSession } from '../testing/sample-views.ts'
import { RemindersScreen } from './RemindersScreen.tsx'

const id = 'b0b7d6f2-6d5f-4c1f-9d53-0c6a3f6a9b01'
const at = '2028-05-16T02:00:00.000Z'
const lin = { zh: '林远', en: 'Lin Yuan' }
const board: ReminderBoard = {
  regionId: 'yunxi',
  cycle: { code: 'monthly', names: { zh: '月报', en: 'Monthly return' } },
  period: '2028-04',
  dueAt: '2028-05-15T15:59:59.999Z',
  requests: 3,
  come: 2,
  plan: { before: [3, 1], onDay: true, after: [1, 3], again: 5, leaderFrom: 1 },
  returns: [
    {
      id,
      unit: { id: 'yunxi/science', name: { zh: '云溪科技局', en: 'Yunxi Science Bureau' } },
      state: 'checking',
      step: { zh: '待审核', en: 'to be checked' },
      dueAt: '2028-05-15T15:59:59.999Z',
      kind: 'late',
      days: 3,
      cells: 4,
      missing: 1,
      missingNames: [{ zh: '研发投入', en: 'R&D spending' }],
      hears: [
        { name: lin, as: 'holder', text: { zh: '陈梅催办', en: 'Chen Mei reminds you' }, mail: true, webhook: false },
      ],
      contacts: [
        { name: lin, as: 'holder', phone: '0000-8800 1002' },
        { name: { zh: '周国梁', en: 'Zhou Guoliang' }, as: 'leader', phone: null },
      ],
      reminders: [{ at, kind: 'late', days: 1, by: null, note: null, told: [{ name: lin, as: 'holder' }] }],
      nextOn: '2028-05-22',
      calls: [{ at, by: lin, reached: true, note: '明天报' }],
    },
  ],
}
const address = '/api/regions/yunxi/cycles/monthly/periods/2028-04/reminders'
const answers: Record<string, Answer> = {
  'GET /api/accounts/session': sampleSession,
  [`GET ${address}`]: { body: board },
  [`POST ${address}`]: { body: { reminded: 1, people: 1, passedOver: 0 } },
  [`POST /api/returns/${id}/calls`]: { status: 204, body: null },
}
const show = (language: 'zh' | 'en' = 'zh') =>
  renderScreen(<RemindersScreen region="yunxi" cycle="monthly" period="2028-04" />, { language, answers })
afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('the screen misses no word and is accessible', async () => {
    const { container } = await show(language)
    await screen.findByRole('heading', { level: 1 })
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|\{\{|\breminders\.[a-z]/)
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('who hears what is shown before anybody is reminded', async () => {
  const { sent } = await show()
  fireEvent.click(await screen.findByRole('checkbox', { name: '选择云溪科技局' }))
  fireEvent.click(screen.getByRole('button', { name: '现在提醒' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('林远：工作台内、邮件')).toBeTruthy()
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([])
  fireEvent.change(within(dialog).getByLabelText('附一句话（可不写）'), { target: { value: '周五上会' } })
  fireEvent.click(within(dialog).getByRole('button', { name: /^提\s?醒$/ }))
  await waitFor(() =>
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { returns: [id], note: '周五上会' },
    ]),
  )
})

test('a call is noted with what was said', async () => {
  const { sent } = await show()
  fireEvent.click(await screen.findByRole('button', { name: '记通话 云溪科技局' }))
  fireEvent.click(screen.getByRole('radio', { name: '没接通' }))
  fireEvent.change(screen.getByRole('textbox', { name: '说了什么' }), { target: { value: '下午再打' } })
  fireEvent.click(screen.getByRole('button', { name: /^记\s?下$/ }))
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ reached: false, note: '下午再打' }),
  )
})

test('the desk of a planner raises an alarm for figures that have grown old, and only then', async () => {
  const desk = { 'GET /api/returns': { body: { waiting: [], followed: [] } } }
  const session = {
    body: { ...sampleSession.body, actions: [...sampleSession.body.actions, 'reporting.reminder.stale'] },
  }
  const stale = {
    indicatorId: 'firms',
    name: { zh: '高新技术企业', en: 'High-tech enterprises' },
    regionId: 'yunxi',
    latestPeriod: '2027-Q3',
    staleAfter: '2028-02-29',
  }
  const asked = { 'GET /api/accounts/session': session, 'GET /api/stale-indicators': { body: { indicators: [stale] } } }
  await renderScreen(<DeskScreen />, { answers: { ...desk, ...asked } })
  const alarm = await screen.findByRole('region', { name: /该更新的数据/ })
  expect(within(alarm).getByText('最新：2027年第三季度')).toBeTruthy()
  cleanup()
  await renderScreen(<DeskScreen />, { answers: { ...desk, 'GET /api/accounts/session': sampleSession } })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByText('该更新的数据')).toBeNull()
})
