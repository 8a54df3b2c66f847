import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

/** A sentence in some minutes, until it has been done, proved and closed. */
describe.skipIf(!chromiumPath)(`an item goes from minutes to its end${whyNotRun}`, () => {
  let house: House
  let supervisor: Page
  let owner: Page
  let address: string

  const deskOf = async (name: string) => {
    const desk = await house.newDesk()
    await house.signIn(desk, name)
    return desk
  }
  /** A button by its words; Ant Design sets two characters apart, and an icon says its own name first. */
  const press = (desk: Page, name: string) =>
    desk
      .getByRole('button', { name: new RegExp(`^(?:plus )?${[...name].join('\\s?')}$`) })
      .first()
      .click()
  /** Presses the button, says what is to be said, and confirms. */
  const act = async (desk: Page, name: string, words: string) => {
    await desk.goto(address)
    await press(desk, name)
    const dialog = desk.getByRole('dialog')
    await dialog.locator('textarea').fill(words)
    await dialog.locator('.ant-btn-primary').click()
    await desk.getByText(`已办理：${name}。`).waitFor()
  }
  const choose = async (field: string, option: string) => {
    await supervisor.getByRole('dialog').getByLabel(field, { exact: true }).click()
    await supervisor.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  }

  beforeAll(async () => {
    house = await startHouse()
    supervisor = await deskOf('gao.yuan')
    owner = await deskOf('gu.feng')
  }, 90_000)
  afterAll(() => house.stop())

  it('the supervision office sees the overdue first, and registers what the minutes ask for', async () => {
    await supervisor.goto('/workbench/supervision')
    expect(await supervisor.locator('h2').first().textContent()).toContain('逾期')
    await supervisor
      .getByText(/已报到/)
      .first()
      .waitFor()
    await press(supervisor, '登记事项')
    const dialog = supervisor.getByRole('dialog')
    await dialog.getByLabel('来源名称').fill('市政府常务会议纪要〔2026〕15号')
    await dialog.getByLabel('要办什么').fill('建立临床试验伦理互认机制')
    await choose('承办单位', '湖畔市卫生健康委员会')
    await dialog.getByLabel('办结日期').fill('2099-06-30')
    await press(supervisor, '加一个节点')
    await dialog.getByLabel('第 1 个节点', { exact: true }).fill('七家医院签约')
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
    await supervisor.waitForURL(/\/supervision\/items\//).catch(async (error: unknown) => {
      throw new Error(`${String(error)}; the dialog says: ${await dialog.textContent()}`)
    })
    address = new URL(supervisor.url()).pathname
  }, 60_000)

  it('is assigned; the owner reports, asks for more time, and gets it', async () => {
    await act(supervisor, '交办', '请于年中前办结')
    // She hears of it, and the notice leads to the item.
    await owner.goto('/workbench/notices')
    await owner.getByText(/“建立临床试验伦理互认机制”已交办给湖畔市卫生健康委员会/).click()
    await owner.waitForURL((url) => url.pathname === address)
    await act(owner, '报进展', '已有五家医院签约')
    await owner.goto(address)
    await press(owner, '申请延期')
    const dialog = owner.getByRole('dialog')
    await dialog.locator('input[type=date]').fill('2099-09-30')
    await dialog.locator('textarea').fill('两家医院伦理委员会正在换届')
    await dialog.locator('.ant-btn-primary').click()
    await owner.getByText('待督查室答复').waitFor()
    await act(supervisor, '同意延期', '')
    await supervisor.getByText('原定 2099年6月30日').waitFor()
  }, 60_000)

  it('cannot be proposed for closing without evidence', async () => {
    await owner.goto(address)
    await press(owner, '申请销号')
    const dialog = owner.getByRole('dialog')
    await dialog.locator('textarea').fill('机制已建立')
    await dialog.locator('.ant-btn-primary').click()
    await dialog.getByText('申请销号要先附上办结材料').waitFor()
    await owner.goto(address)
    await owner.locator('input[type=file]').setInputFiles({
      name: '互认协议.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 signed'),
    })
    const file = owner.getByRole('link', { name: /互认协议/ })
    await file.waitFor()
    const answer = await owner.request.get((await file.getAttribute('href')) ?? '')
    expect(answer.headers()['content-disposition']).toContain('attachment')
  }, 60_000)

  it('is proposed, sent back with a reason, proposed again, and closed', async () => {
    await act(owner, '申请销号', '机制已建立')
    await act(supervisor, '不予销号', '协议缺两家医院盖章')
    await owner.goto(address)
    await owner.getByText('协议缺两家医院盖章').waitFor()
    await act(owner, '申请销号', '已补盖章')
    await supervisor.goto('/workbench/notices')
    const handedIn = supervisor.locator('main').getByText(/伦理互认机制”.*申请销号，请核实/)
    await handedIn.first().waitFor()
    expect(await handedIn.count()).toBe(2)
    await act(supervisor, '销号', '')
    await supervisor.goto('/workbench/supervision')
    const row = supervisor.getByRole('row', { name: /伦理互认/ })
    expect(await row.textContent()).toContain('已销号')
  }, 60_000)
})
