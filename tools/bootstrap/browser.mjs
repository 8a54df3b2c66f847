import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runVisibly, say } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const fontFolders = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk', '/usr/share/fonts/google-noto-cjk']

/** Tests look at pages in a real browser, with a real Chinese font. Installs both on Debian as root, else says how. */
export async function prepareBrowser() {
  if (process.platform !== 'linux') return
  const missing = [...(hasBrowser() ? [] : ['chromium']), ...(hasFont() ? [] : ['fonts-noto-cjk'])]
  if (missing.length === 0) return
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await runVisibly('Asking for the list of system packages', 'apt-get', ['update', '-qq'], { env })
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...missing]
    if (await runVisibly(`Installing ${missing.join(' and ')}`, 'apt-get', args, { env })) return
  }
  say(
    `Tests in a browser will not run: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing. On Debian: sudo apt-get install ${missing.join(' ')}. A browser elsewhere: CHROMIUM_PATH=/path/to/it.`,
  )
}

function hasBrowser() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH)
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))))
}

function hasFont() {
  return fontFolders.some(
    (folder) => existsSync(folder) && readdirSync(folder).some((name) => /NotoS\w+CJK/.test(name)),
  )
}
