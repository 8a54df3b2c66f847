import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { configure, render } from '@testing-library/react'
import { App as AntApp } from 'antd'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { initReactI18next } from 'react-i18next'
import { DesignStyle } from '../workbench/index.ts'

// A busy machine draws slowly.
configure({ asyncUtilTimeout: 10_000 })

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

export interface Shown {
  language?: 'zh' | 'en'
  /** What the server says, by `METHOD path`; whatever else is asked for answers 404 in the house's error shape. */
  answers: Record<string, Answer>
  address?: string
}

/** Words of modules, by their name, in both languages. */
export type ScreenWords = Record<string, { zh: object; en: object }>

/** Shows a screen as the workbench does, with the words of its module. */
export async function renderScreen(
  screen: ReactNode,
  words: ScreenWords,
  { language = 'zh', answers, address = '/' }: Shown,
) {
  completeBrowser()
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { zh: inLanguage(words, 'zh'), en: inLanguage(words, 'en') },
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
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: [address] }) })
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
  return { ...shown, sent, router }
}

function inLanguage(words: ScreenWords, language: 'zh' | 'en'): Record<string, object> {
  return Object.fromEntries(Object.entries(words).map(([module, both]) => [module, both[language]]))
}

const notThere = { status: 404, code: 'not_found', text: { zh: '没有找到。', en: 'Not found.' } }
