import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editWorkbook } from '../../modules/reporting/testing/forms.ts'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A quarter's figures by the bureau's own workbook: down, filled in, up, put right, taken in, taken back. */
describe.skipIf(!chromiumPath)(`a return is filled in by the bureau's own workbook${whyNotRun}`, () => {
  let house: House
  let reporter: Page
  let filled: Buffer
  const errors: string[] = []

  const upload = async (cells: Parameters<typeof editWorkbook>[1], name: string) => {
    const buffer = await editWorkbook(filled, cells, '季报表')
    await reporter.locator('input[type=file]').setInputFiles({ name, mimeType: excel, buffer })
    await reporter.getByRole('heading', { name }).waitFor()
  }
  const isAccessible = async (page: Page) => {
    await page.evaluate(axe.source)
    const found = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document)
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    })
    expect(found).toEqual([])
  }

  beforeAll(async () => {
    house = await startHouse()
    reporter = await house.newDesk()
    reporter.on('pageerror', ({ message }) => errors.push(message))
    await house.signIn(reporter, 'pan.yu')
  }, 90_000)
  afterAll(() => house.stop())

  it('the reporter downloads this period’s workbook: her unit, her figures, nobody else’s', async () => {
    await reporter.goto('/workbench/reporting')
    const row = reporter.locator('.rep-desk').first().locator('li', { hasText: '2026年第三季度' })
    await row.getByRole('link', { name: /继续填报|去填报/ }).click()
    await reporter.getByRole('link', { name: '用 Excel 填报' }).click()
    await reporter.getByRole('heading', { level: 1, name: '用 Excel 填报' }).waitFor()
    const [download] = await Promise.all([
      reporter.waitForEvent('download'),
      reporter.getByRole('link', { name: '下载本期工作簿' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^2026年第三季度 .*人力资源.*\.xlsx$/)
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
    filled = Buffer.concat(chunks)
  }, 60_000)

  it('errors are named by row and column with what to do, and nothing is changed', async () => {
    await upload({ E38: '约 70', E39: 90, E41: '34.6万' }, '三季度初稿.xlsx')
    await reporter.getByText('第 38 行 E 列「约 70」：是约数，报表要准数。').waitFor()
    await reporter.getByText('第 41 行 E 列「34.6万」').waitFor()
    await reporter.getByText('如果是 70，请只写“70”。').waitFor()
    expect(await reporter.getByRole('button', { name: /^填入/ }).count()).toBe(0)
    await isAccessible(reporter)
    const [marked] = await Promise.all([
      reporter.waitForEvent('download'),
      reporter.getByRole('link', { name: '下载带批注的工作簿' }).click(),
    ])
    expect(marked.suggestedFilename()).toBe('三季度初稿（批注）.xlsx')
  }, 60_000)

  it('a part larger than its whole is named with the difference', async () => {
    await upload({ E38: 64, E39: 90 }, '三季度二稿.xlsx')
    await reporter.getByText('“其中”数 90 大于总数 64（引进高层次科技人才），多 26').waitFor()
  }, 60_000)

  it('put right it shows what would change, and goes in as one save', async () => {
    await upload({ E38: 64, E39: 20, E40: 44, E41: 34.6 }, '三季度.xlsx')
    const changes = reporter.getByRole('table', { name: '会改动的数' })
    await changes.getByRole('cell', { name: 'E38' }).waitFor()
    await isAccessible(reporter)
    await reporter.getByRole('button', { name: '填入 2 格' }).click()
    await reporter.getByText('已填入 2 格，报表已保存。').waitFor()
    await reporter.getByRole('link', { name: '回到报表' }).click()
    const field = reporter.getByRole('textbox', { name: /引进高层次科技人才/ })
    await field.waitFor()
    expect(await field.inputValue()).toBe('64')
  }, 60_000)

  it('is taken back in one click, and the return is as it was', async () => {
    await reporter.goBack()
    await reporter.getByRole('button', { name: '撤销这次填入' }).click()
    await reporter.getByText('已撤销，报表恢复成填入以前的样子。').waitFor()
    await reporter.getByRole('link', { name: '回到报表' }).click()
    const field = reporter.getByRole('textbox', { name: /引进高层次科技人才/ })
    await field.waitFor()
    expect(await field.inputValue()).toBe('61')
  }, 60_000)

  it('the planner sees the sheet with its cells mapped, takes a row out, puts it back, and saves a version', async () => {
    const planner = await house.newDesk()
    planner.on('pageerror', ({ message }) => errors.push(message))
    await house.signIn(planner, 'chen.mei')
    await planner.goto('/workbench/reporting/lakeside/cycles')
    await planner.getByRole('link', { name: '本周期的工作簿' }).last().click()
    await planner.getByRole('link', { name: '看第 1 版的对应关系' }).click()
    await planner.getByText('26 项数据已对应 26 项').waitFor()
    await planner.locator('td[data-row="38"][data-column="5"]').click()
    const row = planner.getByRole('group', { name: /第 38 行/ })
    await row.getByText('不用').click()
    await planner.getByText('还没有位置：引进高层次科技人才').waitFor()
    await planner.getByRole('button', { name: '撤销上一步' }).click()
    await planner.getByText('26 项数据已对应 26 项').waitFor()
    await planner.locator('td[data-row="39"][data-column="5"]').click()
    await planner
      .getByRole('group', { name: /第 39 行/ })
      .getByText('不用')
      .click()
    await isAccessible(planner)
    await planner.getByRole('button', { name: '保存为新版本' }).click()
    await planner.getByText('已保存为第 2 版。', { exact: true }).waitFor()
    await planner.goto('/workbench/reporting/lakeside/cycles/quarterly/2026-Q2')
    const [download] = await Promise.all([
      planner.waitForEvent('download'),
      planner.getByRole('link', { name: '下载汇总工作簿' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^2026年第二季度 湖畔市科学技术局/)
    expect(errors).toEqual([])
  }, 60_000)

  it('a workbook with macros is refused with a sentence that helps', async () => {
    await reporter.goBack()
    await reporter.locator('input[type=file]').setInputFiles({ name: '三季度.xlsm', mimeType: excel, buffer: filled })
    await reporter.getByText('请另存为不含宏的 .xlsx，再上传。').waitFor()
  }, 60_000)
})
