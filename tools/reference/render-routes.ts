import type { Route } from '@opensti/http'
import { table, written } from './markdown.ts'

/** Every address of the house: the API first, then the pages. */
export function renderRoutes(routes: readonly Route[]): string {
  const [api, pages] = [true, false].map((wanted) => routes.filter((route) => route.url.startsWith('/api/') === wanted))
  return `${written('the route lists that the server runs')}

# Routes

Shapes of messages stand in \`/api/openapi.json\` of a running server; uploads and pages are left out there. Errors have one shape,
\`application/problem+json\` (RFC 9457). A portal page stands at its Chinese address and, below \`/en\`, at its English one.

Besides these: \`GET /health/live\`, \`GET /health/ready\`, \`GET /api/openapi.json\` for everyone, \`GET /metrics\` from the machine itself.

## API

${list(api ?? [])}

## Pages

${list(pages ?? [])}
`
}

function list(routes: readonly Route[]): string {
  const sorted = [...routes].sort((a, b) => compare(a.url, b.url) || compare(a.method, b.method))
  return table(
    ['Method', 'Address', 'Action', 'What it is'],
    sorted.map((route) => [
      route.method,
      `\`${route.url}\``,
      `\`${route.action}\``,
      `${route.summary.zh} ${route.summary.en}`,
    ]),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
