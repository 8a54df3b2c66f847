import type { Answer } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { BriefScreen } from './brief/BriefScreen.tsx'
import { EvaluationScreen } from './exercise/EvaluationScreen.tsx'
import { filterLines } from './exercise/filter-lines.ts'
import { EvaluationsScreen } from './list/EvaluationsScreen.tsx'
import { SheetScreen } from './sheet/SheetScreen.tsx'
import { renderScreen } from './testing/render-screen.ts'
import {
  concludedEvaluation,
  draftedBriefs,
  issuedBriefs,
  reviewedEvaluation,
  sampleEvaluation,
  sampleList,
  sampleSession,
  shapedEvaluation,
} from './testing/sample-views.ts'
import { evaluationWords } from './words.ts'

const all = [sampleEvaluation, concludedEvaluation, shapedEvaluation, reviewedEvaluation]
const answers: Record<string, Answer> = {
  'GET /api/accounts/session': sampleSession,
  'GET /api/accounts/units?region=yunxi': { body: { units: [] } },
  'GET /api/regions/yunxi/evaluations': { body: sampleList },
  'GET /api/regions/yunxi/periods/2026-Q3/briefs': { body: issuedBriefs },
  'GET /api/regions/yunxi/periods/2026-Q2/briefs': { body: draftedBriefs },
  'GET /api/regions/yunxi/periods/1999/briefs': { body: { ...draftedBriefs, draft: null, mayIssue: false } },
  ...Object.fromEntries(all.map((view) => [`GET /api/evaluations/${view.id}`, { body: view }])),
}
const screens: [string, ReactNode][] = [
  ['the list', <EvaluationsScreen key="1" />],
  ['an evaluation', <EvaluationScreen key="2" id={sampleEvaluation.id} />],
  ['a concluded one', <EvaluationScreen key="3" id={concludedEvaluation.id} />],
  ['one being prepared', <EvaluationScreen key="4" id={shapedEvaluation.id} />],
  ['one in supervision’s hands', <EvaluationScreen key="5" id={reviewedEvaluation.id} />],
  ['a sheet', <SheetScreen key="6" id={sampleEvaluation.id} unit="science" />],
  ['an issued brief', <BriefScreen key="8" region="yunxi" period="2026-Q3" />],
  ['a brief that is a draft', <BriefScreen key="9" region="yunxi" period="2026-Q2" />],
  ['a brief of a year without a plan', <BriefScreen key="10" region="yunxi" period="1999" />],
  ['a sheet handed in', <SheetScreen key="7" id={concludedEvaluation.id} unit="science" />],
]

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)(
    '%s misses no word and is accessible',
    async (_name, element) => {
      const { container } = await renderScreen(element, { language, answers })
      await screen.findByRole('heading', { level: 1 })
      await waitFor(() => expect(container.querySelector('.ant-skeleton')).toBeNull())
      const words = container.textContent ?? ''
      expect(words).not.toMatch(/undefined|NaN|\[object|Infinity|\{\{/)
      const groups = Object.keys(evaluationWords.zh).join('|')
      expect(words).not.toMatch(new RegExp(`\\b(${groups})\\.[a-z][A-Za-z]+\\b`))
      const { violations } = await axe.run(container, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      })
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    },
    20_000,
  )
})

test('what a unit types is sent by itself, with the number it saw', async () => {
  const path = `/api/evaluations/${sampleEvaluation.id}/sheets/science`
  const { sent } = await renderScreen(<SheetScreen id={sampleEvaluation.id} unit="science" />, {
    answers: { ...answers, [`PUT ${path}`]: { body: sampleEvaluation } },
  })
  const [first] = await screen.findAllByPlaceholderText('进展、依据；滞后的写明原因')
  fireEvent.change(first!, { target: { value: '已完成，附公报' } })
  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true), { timeout: 4000 })
  const put = sent.find(({ method }) => method === 'PUT')
  expect(put?.body).toEqual({
    lines: [{ lineId: sampleEvaluation.lines[0]?.id, seen: 1, standing: 'done', words: '已完成，附公报' }],
  })
}, 20_000)

test('lines are narrowed to those that differ, are missing or in trouble', () => {
  const codes = (wish: Parameters<typeof filterLines>[1]) =>
    filterLines(sampleEvaluation.lines, wish, null).map((line) => line.code)
  expect(codes('differs')).toEqual(['rd-intensity'])
  expect(codes('missingReview')).toEqual(['t-1'])
  expect(codes('troubled')).toEqual(['rd-intensity'])
  expect(filterLines(sampleEvaluation.lines, 'all', 'yunxi/other')).toEqual([])
})

test('a brief is issued as it was seen, after one question', async () => {
  const path = '/api/regions/yunxi/periods/2026-Q2/briefs'
  const { sent } = await renderScreen(<BriefScreen region="yunxi" period="2026-Q2" />, {
    answers: { ...answers, [`POST ${path}`]: { body: issuedBriefs } },
  })
  fireEvent.click(await screen.findByRole('button', { name: '签发专报' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: '签发专报' }))
  await screen.findByText('第1次签发')
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ seen: draftedBriefs.draft?.digest })
})
