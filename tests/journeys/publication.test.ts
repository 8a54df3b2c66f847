import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

/** A locked round becomes public to the second, and is corrected afterwards. */
describe.skipIf(!chromiumPath)(`figures are released${whyNotRun}`, () => {
  let house: House
  let planner: Page
  let leader: Page
  let release: string
  let moment: number
  const title = '2026年第三季度主要数据（旅程）'

  const deskOf = async (name: string) => {
    const desk = await house.newDesk()
    await house.signIn(desk, name)
    return desk
  }
  const press = (desk: Page, name: string) =>
    desk
      .getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) })
      .last()
      .click()
  /** Everything an outsider can open that might tell of a release. */
  const outside = async () => {
    const paths = [
      `/releases/${release}`,
      `/en/releases/${release}`,
      '/releases',
      '/regions/lakeside/releases',
      '/regions/lakeside/evaluations',
      '/releases.atom',
      '/releases.json',
      '/regions/lakeside/releases.json',
      '/data/figures.csv',
      '/data/regions/lakeside/figures.json',
      '/data/regions/lakeside/indicators/rd-intensity/figures.csv',
      '/data/catalog.jsonld',
      '/data/catalog.ttl',
      '/sitemap.xml',
      '/regions/lakeside/indicators/rd-intensity',
      '/api/regions/lakeside/indicators/rd-intensity',
      '/search?q=第三季度主要数据',
      '/api/search?q=第三季度主要数据',
    ]
    const texts = await Promise.all(
      paths.map(async (path) => [path, await (await fetch(`${house.url}${path}`)).text()] as const),
    )
    return texts.filter(([, text]) => text.includes('旅程') || text.includes(release)).map(([path]) => path)
  }

  beforeAll(async () => {
    house = await startHouse()
    planner = await deskOf('chen.mei')
    leader = await deskOf('zhou.guoliang')
  }, 90_000)
  afterAll(() => house.stop())

  it('the planner chooses the locked quarter and sees what would become public', async () => {
    await planner.goto('/workbench/publication')
    await planner.getByRole('link', { name: '拟定发布' }).click()
    await planner.locator('#period').click()
    await planner.locator('.ant-select-item-option').filter({ hasText: '2026年第三季度' }).click()
    await planner.getByRole('row', { name: /研发经费投入强度/ }).waitFor()
    expect(await planner.getByLabel('标题', { exact: true }).inputValue()).toContain('第三季度')
  }, 60_000)

  it('the gate stops a telephone number while it is written', async () => {
    await planner.getByLabel('标题', { exact: true }).fill(title)
    await planner.getByLabel('说明（可不填）', { exact: true }).fill('咨询：１３８－００１３－８０００')
    await planner.getByText('必须删去').waitFor()
    expect(await planner.getByRole('button', { name: '送批准' }).isDisabled()).toBe(true)
    await planner.getByLabel('说明（可不填）', { exact: true }).fill('咨询：0755-82012345')
    await planner.getByLabel('为什么不是个人信息').fill('科技局办公电话，已对外公布')
    moment = Math.ceil(Date.now() / 1000) * 1000 + 40_000
    const there = new Date(moment + 8 * 3_600_000).toISOString().slice(0, 19)
    await planner.getByLabel('公开时间（北京时间）', { exact: true }).fill(there)
    await planner.getByRole('button', { name: '送批准' }).click()
    await planner.waitForURL(/\/publication\/releases\//)
    release = new URL(planner.url()).pathname.split('/').at(-1) ?? ''
    await planner.getByText('是您拟定的').waitFor()
    expect(await planner.getByRole('button', { name: /^批\s?准$/ }).count()).toBe(0)
  }, 60_000)

  it('somebody else sees the findings with their reasons, and approves', async () => {
    await leader.goto(`/workbench/publication/releases/${release}`)
    await leader.getByText('拟定时的说明：科技局办公电话，已对外公布').waitFor()
    await press(leader, '批准')
    await leader.getByRole('dialog').locator('.ant-btn-primary').click()
    await leader.getByText('离公开还有').waitFor()
    expect(Date.now()).toBeLessThan(moment - 2000)
  }, 60_000)

  it('nobody outside sees anything before the second; everybody at the second', async () => {
    expect(await outside()).toEqual([])
    await sleep(Math.max(0, moment - 400 - Date.now()))
    const late = await fetch(`${house.url}/releases/${release}`)
    expect(Date.now() < moment ? late.status : 404).toBe(404)
    await sleep(Math.max(0, moment + 30 - Date.now()))
    expect((await fetch(`${house.url}/releases/${release}`)).status).toBe(200)
    const seen = await outside()
    for (const path of [
      '/releases',
      '/regions/lakeside/releases',
      '/releases.atom',
      '/releases.json',
      '/data/figures.csv',
      '/data/regions/lakeside/figures.json',
      '/regions/lakeside/indicators/rd-intensity',
      '/sitemap.xml',
    ])
      expect(seen, path).toContain(path)
    await leader.getByText('已公开').first().waitFor()
  }, 120_000)

  it('a figure leads to its definition and to its release', async () => {
    const visitor = await house.newDesk()
    await visitor.goto(`/releases/${release}`)
    await visitor.getByRole('link', { name: '研发经费投入强度' }).click()
    await visitor.getByRole('heading', { name: '口径' }).waitFor()
    await visitor.getByRole('link', { name: '发布页' }).first().click()
    await visitor.getByRole('heading', { level: 1, name: title }).waitFor()
  }, 60_000)

  it('is followed by a correction that leaves both vintages to be read', async () => {
    const { id, version } = await correct()
    const decided = await leader.request.post(`/api/releases/${id}/decision`, { data: { verb: 'approve', version } })
    expect(decided.status()).toBe(200)
    const visitor = await house.newDesk()
    await visitor.goto(`/releases/${release}`)
    await visitor.getByRole('heading', { name: '此后有更正' }).waitFor()
    await visitor.getByText('原因：统计口径调整').waitFor()
    const rows = (await (await fetch(`${house.url}/data/regions/lakeside/indicators/rd-intensity/figures.json`)).json())
      .figures as { period: string; vintage: number; current: boolean; value: number; kind: string }[]
    expect(
      rows.filter((row) => row.period === '2026-Q3').map(({ vintage, current, value }) => [vintage, current, value]),
    ).toEqual([
      [1, false, 2.7],
      [2, true, 2.72],
    ])
    expect(await (await fetch(`${house.url}/releases.atom`)).text()).toContain('term="correction"')
  }, 120_000)

  /** The unit corrects its figure by its own chain, and the planner proposes to release it. */
  async function correct(): Promise<{ id: string; version: number }> {
    const ask = async (desk: Page, method: 'post' | 'put', path: string, data: object) => {
      const answer = await desk.request[method](path, { data })
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
      return answer.status() === 204 ? null : answer.json()
    }
    const view = async (desk: Page, id: string) => (await desk.request.get(`/api/returns/${id}`)).json()
    const reporter = await deskOf('qin.shu')
    const checker = await deskOf('shi.yan')
    const period = await (await planner.request.get('/api/regions/lakeside/cycles/quarterly/periods/2026-Q3')).json()
    const locked = period.requests.find((one: { unit: { id: string } }) => one.unit.id.endsWith('statistics'))
    const opened = await ask(reporter, 'post', `/api/returns/${locked.id}/corrections`, {
      reason: '统计口径调整',
      indicatorIds: ['rd-intensity'],
    })
    const id = opened.id as string
    const { entries } = await view(reporter, id)
    await ask(reporter, 'put', `/api/returns/${id}/entries`, {
      cells: [{ indicatorId: 'rd-intensity', nature: 'working', version: entries[0].version, value: '2.72' }],
    })
    for (const desk of [reporter, checker]) {
      const { version, state } = await view(desk, id)
      if (state !== 'submitted') await ask(desk, 'post', `/api/returns/${id}/moves`, { act: 'pass-on', version })
    }
    const { version } = await view(planner, id)
    await ask(planner, 'post', `/api/returns/${id}/moves`, { act: 'accept', version })
    await ask(planner, 'post', '/api/regions/lakeside/cycles/quarterly/periods/2026-Q3/lock', {})
    return ask(planner, 'post', '/api/regions/lakeside/releases', {
      cycle: 'quarterly',
      period: '2026-Q3',
      title: { zh: '更正第三季度研发经费投入强度', en: null },
    })
  }
})
