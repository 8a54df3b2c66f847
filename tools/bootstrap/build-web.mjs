import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Advice, runVisibly } from './say.mjs'

const sources = ['apps/web', 'lib/kernel', 'lib/ui', 'modules']
const skipped = new Set(['dist', 'generated', 'migrations', 'node_modules', 'server', 'testing'])

/** Builds the browser's part when its sources are not those of the last build. @param {string} root @param {string} node */
export async function buildWeb(root, node) {
  if (!existsSync(join(root, 'apps/web/index.html'))) return
  const stamp = join(root, 'apps/web/dist/.sources')
  const now = digestSources(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  const args = ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn']
  if (!(await runVisibly('Building the pages', node, args, { cwd: root }))) {
    throw new Advice('The pages could not be built; Vite says why above. Nothing was started.')
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

/** Names, sizes and times, not contents: quick, and at worst builds once too often. */
function digestSources(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) walk(path)
      } else if (!/\.(test|stories)\.tsx?$|\.md$/.test(entry.name)) add(path)
    }
  }
  for (const folder of sources) if (existsSync(join(root, folder))) walk(folder)
  add('package-lock.json')
  return hash.digest('hex')
}
