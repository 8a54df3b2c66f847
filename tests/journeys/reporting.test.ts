import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText } from '@opensti/documents'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

const period = '/workbench/reporting/lakeside/cycles/monthly/2026-10'

/** A month's figures: late, reminded, drafted, signed, returned, locked, and told to the leader on one page. */
describe.skipIf(!chromiumPath)(`a late return goes from a reminder to the printed brief${whyNotRun}`, () => {
  let house: House
  let reporter: Page
  let checker: Page
  let lead: Page
  let paper: Buffer

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
  const passOn = async (desk: Page, take: RegExp, words: string) => {
    await takeUp(desk, take)
    await desk.getByRole('button', { name: words, exact: true }).click()
    await done(desk, words)
  }
  /** Signed by the leader, and countersigned by education and finance. */
  const sign = async () => {
    for (const [name, take, words] of [
      ['zhou.guoliang', /去签发/, '签发'],
      ['lei.ming', /去会签/, '会签'],
      ['sun.li', /去会签/, '会签'],
    ] as const) {
      const desk = await deskOf(name)
      await passOn(desk, take, words)
      await desk.context().close()
    }
  }

  beforeAll(async () => {
    house = await startHouse()
    await house.product.db
      .updateTable('accounts.person')
      .set({ email: 'lin.yuan@lakeside.example' })
      .where('sign_in_name', '=', 'lin.yuan')
      .execute()
    reporter = await deskOf('lin.yuan')
    lead = await deskOf('chen.mei')
  }, 150_000)
  afterAll(() => house.stop())

  it('the unit is late: the lead bureau reminds it, and its reporter hears by the bell and by a letter', async () => {
    const heard = async () => {
      const name = await reporter.locator('.notice-bell').getAttribute('aria-label')
      return Number(/\d+/.exec(name ?? '')?.[0] ?? 0)
    }
    const before = await heard()
    await lead.goto(`${period}/reminders`)
    await lead.getByRole('checkbox', { name: '选择湖畔市科学技术局' }).check()
    await lead.getByRole('button', { name: '现在提醒' }).click()
    const dialog = lead.getByRole('dialog')
    await dialog.getByText(/林远：工作台内、邮件/).waitFor()
    await dialog.getByLabel('附一句话（可不写）').fill('周五上会，请今天报')
    await dialog.getByRole('button', { name: /^提\s?醒$/ }).click()
    await lead.getByText(/已提醒 1 个单位/).waitFor()
    await reporter.goto('/workbench/notices')
    await reporter
      .getByText(/周五上会，请今天报/)
      .first()
      .waitFor()
    expect(await heard()).toBeGreaterThan(before)
    await expect
      .poll(() => lettersOf(house).some((one) => one.includes('周五上会，请今天报')), { timeout: 20_000 })
      .toBe(true)
  }, 60_000)

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
    await passOn(checker, /去审核/, '审核通过，送签发')
    await sign()
  }, 150_000)

  it('the lead bureau returns it for completion, and it comes back through the same hands', async () => {
    await lead.goto(period)
    await lead.getByRole('checkbox', { name: '选中湖畔市科学技术局' }).check()
    await lead.getByRole('button', { name: '退回 1 份' }).click()
    const dialog = lead.getByRole('dialog')
    await dialog.getByLabel('原因').fill('请补充科技型中小企业数的口径')
    await dialog.locator('.ant-btn-primary').click()
    await lead.getByText('已退回 1 份。').waitFor()
    await reporter.goto('/workbench/reporting')
    await reporter
      .getByText(/请补充科技型中小企业数的口径/)
      .first()
      .waitFor()
    await takeUp(reporter, /继续填报|补充/)
    await field('科技型中小企业数').fill('3422')
    await reporter.getByRole('button', { name: '提交审核' }).click()
    await done(reporter, '提交审核')
    await passOn(checker, /去审核/, '审核通过，送签发')
    await sign()
  }, 180_000)

  it('is taken in and locked by the lead bureau', async () => {
    await lead.goto(period)
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
    await reporter.getByRole('cell', { name: '3,422' }).first().waitFor()
    const stranger = await house.newDesk()
    await stranger.goto(address)
    expect(await stranger.locator('main').textContent()).not.toContain('3,422')
    const told = await stranger.request.get(`/api${address}`)
    expect(told.status()).toBe(200)
    expect(await told.text()).not.toContain('3422')
  }, 60_000)

  it('the brief of the month is looked at as a draft, issued, and printed: one page with the month’s figures', async () => {
    await lead.goto(period)
    await lead.getByRole('link', { name: '一页纸专报' }).click()
    await lead.waitForURL(/\/evaluation\/briefs\/lakeside\/2026-10/)
    const draft = await download(lead.getByRole('link', { name: '草稿 PDF' }))
    expect(await wordsOf(draft)).toContain('草稿，未签发')
    await lead.getByRole('button', { name: '签发专报' }).click()
    await lead.getByRole('dialog').getByRole('button', { name: '签发专报' }).click()
    const printed = lead.getByRole('link', { name: '专报（PDF）' })
    await printed.waitFor({ timeout: 60_000 })
    paper = await download(printed)
    const words = await wordsOf(paper)
    expect(words).toContain('2026年10月')
    expect(words).not.toContain('草稿')
    expect(words).not.toContain('—2—')
    const data = JSON.parse((await download(lead.getByRole('link', { name: '定稿数据（JSON）' }))).toString('utf8'))
    const firms = data.figures.find((one: { indicatorId: string }) => one.indicatorId === 'tech-smes')
    expect(firms).toMatchObject({ value: 3422, nature: 'working' })
    expect(words).toContain(`本期有新数据${data.figures.length}项`)
    expect(words).toContain(data.figures[0].name)
    const shown = lead.locator('.evl-papers li', { hasText: '专报（PDF）' }).locator('code')
    expect(await shown.textContent()).toBe(createHash('sha256').update(paper).digest('hex'))
  }, 180_000)

  it('whoever is handed the paper finds it to be the original, and a changed one unknown', async () => {
    const stranger = await house.newDesk()
    const answerFor = async (buffer: Buffer) => {
      await stranger.goto('/verify')
      await stranger.locator('#check-file').setInputFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer })
      await stranger.waitForURL(/digest=/)
      return stranger.locator('[role=status] h2:visible').textContent()
    }
    expect(await answerFor(paper)).toBe('是原件')
    expect(await stranger.locator('[role=status]').textContent()).toContain('一页纸专报')
    expect(await answerFor(Buffer.concat([paper, Buffer.from(' ')]))).toBe('不认识这个文件')
  }, 60_000)
})

/** What one gets by pressing a link to a file. */
async function download(link: Locator): Promise<Buffer> {
  const page = link.page()
  const [coming] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), link.click()])
  return readFileSync(await coming.path())
}

async function wordsOf(pdf: Buffer): Promise<string> {
  return (await extractText({ bytes: pdf, name: 'brief.pdf' })).text.replace(/\s/g, '')
}

/** What the letters in the outbox folder say. */
function lettersOf({ dataDir }: House): string[] {
  const folder = join(dataDir, 'letters')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) =>
      Buffer.from(readFileSync(join(folder, name), 'utf8').split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8'),
    )
}
