import type { Answer } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { ReleasesScreen } from './list/ReleasesScreen.tsx'
import { ProposeScreen } from './propose/ProposeScreen.tsx'
import { emptyWords, wishOf } from './propose/typed.ts'
import { ReleaseScreen } from './release/ReleaseScreen.tsx'
import { renderScreen } from './testing/render-screen.ts'
import { sampleDraft, sampleFigures, sampleRelease, sampleSession, sampleSummary } from './testing/sample-views.ts'

const draftPath = '/api/regions/yunxi/releases/draft'
const path = `/api/releases/${sampleRelease.id}`
const answers: Record<string, Answer> = {
  'GET /api/accounts/session': sampleSession,
  'GET /api/regions/yunxi/releases': {
    body: { releases: [sampleSummary], serverTime: sampleRelease.serverTime },
  },
  [`GET ${draftPath}`]: { body: sampleDraft },
  [`GET ${draftPath}?cycle=quarterly&period=2028-Q1`]: { body: { ...sampleDraft, figures: sampleFigures } },
  [`GET ${path}`]: { body: sampleRelease },
}
const screens: [string, ReactNode][] = [
  ['the list', <ReleasesScreen key="1" />],
  ['proposing', <ProposeScreen key="2" />],
  ['a release', <ReleaseScreen key="3" id={sampleRelease.id} />],
]

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)('%s misses no word and is accessible', async (_name, element) => {
    const { container } = await renderScreen(element, { language, answers })
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(container.querySelector('.ant-skeleton')).toBeNull())
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|Infinity|\{\{/)
    expect(words).not.toMatch(/\b(list|columns|figure|natures|kinds|propose|gate|release|act)\.[a-z][A-Za-z]+\b/)
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('a release shows what the portal has now beside what it will have, and why', async () => {
  await renderScreen(<ReleaseScreen id={sampleRelease.id} />, { answers })
  const row = await screen.findByRole('row', { name: /实验室/ })
  expect(row.textContent).toMatch(/14.*12.*更正原因：核减两家/)
  expect(screen.getByText('拟定时的说明：办公电话')).toBeDefined()
})

test('approving sends the version that was seen', async () => {
  const { sent } = await renderScreen(<ReleaseScreen id={sampleRelease.id} />, {
    answers: { ...answers, [`POST ${path}/decision`]: { body: { ...sampleRelease, state: 'approved', version: 1 } } },
  })
  fireEvent.click(await screen.findByRole('button', { name: /^批\s?准$/ }))
  const [, confirm] = await screen.findAllByRole('button', { name: /^批\s?准$/ })
  fireEvent.click(confirm!)
  await waitFor(() =>
    expect(sent.find((one) => one.method === 'POST')).toMatchObject({
      body: { verb: 'approve', version: 0, text: null },
    }),
  )
})

test('what is left back, and reasons for what is no longer found, do not go along', () => {
  const typed = {
    ...emptyWords,
    titleZh: ' 数据 ',
    left: new Set(['a']),
    reasons: { 'note.zh landline': '办公电话', 'title.zh mobile': '旧理由' },
  }
  expect(wishOf(typed, { cycle: 'c', period: '2028-Q1' }, ['note.zh landline'])).toEqual({
    cycle: 'c',
    period: '2028-Q1',
    leaveOut: ['a'],
    papers: [],
    title: { zh: '数据', en: null },
    note: null,
    embargoAt: null,
    doubts: [{ place: 'note.zh', kind: 'landline', reason: '办公电话' }],
  })
})
