import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

/** A mid-term evaluation from its weights to papers that anybody can check. */
describe.skipIf(!chromiumPath)(`a plan is evaluated half-way${whyNotRun}`, () => {
  let house: House
  let planner: Page
  let address: string
  let brief: { path: string; bytes: Buffer }

  const deskOf = async (name: string) => {
    const desk = await house.newDesk()
    await house.signIn(desk, name)
    return desk
  }
  /** Ant Design sets two characters apart. */
  const named = (name: string) => new RegExp(`${[...name].join('\\s?')}$`)
  const confirm = async (desk: Page, name: string, reason?: string) => {
    await desk
      .getByRole('button', { name: named(name) })
      .first()
      .click()
    const dialog = desk.getByRole('dialog')
    if (reason) await dialog.locator('textarea').fill(reason)
    await dialog.locator('.ant-btn-primary').click()
    await desk.getByText(`已办理：${name}。`).waitFor()
  }
  const check = async (file: { name: string; bytes: Buffer }) => {
    const anyone = await house.newDesk()
    await anyone.goto('/verify')
    await anyone
      .locator('#check-file')
      .setInputFiles({ name: file.name, mimeType: 'application/pdf', buffer: file.bytes })
    await anyone.waitForURL(/digest=/)
    expect(new URL(anyone.url()).searchParams.get('digest')).toBe(createHash('sha256').update(file.bytes).digest('hex'))
    return (await anyone.locator('[role=status] h2:visible').textContent()) ?? ''
  }

  beforeAll(async () => {
    house = await startHouse()
    planner = await deskOf('chen.mei')
  }, 90_000)
  afterAll(() => house.stop())

  it('the planner sets it up, sees the weights come to 100, and opens it', async () => {
    await planner.goto('/workbench/evaluation')
    await planner.getByRole('button', { name: named('新建评估') }).click()
    const dialog = planner.getByRole('dialog')
    await dialog.getByLabel('规划', { exact: true }).click()
    await planner
      .locator('.ant-select-dropdown:visible')
      .getByText(/十四五/)
      .click()
    await dialog.getByLabel('名称').fill('“十四五”规划补充评估')
    await dialog.getByLabel('评估到哪一年').fill('2025')
    await dialog.getByLabel('自评截止日期').fill('2099-06-30')
    await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
    await planner.waitForURL(/\/evaluation\/[0-9a-f-]{36}/)
    address = new URL(planner.url()).pathname
    await planner.getByText('现为 100').waitFor()
    await confirm(planner, '公布权重并启动自评')
    await planner.getByText('单位自评', { exact: true }).first().waitFor()
  }, 60_000)

  it('a unit assesses itself; what is typed is kept by itself, and evidence stands beside it', async () => {
    const unit = await deskOf('wu.tong')
    await unit.goto(`${address}/units/lakeside-development-reform`)
    await unit.getByText('符合进度', { exact: true }).first().click()
    await unit.getByPlaceholder('进展、依据').first().fill('能耗强度连续四年下降')
    await unit.getByText('内容都已保存').waitFor()
    await unit
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: '能耗公报.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4 sealed'),
      })
    await unit.getByRole('link', { name: '能耗公报.pdf' }).waitFor()
    await unit.reload()
    await unit.getByText('能耗强度连续四年下降').waitFor()
    const leader = await deskOf('zheng.hai')
    await leader.goto(`${address}/units/lakeside-development-reform`)
    await leader.getByRole('button', { name: named('提交自评') }).click()
    await leader.getByText(/已于.*提交/).waitFor()
  }, 60_000)

  it('supervision says its own beside it, and nothing is concluded before it has', async () => {
    await planner.goto(address)
    await confirm(planner, '转入复核')
    await planner
      .getByRole('button', { name: named('定稿') })
      .first()
      .click()
    await planner.getByRole('dialog').locator('textarea').fill('其余单位按台账评价')
    await planner.getByRole('dialog').locator('.ant-btn-primary').click()
    await planner.getByText(/没有复核评价，不能定稿/).waitFor()
    const supervisor = await deskOf('gao.yuan')
    await supervisor.goto(address)
    const row = supervisor.getByRole('row', { name: /能耗/ })
    await row.locator('.ant-select').click()
    await supervisor.locator('.ant-select-dropdown:visible').getByText('滞后', { exact: true }).click()
    await row.locator('textarea').fill('建议按季通报')
    await row.getByRole('button', { name: named('保存') }).click()
    await supervisor.getByText('已保存。').waitFor()
    // The other lines are judged by the same route, without the mouse.
    const id = address.split('/').at(-1)!
    const view = await (await supervisor.request.get(`/api/evaluations/${id}`)).json()
    const left = view.lines.filter((line: { review: unknown }) => line.review === null)
    const lines = left.map((line: { id: string }) => ({ lineId: line.id, seen: 0, standing: 'done', words: '核实' }))
    const kept = await supervisor.request.put(`/api/evaluations/${id}/reviews`, { data: { lines } })
    expect(kept.status()).toBe(200)
  }, 60_000)

  it('is concluded with a reason; differences stand out; papers are made', async () => {
    await planner.goto(address)
    await confirm(planner, '定稿', '其余单位按台账评价')
    await planner.getByRole('link', { name: /一页纸专报（PDF）/ }).waitFor({ timeout: 90_000 })
    await planner.getByRole('combobox', { name: '筛选' }).click()
    await planner.locator('.ant-select-dropdown:visible').getByText('自评与复核不一致').click()
    await planner.locator('.evl-lines tbody tr').nth(0).getByText('建议按季通报').waitFor()
    expect(await planner.locator('.evl-lines tbody tr').count()).toBe(1)
    const path = (await planner.getByRole('link', { name: /一页纸专报（PDF）/ }).getAttribute('href')) ?? ''
    const answer = await planner.request.get(path)
    brief = { path, bytes: await answer.body() }
    expect(brief.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const shown = await planner
      .locator('.evl-papers li', { hasText: '一页纸专报（PDF）' })
      .locator('code')
      .textContent()
    expect(shown).toBe(createHash('sha256').update(brief.bytes).digest('hex'))
  }, 120_000)

  it('anybody finds the released brief to be the original, and a changed one unknown', async () => {
    const file = { name: 'brief.pdf', bytes: brief.bytes }
    expect(await check(file)).toBe('不认识这个文件')
    const id = address.split('/').at(-1)!
    const wish = { papers: [{ kind: 'evaluation', id }], title: { zh: '补充评估报告' } }
    const proposed = await planner.request.post('/api/regions/lakeside/releases', { data: wish })
    expect(proposed.status()).toBe(200)
    const release = await proposed.json()
    expect(await check(file)).toBe('不认识这个文件')
    const approver = await deskOf('zhou.guoliang')
    const decision = { verb: 'approve', version: release.version }
    const approved = await approver.request.post(`/api/releases/${release.id}/decision`, { data: decision })
    expect(approved.status()).toBe(200)
    expect(await check(file)).toBe('是原件')
    const tampered = Buffer.from(brief.bytes)
    tampered[tampered.length - 10] = (tampered[tampered.length - 10] ?? 0) ^ 1
    expect(await check({ name: 'brief.pdf', bytes: tampered })).toBe('不认识这个文件')
  }, 60_000)

  it('on a Friday the brief of the quarter is one press away', async () => {
    await planner.goto('/workbench/evaluation')
    const link = planner.getByRole('link', { name: '草稿 PDF' })
    const answer = await planner.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect(answer.headers()['x-content-sha256']).toMatch(/^[0-9a-f]{64}$/)
  }, 60_000)
})
