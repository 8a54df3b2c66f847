/**
 * Runs before `npm start`, `npm test` and `npm run opensti`, on whatever Node the machine has (20 or newer), and makes
 * ready what they need. Plain JavaScript and no packages, because neither Node 24 nor node_modules may be there yet.
 * Says nothing and takes about 0.1 s when all is in place. Writes to stderr only: stdout belongs to the command.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepareBrowser } from './bootstrap/browser.mjs'
import { buildWeb } from './bootstrap/build-web.mjs'
import { installPackages } from './bootstrap/install.mjs'
import { findNode24 } from './bootstrap/node24.mjs'
import { Advice, say } from './bootstrap/say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const purpose = process.argv[2] ?? 'start'

try {
  await installPackages(root)
  const node = findNode24(root)
  if (purpose !== 'cli') await buildWeb(root, node)
  if (purpose === 'test') await prepareBrowser()
} catch (error) {
  if (!(error instanceof Advice)) throw error
  say(error.message)
  process.exitCode = 1
}
