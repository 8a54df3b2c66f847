import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

const password = 'seven herons over reeds'

describe.skipIf(!chromiumPath)(`an administrator's day${whyNotRun}`, { timeout: 90_000 }, () => {
  let house: House
  /** The security administrator, and whom she invites. Each sits at a desk of her own. */
  let administrator: Page
  let guest: Page
  let link = ''

  beforeAll(async () => {
    house = await startHouse()
    administrator = await house.newDesk()
    guest = await house.newDesk()
    await house.signIn(administrator, 'xu.lan')
  }, 120_000)
  afterAll(() => house?.stop())

  test('invites a planner, and gets a link to hand over', async () => {
    await administrator.getByRole('link', { name: '人员与角色' }).click()
    await administrator.getByRole('button', { name: '邀请人员' }).click()
    const dialog = administrator.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('沈秋')
    await dialog.getByLabel('登录名').fill('shen.qiu')
    await dialog.getByLabel('角色').click()
    await administrator.locator('.role-option', { hasText: '规划员' }).click()
    // The list folds away in its own time and would catch the next click.
    await administrator.locator('.role-option').first().waitFor({ state: 'hidden' })
    await dialog.getByRole('button', { name: '生成邀请' }).click()
    link = await dialog.getByLabel('邀请链接').inputValue()
    expect(link).toMatch(new RegExp(`^${house.url}/workbench/invitation#[\\w-]{20,}$`))
    await guest.goto(link)
    await dialog.getByRole('button', { name: '完成' }).click()
  })

  test('the invited person sets a password that is hard to guess, and is inside', async () => {
    const accept = guest.getByRole('button', { name: '设置密码并登录' })
    await guest.getByLabel('新密码').fill('shenqiu123456')
    await accept.click()
    await guest.getByText('这个密码不能用').waitFor()
    await guest.getByLabel('新密码').fill(password)
    await accept.click()
    await guest.getByRole('button', { name: '沈秋' }).waitFor()
    expect(new URL(guest.url()).pathname).toBe('/workbench/')
  })

  test('the link is good once', async () => {
    const late = await house.newDesk()
    await late.goto(link)
    await late.getByText('这个邀请链接不能用').waitFor()
    await late.context().close()
  })

  test('she signs in with it, and comes to the page that she asked for', async () => {
    await guest.context().clearCookies()
    await guest.goto('/workbench/readings')
    await guest.waitForURL(/sign-in\?next=/)
    await guest.getByLabel('登录名').fill('shen.qiu')
    await guest.getByLabel('密码', { exact: true }).fill(password)
    await guest.getByRole('button', { name: '登录', exact: true }).click()
    await guest.waitForURL(/\/workbench\/readings$/)
    await guest.getByRole('heading', { level: 1 }).waitFor()
    expect(await statusOf(guest, '/api/readings')).toBe(200)
  })

  test('a revoked role is gone with the next request, and undoing gives it back', async () => {
    await openPerson(administrator, 'shen.qiu')
    const dialog = administrator.getByRole('dialog')
    await dialog.getByRole('button', { name: '收回角色：规划员' }).click()
    await administrator.getByText('已收回“规划员”').waitFor()
    expect(await statusOf(guest, '/api/readings')).toBe(403)
    await administrator.getByRole('button', { name: '撤销' }).click()
    await administrator.getByText('已撤销，恢复原状。').waitFor()
    expect(await statusOf(guest, '/api/readings')).toBe(200)
  })

  test('a revoked session is out at once, and the screen says where to go', async () => {
    await openPerson(administrator, 'shen.qiu')
    const dialog = administrator.getByRole('dialog')
    await dialog.getByRole('button', { name: '终止全部会话' }).click()
    await dialog.getByText('目前没有登录。').waitFor()
    expect(await statusOf(guest, '/api/readings')).toBe(401)
    await guest.getByRole('button', { name: '沈秋' }).click()
    await guest.getByRole('menuitem', { name: '我的账户' }).click()
    await guest.waitForURL(/sign-in\?next=%2Faccount$/)
    expect(await guest.getByText('沈秋').count()).toBe(0)
  })

  test('a second administrator role is refused with the reason', async () => {
    await openPerson(administrator, 'tang.wen')
    const dialog = administrator.getByRole('dialog')
    await dialog.getByLabel('授予角色').click()
    await administrator.locator('.role-option', { hasText: '系统管理员' }).click()
    await administrator.locator('.role-option').first().waitFor({ state: 'hidden' })
    await dialog.getByRole('button', { name: '授予', exact: true }).click()
    await dialog.getByText('系统管理员、安全管理员、审计管理员不能由一人兼任。').waitFor()
    await dialog.getByText('三员互相制约').waitFor()
  })

  test('the auditor finds it all in the log, and the log whole', async () => {
    const auditor = await house.newDesk()
    await house.signIn(auditor, 'tang.wen')
    await auditor.getByRole('link', { name: '审计日志' }).click()
    const table = auditor.locator('.ant-table-tbody')
    for (const action of ['邀请人员', '接受邀请', '收回角色', '授予角色', '终止某人的全部会话']) {
      await table.getByText(action, { exact: true }).first().waitFor()
    }
    await auditor.getByRole('button', { name: '验证全部记录' }).click()
    await auditor.getByText('记录完整', { exact: true }).waitFor()
    const download = auditor.waitForEvent('download')
    await auditor.getByRole('link', { name: '导出全部记录' }).click()
    expect((await download).suggestedFilename()).toBe('audit.jsonl')
  })

  test('none of the three administrators gets at the work of the others', async () => {
    expect(await statusOf(administrator, '/api/audit/entries?region=lakeside')).toBe(403)
    expect(await statusOf(administrator, '/api/readings')).toBe(403)
    const system = await house.newDesk()
    await house.signIn(system, 'luo.hui')
    await system.getByRole('link', { name: '运行状况' }).click()
    await system.getByText('服务正常').waitFor()
    expect(await statusOf(system, '/api/accounts/people?region=lakeside')).toBe(403)
  })
})

/** What the server answers to a request with this person's cookie. */
async function statusOf(page: Page, path: string): Promise<number> {
  return page.evaluate(async (asked) => (await fetch(asked)).status, path)
}

async function openPerson(page: Page, signInName: string): Promise<void> {
  await page.goto(`/workbench/people?q=${signInName}`)
  await page.getByRole('row', { name: signInName }).getByRole('button', { name: '办理' }).click()
  await page.getByRole('dialog').getByText(signInName, { exact: true }).waitFor()
}
