import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { readConfig } from '../../apps/server/config.ts'
import { demonstrationPassword } from '../../apps/server/demonstration.ts'
import { type Product, startProduct } from '../../apps/server/start-product.ts'
import { copyPreparedHouse } from '../harness/prepared-house.ts'

const places = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is; undefined when this machine has none, and then journeys are not run. */
export const chromiumPath: string | undefined = places.find((path) => path !== undefined && existsSync(path))

/** For the name of a suite, so that a journey that was left out says so. */
export const whyNotRun = chromiumPath ? '' : ' (not run: no Chromium here; set CHROMIUM_PATH)'

export interface House {
  url: string
  browser: Browser
  product: Product
  /** Where letters lie, among other things. */
  dataDir: string
  /** A page in a browser of its own: nothing is shared with other pages, as for another person at another desk. */
  newDesk(options?: { width?: number; height?: number; language?: 'zh' | 'en' }): Promise<Page>
  /** Signs in through the screen, as people do, and waits until the workbench stands. */
  signIn(page: Page, name: string, password?: string): Promise<void>
  stop(): Promise<void>
}

/**
 * The real product on a database of its own, as a first start leaves it, and a free port, with a real browser. Once per
 * file, in `beforeAll`; with further settings of an operator.
 */
export async function startHouse(env: Record<string, string> = {}): Promise<House> {
  if (!existsSync(join(import.meta.dirname, '..', '..', 'apps', 'web', 'dist', 'index.html'))) {
    throw new Error('The workbench is not built. Run "npm run build", or "npm test", which builds it first.')
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'opensti-journey-'))
  await copyPreparedHouse(dataDir)
  const config = readConfig({ PORT: '0', OPENSTI_DATA: dataDir, LOG_LEVEL: 'error', ...env })
  const product = await startProduct(config, () => undefined)
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  return {
    url: product.url,
    browser,
    product,
    dataDir,
    newDesk: (options) => newDesk(browser, product.url, options),
    signIn,
    stop: async () => {
      await browser.close()
      await product.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function newDesk(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, language = 'zh' }: { width?: number; height?: number; language?: 'zh' | 'en' } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height }, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('opensti.language', chosen), language)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

async function signIn(page: Page, name: string, password = demonstrationPassword): Promise<void> {
  await page.goto('/workbench/sign-in')
  await page.locator('input[autocomplete=username]').fill(name)
  await page.locator('input[autocomplete=current-password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'))
  await page.locator('#content').waitFor()
}
