import type { Answer } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { ItemScreen } from './item/ItemScreen.tsx'
import { ItemsScreen } from './list/ItemsScreen.tsx'
import { renderScreen } from './testing/render-screen.ts'
import { closedItem, overdueItem, sampleItem, sampleSession } from './testing/sample-views.ts'

const path = `/api/items/${sampleItem.id}`
const answers: Record<string, Answer> = {
  'GET /api/accounts/session': sampleSession,
  'GET /api/regions/yunxi/items': {
    body: {
      items: [closedItem, overdueItem],
      counts: { overdue: 1, 'due-soon': 0, 'in-time': 0, ended: 1 },
      next: null,
      units: [overdueItem.leadUnit],
    },
  },
  [`GET ${path}`]: { body: sampleItem },
}
const screens: [string, ReactNode][] = [
  ['the list', <ItemsScreen key="1" />],
  ['an item', <ItemScreen key="2" id={sampleItem.id} />],
]

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)('%s misses no word and is accessible', async (_name, element) => {
    const { container } = await renderScreen(element, { language, answers })
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(container.querySelector('.ant-skeleton')).toBeNull())
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|Infinity|\{\{/)
    expect(words).not.toMatch(
      /\b(list|columns|light|source|rung|due|item|steps|evidence|extensions|deed)\.[a-z][A-Za-z]+\b/,
    )
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('the overdue stand first and say by how much and who knows', async () => {
  await renderScreen(<ItemsScreen />, { answers })
  const [first, last] = await screen.findAllByRole('table')
  expect(first?.textContent).toMatch(/逾期 6 个工作日.*已报到督查室/)
  expect(first?.textContent).toContain('原定 2028年4月10日')
  expect(first?.textContent).toContain('申请延期，待答复')
  expect(last?.textContent).toContain('已销号')
})

test('the address says what the list is narrowed to, and more is asked for page by page', async () => {
  const page = { items: [overdueItem], counts: { overdue: 2, 'due-soon': 0, 'in-time': 0, ended: 0 }, units: [] }
  const path = '/api/regions/yunxi/items?light=overdue'
  const { sent } = await renderScreen(<ItemsScreen />, {
    address: '/?light=overdue&source=no-such-source',
    answers: {
      ...answers,
      [`GET ${path}`]: { body: { ...page, next: 1 } },
      [`GET ${path}&from=1`]: {
        body: { ...page, items: [{ ...overdueItem, id: closedItem.id, title: '另一件' }], next: null },
      },
    },
  })
  fireEvent.click(await screen.findByRole('button', { name: /再显示一些（已显示1件）/ }))
  expect(await screen.findByText('另一件')).toBeDefined()
  expect(screen.queryByRole('button', { name: /再显示一些/ })).toBeNull()
  expect(sent.filter(({ path: asked }) => asked.includes('/items')).map(({ path: asked }) => asked)).toEqual([
    path,
    `${path}&from=1`,
  ])
})

test('refusing more time wants a reason, and sends the number that was asked', async () => {
  const { sent } = await renderScreen(<ItemScreen id={sampleItem.id} />, {
    answers: { ...answers, [`POST ${path}/extensions/answer`]: { body: { ...sampleItem, extensions: [] } } },
  })
  fireEvent.click(await screen.findByRole('button', { name: '不同意' }))
  const dialog = await screen.findByRole('dialog')
  const ok = within(dialog).getByRole<HTMLButtonElement>('button', { name: '不同意' })
  expect(ok.disabled).toBe(true)
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '请按期办理' } })
  fireEvent.click(ok)
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      number: 0,
      answer: 'refused',
      reason: '请按期办理',
    }),
  )
})

test('only what she may do is a button', async () => {
  await renderScreen(<ItemScreen id={sampleItem.id} />, { answers })
  await screen.findByRole('button', { name: /撤\s?销/ })
  for (const name of ['报进展', '申请销号', '上传材料', '申请延期'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})
