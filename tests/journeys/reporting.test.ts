import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

/** A month's figures from the reporter's desk to the ledger, through every hand they must pass. */
describe.skipIf(!chromiumPath)(`a return goes from draft to locked figure${whyNotRun}`, () => {
  let house: House
  let reporter: Page
  let checker: Page

  const deskOf = async (name: string) => {
    const desk = await house.newDesk()
    await house.signIn(desk, name)
    return desk
  }
  /** Opens what waits on someone's desk for this month, by the one act that its row offers. */
  const takeUp = async (desk: Page, act: RegExp) => {
    await desk.goto('/workbench/reporting')
    const row = desk
      .locator('.rep-desk')
      .first()
      .locator('li', { hasText: '2026年10月' })
      .filter({ hasText: '科学技术局' })
    await row.getByRole('link', { name: act }).click()
    await desk.waitForURL(/\/returns\//)
    await desk.locator('.rep-entries').waitFor()
  }
  const field = (name: string): Locator => reporter.getByRole('textbox', { name: new RegExp(name) })
  const done = (desk: Page, words: string) => desk.getByText(`已办理：${words}。`).waitFor()

  beforeAll(async () => {
    house = await startHouse()
    reporter = await deskOf('lin.yuan')
  }, 90_000)
  afterAll(() => house.stop())

  it('the reporter pastes a block from Excel; the rest is typed and kept without a button', async () => {
    await takeUp(reporter, /继续填报/)
    await reporter.getByRole('button', { name: '从 Excel 粘贴' }).click()
    const dialog = reporter.getByRole('dialog')
    await dialog.getByRole('textbox').fill('科技项目立项审批时限\t44\n科技型中小企业数\t3,421')
    await dialog.getByText('按指标名称对应').waitFor()
    await dialog.getByRole('button', { name: '填入 2 格' }).click()
    await field('财政科技投入').fill('22.4')
    await reporter.getByText('已自动保存').waitFor()
    await reporter.reload()
    await reporter.locator('.rep-entries').waitFor()
    expect(await field('科技型中小企业数').inputValue()).toBe('3421')
    expect(await field('财政科技投入').inputValue()).toBe('22.4')
  }, 60_000)

  it('the checker sends it back with a reason that the reporter reads, and it is handed in again', async () => {
    await reporter.getByRole('button', { name: '提交审核' }).click()
    await done(reporter, '提交审核')
    checker = await deskOf('he.jing')
    await takeUp(checker, /去审核/)
    await checker.getByRole('button', { name: '退回修改' }).click()
    const dialog = checker.getByRole('dialog')
    await dialog.getByRole('textbox').fill('财政科技投入与财政快报不符')
    await dialog.getByRole('button', { name: '退回修改' }).click()
    await done(checker, '退回修改')
    await reporter.goto('/workbench/reporting')
    await reporter.getByText('退回原因：财政科技投入与财政快报不符').first().waitFor()
    await takeUp(reporter, /继续填报/)
    await field('财政科技投入').fill('22.38')
    await reporter.getByRole('button', { name: '提交审核' }).click()
    await done(reporter, '提交审核')
  }, 60_000)

  it('is checked, signed by the leader, and countersigned by education and finance', async () => {
    await takeUp(checker, /去审核/)
    await checker.getByRole('button', { name: '审核通过，送签发' }).click()
    await done(checker, '审核通过，送签发')
    const leader = await deskOf('zhou.guoliang')
    await takeUp(leader, /去签发/)
    await leader.getByRole('button', { name: '签发', exact: true }).click()
    await done(leader, '签发')
    for (const name of ['lei.ming', 'sun.li']) {
      const countersigner = await deskOf(name)
      await takeUp(countersigner, /去会签/)
      await countersigner.getByRole('button', { name: '会签', exact: true }).click()
      await done(countersigner, '会签')
    }
  }, 90_000)

  it('is taken in and locked by the lead bureau', async () => {
    const lead = await deskOf('chen.mei')
    await lead.goto('/workbench/reporting/lakeside/cycles/monthly/2026-10')
    await lead.getByRole('checkbox', { name: '选中湖畔市科学技术局' }).check()
    await lead.getByRole('button', { name: '汇总 1 份' }).click()
    await lead.getByRole('button', { name: '锁定已汇总的 1 份' }).click()
    await lead
      .getByRole('tooltip')
      .getByRole('button', { name: /^锁\s?定$/ })
      .click()
    await lead.getByText('已锁定 1 份').waitFor()
  }, 60_000)

  it('then stands in the ledger for the staff of the region, and nowhere for the public', async () => {
    const address = '/regions/lakeside/indicators/tech-smes'
    await reporter.goto(`/workbench${address}`)
    await reporter.getByRole('cell', { name: '3,421' }).first().waitFor()
    const stranger = await house.newDesk()
    await stranger.goto(address)
    expect(await stranger.locator('main').textContent()).not.toContain('3,421')
    const told = await stranger.request.get(`/api${address}`)
    expect(told.status()).toBe(200)
    expect(await told.text()).not.toContain('3421')
  }, 60_000)
})
