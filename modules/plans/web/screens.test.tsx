import { statusMarks } from '@opensti/ui'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { messages } from '../portal/messages.ts'
import { sampleComparisonView, sampleDocumentView } from '../testing/sample-lists.ts'
import {
  sampleIndicatorView,
  samplePlanView,
  sampleRegions,
  sampleRegionView,
  sampleTaskView,
  sampleUnitView,
} from '../testing/sample-views.ts'
import { ComparisonScreen } from './ComparisonScreen.tsx'
import { DocumentScreen } from './DocumentScreen.tsx'
import { IndicatorScreen } from './indicator/IndicatorScreen.tsx'
import { OverviewScreen } from './overview/OverviewScreen.tsx'
import { PlanScreen } from './plan/PlanScreen.tsx'
import { TaskScreen } from './TaskScreen.tsx'
import { plannerSession, renderScreen } from './testing/render-screen.ts'
import { UnitScreen } from './UnitScreen.tsx'

const region = 'yunxi'
const planId = samplePlanView.plan.id
const indicator = sampleIndicatorView('high-tech-firms')

const answers = {
  'GET /api/accounts/session': plannerSession,
  'GET /api/readings': { body: { readings: [] } },
  'GET /api/accounts/units?region=yunxi': { body: { units: [] } },
  'GET /api/regions': { body: { regions: sampleRegions } },
  [`GET /api/regions/${region}`]: { body: sampleRegionView },
  [`GET /api/regions/${region}/plans/${planId}`]: { body: samplePlanView },
  [`GET /api/regions/${region}/plans/${planId}/tasks/t`]: { body: sampleTaskView },
  [`GET /api/regions/${region}/indicators/high-tech-firms`]: { body: indicator },
  [`GET /api/regions/${region}/units/science`]: { body: sampleUnitView },
  'GET /api/compare/high-tech-firms?basis=absolute': { body: sampleComparisonView },
  'GET /api/documents/paper': { body: sampleDocumentView },
}

