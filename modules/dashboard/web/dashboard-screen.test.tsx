import { renderScreen } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { DashboardView, Finding } from '../contract.ts'
import { DashboardScreen } from './DashboardScreen.tsx'
import { dashboardWords } from './words.ts'

const name = (zh: string, en = zh) => ({ zh, en })
const unit = { id: 'yunxi/science', name: name('云溪市科技局', 'Yunxi Science Bureau'), shortName: name('市科技局') }
const lagging: Finding = {
  kind: 'indicator',
  light: 'red',
  id: 'spend',
  title: name('研发投入', 'R&D spending'),
  status: 'far-behind',
  why: [name('2028年 2.1%，此时应到 2.6%。', '2028: 2.1%; 2.6% were due by then.')],
  said: '三季度补报',
  who: [{ unit, leader: null }],
  since: name('2027年起', 'since 2027'),
  needs: [name('请提出赶上进度的措施。', 'Measures to catch up.')],
  tasks: [{ id: 'yunxi/plan/t-1', title: name('设专项', 'A fund') }],
  evidence: { kind: 'return', id: '00000000-0000-4000-8000-000000000001', label: name('年报', 'Yearly return') },
}
const item: Finding = {
  ...lagging,
  kind: 'item',
  light: 'amber',
  id: 'i',
  title: name('出台方案', 'A scheme'),
  tasks: [],
}
const view: DashboardView = {
  regionId: 'yunxi',
  today: '2028-06-01',
  scope: 'region',
  plans: [
    {
      id: 'plan',
      name: name('云溪规划', 'Yunxi plan'),
      startYear: 2026,
      endYear: 2030,
      counts: {
        reached: 1,
        ahead: 0,
        'on-track': 2,
        'not-yet': 0,
        behind: 0,
        'far-behind': 1,
        missed: 0,
        'no-data': 0,
      },
    },
  ],
  findings: [lagging, ...Array.from({ length: 7 }, (_, at) => ({ ...item, id: `i${at}`, title: name(`事项${at}`) }))],
  units: [{ unit, leader: null, red: 1, amber: 7 }],
}

const show = (body: DashboardView, language: 'zh' | 'en' = 'zh') =>
  renderScreen(
    <DashboardScreen />,
    { dashboard: dashboardWords },
    {
      language,
      answers: {
        'GET /api/accounts/session': {
          body: { person: { id: '00000000-0000-4000-8000-0000000000aa', regionId: 'yunxi', grants: [] }, actions: [] },
        },
        'GET /api/regions/yunxi/dashboard': { body },
      },
    },
  )

afterEach(cleanup)

describe('the dashboard', () => {
  test.each(['zh', 'en'] as const)('misses no word and is accessible in %s', async (language) => {
    const { container } = await show(view, language)
    await screen.findByRole('heading', { level: 1 })
    expect(container.textContent).not.toMatch(/undefined|NaN|\[object|\{\{|\b(kinds?|columns|light)\.[a-z]+/)
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map((one) => one.id)).toEqual([])
  })

  test('says who has no leader, what the unit said, and where the papers are', async () => {
    await show(view)
    expect((await screen.findAllByText('没有负责人')).length).toBeGreaterThan(0)
    expect(screen.getAllByText('三季度补报').length).toBeGreaterThan(0)
    const paper = screen.getAllByRole('link', { name: '年报' })[0]
    expect(paper?.getAttribute('href')).toBe('/reporting/returns/00000000-0000-4000-8000-000000000001')
  })

  test('shows one kind when asked, and the rest when asked', async () => {
    const { container } = await show(view)
    fireEvent.click(await screen.findByRole('button', { name: '指标 1' }))
    expect(container.querySelectorAll('.dash-row')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: '全部 8' }))
    const more = screen.getByRole('button', { name: '显示其余 2 项' })
    expect(more.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(more)
    expect(container.querySelector('.dash-short')).toBeNull()
  })

  test('never folds away what is red', async () => {
    const red = Array.from({ length: 9 }, (_, at) => ({ ...lagging, id: `spend-${at}` }))
    const { container } = await show({ ...view, findings: [...red, item] })
    await screen.findByRole('button', { name: '显示其余 1 项' })
    expect(container.querySelectorAll('.dash-short > .dash-red:not(.dash-folded)')).toHaveLength(9)
    expect(container.querySelectorAll('.dash-folded')).toHaveLength(1)
  })

  test('says that nothing is red', async () => {
    await show({ ...view, findings: [], units: [] })
    expect(await screen.findByText(/没有红灯，也没有黄灯。/)).toBeTruthy()
  })
})
