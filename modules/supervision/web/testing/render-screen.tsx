import { DesignStyle } from '@opensti/ui/workbench'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { App as AntApp } from 'antd'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { initReactI18next } from 'react-i18next'
import { supervisionWords } from '../words.ts'

/** What the simulated browser lacks and Ant Design asks for. */
function completeBrowser(): void {
  globalThis.matchMedia ??= (query: string) =>
    ({
      matches: /min-width/.test(query),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }) as unknown as MediaQueryList
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  globalThis.scrollTo = () => undefined
  Element.prototype.scrollIntoView ??= () => undefined
}

/** A request that a screen made, for tests that look at what was sent. */
export interface Sent {
  method: string
  path: string
  body: unknown
}

export type Answer = { status?: number; body: unknown } | ((sent: Sent) => { status?: number; body: unknown })

/** Shows a screen as the workbench does. The server's answers are given by `METHOD path`; anything else answers 404. */
export async function renderScreen(
  screen: ReactNode,
  { language = 'zh', answers }: { language?: 'zh' | 'en'; answers: Record<string, Answer> },
) {
  completeBrowser()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { zh: { supervision: supervisionWords.zh }, en: { supervision: supervisionWords.en } },
    interpolation: { escapeValue: false },
  })
  const sent: Sent[] = []
  globalThis.fetch = (async (input: string, init?: RequestInit) => {
    const one: Sent = {
      method: init?.method ?? 'GET',
      path: input,
      body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
    }
    sent.push(one)
    const known = answers[`${one.method} ${one.path}`]
    const answer = typeof known === 'function' ? known(one) : (known ?? { status: 404, body: notThere })
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  }) as typeof fetch
  const root = createRootRoute({ component: () => screen })
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) })
  await router.load()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const shown = render(
    <QueryClientProvider client={client}>
      <DesignStyle />
      <AntApp>
        <RouterProvider router={router as never} />
      </AntApp>
    </QueryClientProvider>,
  )
  return { ...shown, sent }
}

const notThere = { status: 404, code: 'not_found', text: { zh: '没有找到。', en: 'Not found.' } }
