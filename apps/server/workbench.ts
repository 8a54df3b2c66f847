import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { defineRoute, type PageAnswer, type Route } from '@opensti/http'
import { notFound } from '@opensti/kernel'
import { z } from 'zod'

const dist = join(import.meta.dirname, '..', 'web', 'dist')

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Built files are read once at first use; their names carry their digest, so browsers may keep them for ever. */
const assets = new Map<string, Buffer>()

function asset(name: string): PageAnswer {
  // Only names found in the folder are read, so no address leads out of it; a new build beside a running server is found too.
  const folder = join(dist, 'assets')
  if (!assets.has(name) && existsSync(folder) && readdirSync(folder).includes(name)) {
    assets.set(name, readFileSync(join(folder, name)))
  }
  const body = assets.get(name)
  if (!body) throw notFound()
  return {
    body,
    contentType: types[extname(name)] ?? 'application/octet-stream',
    headers: { 'cache-control': 'public, max-age=31536000, immutable' },
  }
}

function shell(): PageAnswer {
  const path = join(dist, 'index.html')
  if (!existsSync(path)) {
    return {
      status: 503,
      contentType: 'text/plain; charset=utf-8',
      body: '工作台尚未构建，请用 npm start 启动。The workbench is not built; start with npm start.',
    }
  }
  return {
    body: readFileSync(path, 'utf8'),
    contentType: 'text/html; charset=utf-8',
    headers: { 'cache-control': 'no-cache' },
  }
}

const summary = { zh: '工作台', en: 'Workbench' }

/** The workbench is one page; its own router shows the screen that the address names. */
export const workbenchRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/workbench',
    action: 'house.asset.read',
    summary,
    answer: 'page',
    handle: async () => shell(),
  }),
  defineRoute({
    method: 'GET',
    url: '/workbench/assets/:file',
    action: 'house.asset.read',
    summary,
    params: z.object({ file: z.string().max(200) }),
    answer: 'page',
    handle: async ({ params }) => asset(params.file),
  }),
  defineRoute({
    method: 'GET',
    url: '/workbench/*',
    action: 'house.asset.read',
    summary,
    params: z.object({ '*': z.string().max(500) }),
    // The screens keep their filters in the address.
    query: z.record(z.string(), z.unknown()),
    answer: 'page',
    handle: async () => shell(),
  }),
]
