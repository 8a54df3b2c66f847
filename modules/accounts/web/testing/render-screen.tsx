import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { cleanup, configure, render } from '@testing-library/react'
import { App, ConfigProvider } from 'antd'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { initReactI18next } from 'react-i18next'
import { afterEach, vi } from 'vitest'
import { accountsWords } from '../words.ts'

void i18next.use(initReactI18next).init({
  lng: 'zh',
  resources: { zh: { accounts: accountsWords.zh }, en: { accounts: accountsWords.en } },
  interpolation: { escapeValue: false },
})
// A busy machine draws slowly.
configure({ asyncUtilTimeout: 10_000 })
// What antd asks of a browser and the simulated one does not have: a wide window whose size never changes.
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: media.includes('min-width'),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))
vi.stubGlobal('scrollTo', () => undefined)
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)
afterEach(cleanup)

/** What the server would say to a request, by "METHOD path"; the body alone means 200. */
export type Answers = Record<string, (body: unknown) => { status: number; body: unknown }>

export interface Asked {
  request: string
  body: unknown
}

/** Shows a screen as the workbench does, with answers in place of the server. Whatever has no answer is refused with 404. */
export function renderScreen(screen: ReactNode, answers: Answers, address = '/') {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: { method: string; body?: string }) => {
    const request = `${init.method} ${path}`
    const body: unknown = init.body === undefined ? null : JSON.parse(init.body)
    asked.push({ request, body })
    const answer = answers[request]?.(body) ?? { status: 404, body: null }
    return new Response(answer.body === null ? null : JSON.stringify(answer.body), { status: answer.status })
  })
  const root = createRootRoute()
  const any = createRoute({ getParentRoute: () => root, path: '$', component: () => screen })
  const router = createRouter({
    routeTree: root.addChildren([any]),
    history: createMemoryHistory({ initialEntries: [address] }),
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <ConfigProvider button={{ autoInsertSpace: false }} theme={{ token: { motion: false } }}>
        <App>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  )
  return { asked, place: () => router.state.location.href }
}

export const answer = (body: unknown, status = 200) => ({ status, body })

/** A refusal in the one shape of the house. */
export function refusal(status: number, code: string, zh: string, remedy: string) {
  return { status, body: { status, code, text: { zh, en: code }, remedy: { zh: remedy, en: code }, requestId: '1' } }
}
