import { type Answer, renderScreen as render, type Shown } from '@opensti/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { accountsWords } from '../words.ts'
import { NoticesScreen } from './NoticesScreen.tsx'

const at = '2028-05-16T02:00:00.000Z'
const notice = (id: string, seenAt: string | null) => ({
  id,
  kind: 'trial.tea-ready',
  text: { zh: `第${id}杯茶好了`, en: `Tea ${id} is ready` },
  link: '/reporting',
  madeAt: at,
  seenAt,
})
const answers: Record<string, Answer> = {
  'GET /api/accounts/own/notices': { body: { notices: [notice('9', null), notice('8', at)], unseen: 1, next: null } },
  'GET /api/accounts/own/notices?unseen=true': { body: { notices: [notice('9', null)], unseen: 1, next: null } },
  'POST /api/accounts/own/notices/seen': { status: 204, body: null },
  'GET /api/accounts/own/notice-choices': {
    body: {
      officePhone: null,
      mailAddress: 'mei@lakeside.example',
      lettersReachPeople: true,
      kinds: [{ kind: 'trial.tea-ready', name: { zh: '茶好了', en: 'Tea is ready' }, byMail: true }],
    },
  },
  'PUT /api/accounts/own/notice-choices': { status: 204, body: null },
}
const renderScreen = (shown: ReactNode, how: Shown) => render(shown, { accounts: accountsWords }, how)
afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('the screen misses no word and is accessible', async () => {
    const { container } = await renderScreen(<NoticesScreen />, { language, answers })
    await screen.findByText(language === 'zh' ? '第9杯茶好了' : 'Tea 9 is ready')
    await screen.findByRole('switch')
    expect(container.textContent).not.toMatch(/undefined|NaN|\[object|\{\{|\bnotices\.[a-z]/)
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('one is marked as seen by itself, all up to the newest that stands there', async () => {
  const { sent } = await renderScreen(<NoticesScreen />, { answers })
  const posts = () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body)
  fireEvent.click(await screen.findByRole('button', { name: '标为已看' }))
  await waitFor(() => expect(posts()).toEqual([{ only: '9' }]))
  fireEvent.click(screen.getByRole('button', { name: '全部标为已看' }))
  await waitFor(() => expect(posts()).toEqual([{ only: '9' }, { upTo: '9' }]))
})

test('she chooses which kinds come by e-mail', async () => {
  const { sent } = await renderScreen(<NoticesScreen />, { answers })
  fireEvent.click(await screen.findByRole('switch', { name: '茶好了' }))
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      kinds: [{ kind: 'trial.tea-ready', byMail: false }],
    }),
  )
})
