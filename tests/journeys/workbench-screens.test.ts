import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every screen of the workbench, who sees it, and what its tab is called. */
const screens: Record<string, [path: string, title: string][]> = {
  'chen.mei': [
    ['/', '湖畔市'],
    ['/regions/guangzhou', '广州市'],
    ['/regions/lakeside/plans/lakeside-2026-2030', '湖畔市“十五五”科技创新规划'],
    ['/regions/lakeside/plans/lakeside-2026-2030/', '湖畔市“十五五”科技创新规划'],
    ['/regions/lakeside/plans/lakeside-2026-2030/tasks/t-26', '发展生命健康科技'],
    ['/regions/lakeside/indicators/rd-intensity', '研发经费投入强度'],
    ['/regions/lakeside/units/lakeside-science', '湖畔市科学技术局'],
    ['/compare/rd-intensity', '地区比较：研发经费投入强度'],
    ['/documents/gz-14fyp', '《广州市科技创新“十四五”规划》'],
    ['/readings', '读文件'],
    ['/account', '我的账户'],
    ['/audit', '这个页面不对您的角色开放'],
    ['/nowhere/at/all', '没有这个页面'],
  ],
  'xu.lan': [
    ['/people', '人员与角色'],
    ['/people?tab=invitations', '人员与角色'],
    ['/level-three', '等保三级对照'],
    ['/readings', '这个页面不对您的角色开放'],
  ],
  'tang.wen': [['/audit', '审计日志']],
  'luo.hui': [['/operations', '运行状况']],
  'jiang.he': [['/dashboard', '领导看板']],
}

describe.skipIf(!chromiumPath)(`every screen on a phone${whyNotRun}`, { timeout: 120_000 }, () => {
  let house: House

  beforeAll(async () => {
    house = await startHouse()
  }, 120_000)
  afterAll(() => house?.stop())

  test.each(Object.keys(screens))('as %s: named, accessible, no wider than the phone', async (name) => {
    const page = await house.newDesk({ width: 390, height: 844 })
    await house.signIn(page, name)
    for (const [path, title] of screens[name] ?? []) {
      await page.goto(`/workbench${path}`)
      await page.waitForFunction((wanted) => document.title === wanted, `${title} · OpenSTI 工作台`)
      await page.waitForLoadState('networkidle')
      expect(await faultsOf(page), path).toEqual([])
    }
    await page.context().close()
  })

  test('the doors, before anyone is inside', async () => {
    const page = await house.newDesk({ width: 390, height: 844 })
    for (const [path, title] of [
      ['/sign-in', '登录'],
      ['/recovery', '忘记密码'],
      ['/recovery#aaaaaaaaaaaaaaaaaaaaaaaa', '设置新密码'],
      ['/outside', '地址不完整'],
      ['/invitation', '链接不完整'],
      ['/invitation#aaaaaaaaaaaaaaaaaaaaaaaa', '设置密码'],
    ]) {
      await page.goto('about:blank')
      await page.goto(`/workbench${path}`)
      await page.waitForFunction((wanted) => document.title === wanted, `${title} · OpenSTI 工作台`)
      await page.waitForLoadState('networkidle')
      expect(await faultsOf(page), path).toEqual([])
    }
    await page.context().close()
  })

  test('moving on brings keyboard and ear to the new heading, and the tab follows the language', async () => {
    const page = await house.newDesk()
    await house.signIn(page, 'chen.mei')
    await page.getByRole('link', { name: '读文件' }).click()
    const heading = page.getByRole('heading', { level: 1, name: '读文件' })
    await heading.waitFor()
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForFunction(() => document.title === 'Read documents · OpenSTI Workbench')
    await page.context().close()
  })

  test('what one may not do is not drawn', async () => {
    const page = await house.newDesk()
    await house.signIn(page, 'lin.yuan')
    await page.goto('/workbench/regions/lakeside/plans/lakeside-2026-2030')
    await page.getByRole('heading', { level: 1, name: '湖畔市“十五五”科技创新规划' }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('button', { name: '撤回公布' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: '人员与角色' }).count()).toBe(0)
    await page.goto('/workbench/people')
    await page.getByText('请向本单位的安全管理员申请相应的角色').waitFor()
    expect(await page.getByRole('button', { name: '邀请人员' }).count()).toBe(0)
    await page.context().close()
  })
})

/** What is wrong with the screen as it stands: rules of accessibility that it breaks, a second heading, sideways scrolling. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    const { scrollWidth, clientWidth } = document.documentElement
    const headings = document.querySelectorAll('h1').length
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ...(scrollWidth > clientWidth ? [`wider than the window by ${scrollWidth - clientWidth}`] : []),
      ...(headings === 1 ? [] : [`${headings} main headings`]),
    ]
  })
}
