import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../../lib/db/index.ts'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

/** From a published formula to a ranking that publishes itself, with an appeal between. */
describe.skipIf(!chromiumPath)(`units are assessed, appeal and are ranked${whyNotRun}`, () => {
  const title = '2097年度区县创新考核'
  let house: House
  let supervisor: Page
  let leader: Page
  let address: string
  let id: string

  const deskOf = async (name: string) => {
    const desk = await house.newDesk()
    await house.signIn(desk, name)
    return desk
  }
  /** A button by its words; Ant Design sets two characters apart, and an icon says its own name first. */
  const press = (desk: Page, name: string) =>
    desk
      .getByRole('button', { name: new RegExp(`^(?:[a-z-]+ )?${[...name].join('\\s?')}$`) })
      .first()
      .click()
  const confirm = (desk: Page) => desk.getByRole('dialog').locator('.ant-modal-footer .ant-btn-primary').click()
  const choose = async (desk: Page, field: string, option: string) => {
    await desk.getByLabel(field, { exact: true }).first().click()
    await desk.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
  }
  /** Fills one judged line of a unit’s sheet. */
  const judge = async (unit: string, points: string) => {
    await supervisor.goto(`${address}/units/${unit}`)
    await press(supervisor, '录入')
    const dialog = supervisor.getByRole('dialog')
    await dialog.getByLabel('评分', { exact: true }).fill(points)
    await dialog.getByLabel('理由').fill('走访记录齐全')
    await confirm(supervisor)
    await supervisor.getByText('已录入。').waitFor()
  }
  /** Moves all days of the assessment back, as if so much time had passed; no rule of the house would allow it. */
  const letPass = async (days: number, period?: string) => {
    const owner = connect({ url: house.product.database.ownerUrl, max: 1, applicationName: 'time' })
    await owner.transaction().execute(async (tx) => {
      await sql`alter table assessment.exercise disable trigger user`.execute(tx)
      await sql`update assessment.exercise set
        begins_at = begins_at - make_interval(days => ${days}), ends_at = ends_at - make_interval(days => ${days}),
        issued_at = issued_at - make_interval(days => ${days}), frozen_at = frozen_at - make_interval(days => ${days}),
        appeals_until = appeals_until - make_interval(days => ${days}), period = coalesce(${period ?? null}, period)
        where id = ${id}`.execute(tx)
      await sql`alter table assessment.exercise enable trigger user`.execute(tx)
    })
    await owner.destroy()
  }
  /** Where the assessment stands, in words that tell why it does not go on. */
  const stateSeenBy = async (desk: Page) => {
    const answer = await desk.request.get(`/api/assessments/${id}`)
    if (!answer.ok()) return `${answer.status()} ${await answer.text()}`
    const { state, openAppeals, appealsUntil } = (await answer.json()) as Record<string, unknown>
    return state === 'published' ? 'published' : `${state} until ${appealsUntil}, ${openAppeals} open appeals`
  }

  beforeAll(async () => {
    house = await startHouse()
    supervisor = await deskOf('gao.yuan')
    leader = await deskOf('fu.lin')
  }, 120_000)
  afterAll(() => house.stop())

  it('supervision writes the formula down and publishes it before the period', async () => {
    await supervisor.goto('/workbench/assessment/new')
    await supervisor.getByLabel('考核名称').fill(title)
    await supervisor.getByLabel('考核期').fill('2097')
    await supervisor.getByLabel('依据文件及文号').fill('湖府办〔2026〕70号')
    await supervisor.getByLabel('考核单位').click()
    // Long lists draw only what is near; a name that is typed is near.
    for (const unit of ['临湖区人民政府', '北岸区人民政府']) {
      await supervisor.getByLabel('考核单位').fill(unit)
      await supervisor.locator('.ant-select-dropdown:visible').getByText(unit, { exact: true }).click()
    }
    await supervisor.keyboard.press('Escape')
    await supervisor.getByLabel('项目名称').fill('服务企业')
    await supervisor.getByLabel('权重').fill('90')
    await choose(supervisor, '计分方式', '评分')
    await supervisor.getByLabel('条款').fill('第三条')
    await supervisor.getByLabel('等次（名称=起点分）').fill('优秀=90，一般=0')
    await press(supervisor, '保存草稿')
    await supervisor.getByText('各项权重合计90分，应为100分。').waitFor()
    await supervisor.getByLabel('权重').fill('100')
    await press(supervisor, '保存草稿')
    await supervisor.waitForURL(/\/assessment\/[0-9a-f-]{36}$/)
    address = new URL(supervisor.url()).pathname
    id = address.split('/').at(-1) ?? ''
    await press(supervisor, '公布办法')
    await confirm(supervisor)
    await supervisor.getByText('已办理：公布办法。').waitFor()
  }, 90_000)

  it('cannot be frozen before the period is over; afterwards units see their sheets', async () => {
    await judge('lakeside-linhu', '92')
    await judge('lakeside-beian', '88')
    await supervisor.goto(address)
    await press(supervisor, '固定数据，开始申诉')
    await confirm(supervisor)
    await supervisor.getByText('还没有结束，不能固定数据').waitFor()
    // A period of 2097 becomes one of 2025.
    await letPass(Math.round((Date.UTC(2097, 0, 1) - Date.UTC(2025, 0, 1)) / 86_400_000), '2025')
    await supervisor.goto(address)
    await press(supervisor, '固定数据，开始申诉')
    await confirm(supervisor)
    await supervisor.getByText('申诉期', { exact: true }).first().waitFor()
  }, 90_000)

  it('the unit works its score out again, appeals with proof, and is heard', async () => {
    await leader.goto('/workbench/assessment')
    await leader
      .getByRole('row', { name: new RegExp(title) })
      .getByRole('link', { name: '北岸区人民政府' })
      .click()
    await press(leader, '重新计算')
    await leader.getByText('重算结果 88.00 分，与公布的一致。').waitFor()
    const dialog = leader.getByRole('dialog')
    await press(leader, '申诉')
    await dialog.locator('textarea').fill('写错了')
    await confirm(leader)
    await press(leader, '撤回申诉')
    await confirm(leader)
    await leader.locator('.asm-appeals').getByText('已撤回', { exact: true }).waitFor()
    await press(leader, '申诉')
    await dialog.locator('textarea').fill('两次走访未计入，应为90分')
    await dialog.locator('input[type=file]').setInputFiles({
      name: '走访记录.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4 proof'),
    })
    await confirm(leader)
    await leader.getByRole('link', { name: '走访记录.pdf' }).waitFor()
  }, 60_000)

  it('no ranking comes while the appeal waits, though the deadline is over', async () => {
    await letPass(30)
    await supervisor.waitForTimeout(12_000)
    await supervisor.goto(address)
    await supervisor.getByText('申诉期已过，还有 1 份申诉没有答复').waitFor()
    expect(await supervisor.locator('.asm-place').count()).toBe(0)
  }, 60_000)

  it('once it is answered the ranking publishes itself, with the corrected figure, for everyone of the region', async () => {
    await press(supervisor, '答复')
    const dialog = supervisor.getByRole('dialog')
    await dialog.getByLabel('评分', { exact: true }).fill('95')
    await dialog.getByLabel('原因').fill('补交的走访记录属实')
    await confirm(supervisor)
    // The dialog itself speaks of an upheld appeal: only the mark beside the appeal says that it was answered.
    const answered = supervisor.locator('.asm-appeals').getByText('申诉成立', { exact: true })
    await answered.waitFor().catch(async () => {
      const shown = await dialog.allTextContents()
      throw new Error(`The appeal is not answered: ${await stateSeenBy(supervisor)}; the dialog says ${shown}`)
    })
    const reader = await deskOf('xu.ning')
    await expect.poll(() => stateSeenBy(reader), { timeout: 40_000, interval: 1_000 }).toBe('published')
    await reader.goto(address)
    await reader.locator('.asm-place').nth(1).waitFor()
    expect(await reader.locator('.asm-place').allTextContents()).toEqual(['1', '2'])
    const rows = await reader.locator('.asm-units tbody tr').allTextContents()
    expect(rows[0]).toMatch(/北岸区人民政府.*95\.00/)
    expect(rows[1]).toMatch(/临湖区人民政府.*92\.00/)
    // What she has to know has been told to her, once, with the way there.
    await leader.goto('/workbench/notices')
    const told = leader.locator('main').getByText(/2097年度区县创新考核/)
    await told.first().waitFor()
    const sentences = (await told.allTextContents()).join('\n')
    for (const once of ['的数据已固定', '的申诉成立，数据已更正', '95.00分，第1名，共2个单位'])
      expect(sentences.split(once)).toHaveLength(2)
    await told.filter({ hasText: '申诉成立，数据已更正' }).click()
    await leader.waitForURL((url) => url.pathname === `${address}/units/lakeside-beian`)
    await leader.getByText('原为88').waitFor()
    await leader.getByText('第 1 名，共 2 个单位').waitFor()
  }, 90_000)
})
