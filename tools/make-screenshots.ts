/**
 * Makes docs/images from the running product on a fresh database: `node tools/make-screenshots.ts`.
 * Needs Chromium (CHROMIUM_PATH, or where the journeys look for it) and the built workbench.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { chromiumPath, startHouse } from '../tests/journeys/harness.ts'

const root = join(import.meta.dirname, '..')
const images = join(root, 'docs', 'images')
const bytesMax = 250_000

if (!chromiumPath) {
  process.stderr.write('No Chromium here. Install it, or set CHROMIUM_PATH.\n')
  process.exit(1)
}

const house = await startHouse()
try {
  const wide = { width: 1280, height: 800 }
  const reader = await house.newDesk(wide)
  await capture(reader, 'home', '/')
  await capture(reader, 'region', '/regions/guangzhou')
  await capture(reader, 'plan', '/regions/lakeside/plans/lakeside-2026-2030')
  await capture(reader, 'indicator', '/regions/guangzhou/indicators/high-tech-enterprises')
  const phone = await house.newDesk({ width: 390, height: 780 })
  await capture(phone, 'phone', '/regions/lakeside/plans/lakeside-2026-2030')

  const planner = await house.newDesk(wide)
  await house.signIn(planner, 'chen.mei')
  await planner.goto('/workbench/readings')
  await planner.getByRole('button', { name: '开始读一份文件' }).click()
  await planner
    .locator('input[type=file]')
    .setInputFiles(join(root, 'regions', 'lakeside', 'sources', 'work-report-2025.txt'))
  await planner
    .getByRole('button', { name: /^读\s?取$|开始读|^读\s?文件$/ })
    .last()
    .click()
  await planner.waitForURL(/\/readings\/[0-9a-f-]{36}/)
  await planner.locator('.candidate').first().waitFor()
  for (let step = 0; step < 4; step += 1) await planner.keyboard.press('j')
  await capture(planner, 'reading')

  const auditor = await house.newDesk(wide)
  await house.signIn(auditor, 'tang.wen')
  await auditor.goto('/workbench/audit')
  await auditor.locator('.ant-table-row').first().waitFor()
  await capture(auditor, 'audit')
} finally {
  await house.stop()
}

/** The part of the page that a person sees first, with small fonts rendered as on screen. */
async function capture(page: Page, name: string, address?: string): Promise<void> {
  if (address) {
    const answer = await page.goto(address)
    if (!answer?.ok()) throw new Error(`${address} was answered with ${answer?.status()}.`)
  }
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(500)
  const path = join(images, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled' })
  const { size } = statSync(path)
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB\n`)
  if (size > bytesMax) throw new Error(`${name}.png has ${size} bytes; keep pictures below ${bytesMax}.`)
}
