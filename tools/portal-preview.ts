/**
 * Writes every portal page from the sample views to var/preview, to look at without a server or a database.
 * `node tools/portal-preview.ts` writes; `--serve [port]` serves them as well.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { portalAssets } from '@opensti/ui/portal'
import { samplePages } from '../modules/plans/testing/sample-pages.ts'

const folder = 'var/preview'
mkdirSync(`${folder}/en`, { recursive: true })
const files = new Map<string, { contentType: string; body: string }>()
for (const language of ['zh', 'en'] as const) {
  for (const page of samplePages(language)) {
    const prefix = language === 'en' ? '/en' : ''
    files.set(`${prefix}/${page.name}.html`, { contentType: 'text/html; charset=utf-8', body: page.html })
    const address = new URL(`http://x${prefix}${page.path}`)
    if (!files.has(address.pathname + address.search)) {
      files.set(address.pathname + address.search, { contentType: 'text/html; charset=utf-8', body: page.html })
    }
    writeFileSync(`${folder}${prefix}/${page.name}.html`, page.html)
  }
}
for (const asset of Object.values(portalAssets)) {
  files.set(asset.path, asset)
  writeFileSync(`${folder}${asset.path}`, asset.body)
}
console.log(`${files.size} files in ${folder}`)

const serveAt = process.argv.indexOf('--serve')
if (serveAt > 0) {
  const port = Number(process.argv[serveAt + 1] ?? 4810)
  createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://x')
    const file = files.get(pathname + search) ?? files.get(pathname) ?? files.get(pathname.replace(/\/$/, ''))
    if (!file) return response.writeHead(404).end()
    const headers = {
      'content-type': file.contentType,
      'content-encoding': 'gzip',
      'cache-control': search.startsWith('?v=') ? 'max-age=31536000, immutable' : 'no-cache',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'",
    }
    response.writeHead(200, headers).end(gzipSync(file.body))
  }).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`))
}
