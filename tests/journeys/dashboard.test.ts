import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

/** A head looks at what is red, and goes from there to the papers in at most four clicks. */
describe.skipIf(!chromiumPath)(`a head’s dashboard${whyNotRun}`, () => {
  let house: House
  let head: Page

  const at = (pattern: RegExp) => head.waitForURL(pattern)
  const red = () => head.locator('.dash-row.dash-red')

  beforeAll(async () => {
    house = await startHouse()
    head = await house.newDesk()
    await house.signIn(head, 'jiang.he')
  }, 120_000)
  afterAll(() => house.stop())

  it('stands on one screen: what is red, why, who, since when, what it needs', async () => {
    await head.goto('/workbench')
    await head.getByRole('link', { name: '领导看板' }).click()
    await red().first().waitFor()
    const first = red().first()
    await expect.poll(() => first.textContent()).toMatch(/此时应到.+目标.+还差/)
    const text = (await first.textContent()) ?? ''
    expect(text).toMatch(/2026年.*起/)
    expect(text).toMatch(/陆凯|周国梁/)
    expect(text).toMatch(/措施|过问|补报/)
    const box = await head.locator('.dash').boundingBox()
    expect(box!.y + box!.height).toBeLessThanOrEqual(900)
  }, 60_000)

  it('leads from a red indicator to the unit, the task and the evidence in four clicks', async () => {
    await head.goto('/workbench')
    let clicks = 0
    const click = async (link: Locator, leadsTo: RegExp) => {
      await link.first().click()
      clicks += 1
      await head.waitForURL(leadsTo)
    }
    await click(head.getByRole('link', { name: '领导看板' }), /\/dashboard/)
    // A red indicator whose task is under supervision: what the unit has handed in is its evidence.
    const task = '发展生命健康科技'
    const row = red().filter({ hasText: task }).first()
    await click(row.locator('[data-label=谁负责] a'), /\/units\//)
    await click(head.locator('#content').getByRole('link', { name: task }), /\/tasks\//)
    await click(head.getByRole('region', { name: /督办和佐证/ }).getByRole('link'), /\/supervision\/items\//)
    expect(clicks).toBeLessThanOrEqual(4)
    await head.getByRole('link', { name: '联盟成立大会会议材料.pdf' }).waitFor()
  }, 60_000)

  it('has each of them one click away as well, and the return that brought the figure', async () => {
    await head.goto('/workbench/dashboard')
    await head.getByRole('button', { name: /^指标/ }).click()
    await head.locator('.dash-row').getByRole('link', { name: /报表$/ }).first().click()
    await at(/\/reporting\/returns\//)
    await head.getByRole('heading', { level: 1 }).waitFor()
    await head.goto('/workbench/dashboard')
    await head.getByRole('button', { name: /^督办事项/ }).click()
    await head.locator('.dash-row').getByRole('link', { name: '办理记录和材料' }).first().click()
    await at(/\/supervision\/items\//)
    await head.getByRole('heading', { level: 1 }).waitFor()
  }, 60_000)

  it('shows a unit’s leader the part of the unit, on a phone, in English, without scrolling sideways', async () => {
    const leader = await house.newDesk({ width: 390, height: 844, language: 'en' })
    await house.signIn(leader, 'zhou.guoliang')
    await leader.goto('/workbench/dashboard')
    await leader.getByText(/in your units/).waitFor()
    const rows = await leader.locator('.dash-row').count()
    expect(rows).toBeGreaterThan(0)
    expect(await leader.locator('.dash-row', { hasText: 'Science and Technology Bureau' }).count()).toBe(rows)
    expect(await leader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }, 60_000)

  it('is not for a reporter, who is told whose it is', async () => {
    const reporter = await house.newDesk()
    await house.signIn(reporter, 'wu.tong')
    await reporter.goto('/workbench/dashboard')
    await reporter.getByText('看板给分管领导、督查人员、规划员和单位负责人看。').waitFor()
  }, 60_000)
})
