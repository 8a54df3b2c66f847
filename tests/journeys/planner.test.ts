import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

const report = join(import.meta.dirname, '..', '..', 'regions', 'lakeside', 'sources', 'work-report-2025.txt')

/** The planner reads the city's work report into its plan; the public finds the figure and where it is written. */
describe.skipIf(!chromiumPath)(`a planner reads a document and the public sees it${whyNotRun}`, () => {
  let house: House
  let desk: Page

  beforeAll(async () => {
    house = await startHouse()
    desk = await house.newDesk()
    await house.signIn(desk, 'chen.mei')
  }, 60_000)
  afterAll(() => house.stop())

  it('she gives the file and sees what was found in it', async () => {
    await desk.goto('/workbench/readings')
    await desk.getByRole('button', { name: '开始读一份文件' }).click()
    await desk.locator('input[type=file]').setInputFiles(report)
    await desk
      .getByRole('button', { name: /^读\s?取$|开始读|^读\s?文件$/ })
      .last()
      .click()
    await desk.waitForURL(/\/readings\/[0-9a-f-]{36}/)
    await desk.locator('.candidate').first().waitFor()
    // A long list is drawn as one comes to it; how long it is stands above it.
    await desk.getByRole('tab', { name: /找到的内容 [1-9]\d\d/ }).waitFor()
    expect(await desk.locator('.candidate').count()).toBeGreaterThan(20)
    expect(await desk.locator('.mark').count()).toBeGreaterThan(100)
  }, 60_000)

  it('she accepts, rejects and undoes without leaving the keyboard', async () => {
    const accepted = () => desk.locator('.candidate-accepted').count()
    const total = await desk.locator('.candidate').count()
    await desk.keyboard.press('j')
    await desk.locator('.candidate-selected').waitFor()
    const rejected = (count: number) =>
      expect
        .poll(() => desk.locator('.found').textContent(), { timeout: 15_000 })
        .toMatch(new RegExp(`已排除\\s*${count}(?!\\d)`))
    await desk.keyboard.press('x')
    await rejected(1)
    await desk.keyboard.press('z')
    await rejected(0)
    expect(await desk.locator('.candidate').count()).toBe(total)
    expect(await accepted()).toBe(0)
  }, 60_000)

  it('what she is sure of goes in together, the plan shows it at once, the public not yet', async () => {
    await desk.getByRole('button', { name: /有把握/ }).click()
    await expect.poll(() => desk.locator('.found').textContent(), { timeout: 20_000 }).toMatch(/已确认\s*[1-9]/)
    const href = await desk.locator('.page-head a[href*="/plans/"]').first().getAttribute('href')
    const address = (href ?? '').replace(/^.*\/workbench/, '')
    const shown = await desk.request.get(`/api${address}`)
    expect(((await shown.json()) as { indicators: unknown[] }).indicators.length).toBeGreaterThan(0)
    const stranger = await house.newDesk()
    expect((await stranger.goto(address))?.status()).toBe(404)
  }, 60_000)

  it('after publishing, anyone finds the figure, its document and the very place', async () => {
    await desk
      .locator('.page-head')
      .getByRole('button', { name: /公布|发布/ })
      .click()
    const stranger = await house.newDesk()
    const title = readFileSync(report, 'utf8').split('\n')[0]?.trim().slice(0, 8) ?? ''
    await expect
      .poll(async () => {
        await stranger.goto(`/search?q=${encodeURIComponent(title)}`)
        return stranger.locator('main a[href^="/documents/lakeside-read-"]').count()
      })
      .toBeGreaterThan(0)
    await stranger.locator('main a[href^="/documents/lakeside-read-"]').first().click()
    const facts = stranger.locator('main a[href*="/indicators/"]')
    expect(await facts.count()).toBeGreaterThan(0)
    await facts.first().click()
    expect(await stranger.locator('main').textContent()).toContain(title)
  }, 60_000)

  it('two people on one document: the slower one is told and loses nothing', async () => {
    const other = await house.newDesk()
    await house.signIn(other, 'chen.mei')
    const readings = (await (await other.request.get('/api/readings')).json()) as { readings: { id: string }[] }
    const id = readings.readings[0]?.id
    const view = (await (await other.request.get(`/api/readings/${id}`)).json()) as {
      candidates: { id: string; state: string; version: number }[]
    }
    const one = view.candidates.find((candidate) => candidate.state === 'open')
    const decision = { candidateId: one?.id, version: one?.version }
    const decide = (verb: string) =>
      other.request.post(`/api/readings/${id}/decisions`, { data: { decisions: [{ ...decision, verb }] } })
    const [first, second] = await Promise.all([decide('reject'), decide('reject')])
    expect([first.status(), second.status()].sort()).toEqual([200, 409])
    const loser = first.status() === 409 ? first : second
    expect(await loser.json()).toMatchObject({ code: 'overtaken' })
  }, 60_000)
})