const screens: [string, ReactNode, { zh: string; en: string }][] = [
  ['overview', <OverviewScreen key="o" />, sampleRegionView.region.name],
  ['plan', <PlanScreen key="p" region={region} plan={planId} />, samplePlanView.plan.name],
  ['indicator', <IndicatorScreen key="i" region={region} indicator="high-tech-firms" />, indicator.name],
  ['task', <TaskScreen key="t" region={region} plan={planId} task="t" />, sampleTaskView.title],
  ['unit', <UnitScreen key="u" region={region} unit="science" />, sampleUnitView.unit.name],
  ['comparison', <ComparisonScreen key="c" indicator="high-tech-firms" />, sampleComparisonView.name],
  ['document', <DocumentScreen key="d" document="paper" />, sampleDocumentView.title],
]

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)('%s says what it shows, misses no word, and is accessible', async (_name, element, title) => {
    const { container } = await renderScreen(element, { language, answers })
    const heading = await screen.findByRole('heading', { level: 1 })
    expect(heading.textContent).toContain(title[language])
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|Infinity/)
    // A key in place of a word: screen.loading, reading.accept.
    expect(words).not.toMatch(/\b(screen|overview|plan|publish|readings?|indicator|states|kinds)\.[a-z][A-Za-z]+\b/)
    const { violations } = await axe.run(container, {
      // Colours are proved in the tokens' own test; a simulated browser lays nothing out.
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  test('a plan that is not there says so and leads on', async () => {
    await renderScreen(<PlanScreen region={region} plan="nowhere" />, { language, answers })
    await screen.findByRole('heading', { level: 1, name: messages[language].errors['404'].title })
    expect(screen.getByRole('link', { name: language === 'zh' ? '回到首页' : 'Go to the start' })).toBeTruthy()
  })
})

describe('the table of a plan', () => {
  const rowNames = () =>
    [...document.querySelectorAll('.indicator-ledger .row-link')].map((link) => link.textContent ?? '')
  const show = (address: string) =>
    renderScreen(<PlanScreen region={region} plan={planId} />, { language: 'zh', answers, address })

  test('has every indicator with its status in words', async () => {
    await show('/')
    await screen.findByRole('table', { name: '指标' })
    expect(rowNames()).toHaveLength(samplePlanView.indicators.length)
    for (const one of samplePlanView.indicators) {
      const row = screen.getByRole('row', { name: new RegExp(literally(one.name.zh)) })
      expect(row.textContent).toContain(statusMarks[one.progress.status].word.zh)
    }
  })

  test('is reproduced by its address: filter, status, order', async () => {
    await show('/?status=reached&sort=-name')
    await screen.findByRole('table', { name: '指标' })
    const reached = samplePlanView.indicators.filter((one) => one.progress.status === 'reached')
    expect(rowNames().sort()).toEqual(reached.map((one) => one.name.zh).sort())
    expect(screen.getByRole('columnheader', { name: /指标/ }).getAttribute('aria-sort')).toBe('descending')
  })

  test('sorts up, down and back, and keeps that in the address', async () => {
    const { router } = await show('/?by=status')
    const button = await screen.findByRole('button', { name: /^进度/ })
    const states: (unknown | undefined)[] = []
    for (let i = 0; i < 3; i++) {
      const before = router.state.location.searchStr
      fireEvent.click(screen.getByRole('button', { name: /^进度/ }))
      await waitFor(() => expect(router.state.location.searchStr).not.toBe(before))
      states.push((router.state.location.search as { sort?: string }).sort)
    }
    expect(button).toBeTruthy()
    expect(states).toEqual(['done', '-done', undefined])
  })

  test('arrow keys go from indicator to indicator', async () => {
    await show('/')
    await screen.findByRole('table', { name: '指标' })
    const [first, second] = document.querySelectorAll<HTMLElement>('.indicator-ledger .row-link')
    first?.focus()
    fireEvent.keyDown(first!, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second)
    fireEvent.keyDown(second!, { key: 'ArrowUp' })
    expect(document.activeElement).toBe(first)
  })

  test('tells on a click where a figure stands and how sure it is', async () => {
    await show('/')
    const known = samplePlanView.indicators.find((one) => one.latest)!
    const row = await screen.findByRole('row', { name: new RegExp(literally(known.name.zh)) })
    fireEvent.click(within(row).getByRole('button', { name: new RegExp(literally(`${known.name.zh}：最新数`)) }))
    const text = messages.zh
    await waitFor(() => {
      const shown = document.querySelector('.sourced')?.textContent ?? ''
      expect(shown).toContain(text.natures[known.latest!.nature])
      expect(shown).toContain(text.verified[known.latest!.citation.verified])
      expect(shown).toContain(known.latest!.citation.documentTitle.zh)
    })
  })
})

test('publishing is one button for those who may, and nothing for others', async () => {
  const draft = { ...samplePlanView, published: false }
  const path = `/api/regions/${region}/plans/${planId}`
  const withDraft = {
    ...answers,
    [`GET ${path}`]: { body: draft },
    [`PUT ${path}/publication`]: { body: {} },
  }
  const { sent } = await renderScreen(<PlanScreen region={region} plan={planId} />, {
    language: 'zh',
    answers: withDraft,
  })
  fireEvent.click(await screen.findByRole('button', { name: /公\s?布/ }))
  await waitFor(() =>
    expect(sent).toContainEqual({ method: 'PUT', path: `${path}/publication`, body: { published: true } }),
  )
  cleanup()
  const stranger = {
    body: {
      ...plannerSession.body,
      person: { regionId: 'stonebridge', grants: [{ role: 'planner', regionId: 'stonebridge' }] },
    },
  }
  await renderScreen(<PlanScreen region={region} plan={planId} />, {
    language: 'zh',
    answers: { ...withDraft, 'GET /api/accounts/session': stranger },
  })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByRole('button', { name: /公\s?布/ })).toBeNull()
})

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
