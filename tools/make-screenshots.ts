/**
 * Makes docs/images from the running product on a fresh database: `node tools/make-screenshots.ts`.
 * Needs Chromium (CHROMIUM_PATH, or where the journeys look for it) and the built workbench.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
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

  await capture(planner, 'release', await firstOf(planner, '/workbench/publication', '/publication/releases/'))
  const brief = await planner.request.get('/api/regions/lakeside/periods/2026-Q3/brief?format=pdf')
  keep('brief', await firstPage(await brief.body()))

  await captureAs('lin.yuan', 'return', '/workbench/reporting', '/reporting/returns/')
  await captureAs('gao.yuan', 'assessment', '/workbench/assessment', '/assessment/')
  await captureAs('jiang.he', 'dashboard', '/workbench/dashboard')
} finally {
  await house.stop()
}

async function captureAs(person: string, name: string, address: string, follow?: string): Promise<void> {
  const desk = await house.newDesk({ width: 1280, height: 800 })
  await house.signIn(desk, person)
  await capture(desk, name, follow ? await firstOf(desk, address, follow) : address)
}

/** The first link of a list that leads to one of its things. */
async function firstOf(page: Page, list: string, thing: string): Promise<string> {
  await page.goto(list)
  const link = page.locator(`main a[href*="${thing}"]`).first()
  const address = await link.getAttribute('href')
  if (!address) throw new Error(`${list} leads to nothing at ${thing}.`)
  return address
}

/** A PDF's first page as a picture. */
async function firstPage(pdf: Buffer): Promise<Buffer> {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise
  const page = await document.getPage(1)
  const viewport = page.getViewport({ scale: 1.3 })
  // pdfjs leaves the type of its factory open.
  const factory = document.canvasFactory as {
    create(width: number, height: number): { canvas: { encode(format: 'png'): Promise<Buffer> } }
  }
  const { canvas } = factory.create(viewport.width, viewport.height)
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
  return canvas.encode('png')
}

/** The part of the page that a person sees first, with small fonts rendered as on screen. */
async function capture(page: Page, name: string, address?: string): Promise<void> {
  if (address) {
    const answer = await page.goto(address)
    if (!answer?.ok()) throw new Error(`${address} was answered with ${answer?.status()}.`)
    await page.waitForLoadState('networkidle')
  }
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(500)
  keep(name, await page.screenshot({ animations: 'disabled' }))
}

function keep(name: string, picture: Buffer): void {
  writeFileSync(join(images, `${name}.png`), picture)
  const size = picture.length
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB\n`)
  if (size > bytesMax) throw new Error(`${name}.png has ${size} bytes; keep pictures below ${bytesMax}.`)
}
