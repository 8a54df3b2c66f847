import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type IdentityProvider, startIdentityProvider } from '@opensti/accounts/testing/identity-provider'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, type House, startHouse, whyNotRun } from './harness.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const password = 'seven herons over reeds'
const newPassword = 'nine boats below the bridge'

describe.skipIf(!chromiumPath)(`signing in, and all that can go wrong with it${whyNotRun}`, { timeout: 90_000 }, () => {
  let house: House
  let provider: IdentityProvider
  let guest: Page
  let secret = ''
  let codes: string[] = []
  /** The code that her phone shows; `steps` later. */
  const phone = (steps = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
  const nextCode = () => codes.shift() ?? ''

  beforeAll(async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    provider = await startIdentityProvider(`${url}/api/accounts/outside/return`, ['qiu'])
    house = await startHouse({
      PORT: String(port),
      OPENSTI_OIDC_ISSUER: provider.issuer,
      OPENSTI_OIDC_CLIENT_ID: provider.clientId,
      OPENSTI_OIDC_CLIENT_SECRET: provider.clientSecret,
      OPENSTI_OIDC_NAME_ZH: '省统一身份认证',
      OPENSTI_OIDC_NAME_EN: 'the provincial identity',
    })
    guest = await house.newDesk()
  }, 120_000)
  afterAll(async () => {
    await house?.stop()
    await provider?.stop()
  })

  const signOut = async () => {
    await guest.getByRole('button', { name: '沈秋' }).click()
    await guest.getByRole('menuitem', { name: '退出登录' }).click()
    await guest.waitForURL(/sign-in$/)
  }
  const firstStep = async (word: string) => {
    await guest.getByLabel('登录名').fill('shen.qiu')
    await guest.getByLabel('密码', { exact: true }).fill(word)
    await guest.getByRole('button', { name: '登录', exact: true }).click()
  }
  const inside = () => guest.getByRole('button', { name: '沈秋' }).waitFor()
  const byRecoveryCode = async () => {
    await guest.getByRole('button', { name: '手机不在身边，用恢复码' }).click()
    await guest.getByLabel('恢复码').fill(nextCode().toUpperCase())
    await guest.getByRole('button', { name: '验证并登录' }).click()
    await inside()
  }

  test('she is invited by letter and sets a password', async () => {
    const administrator = await house.newDesk()
    await house.signIn(administrator, 'xu.lan')
    await administrator.getByRole('link', { name: '人员与角色' }).click()
    await administrator.getByRole('button', { name: '邀请人员' }).click()
    const dialog = administrator.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('沈秋')
    await dialog.getByLabel('登录名').fill('shen.qiu')
    await dialog.getByLabel('电子邮箱').fill('shen.qiu@lakeside.example')
    await dialog.getByRole('button', { name: '生成邀请' }).click()
    await dialog.getByLabel('邀请链接').waitFor()
    await administrator.context().close()
    const link = await linkInLetter(house, 'invitation')
    await guest.goto(link)
    await guest.getByRole('button', { name: '用省统一身份认证接受邀请，不另设密码' }).waitFor()
    expect(await faultsOf(guest)).toEqual([])
    await guest.getByLabel('新密码').fill(password)
    await guest.getByRole('button', { name: '设置密码并登录' }).click()
    await inside()
  })

  test('she switches one-time codes on: picture, secret, a first code, ten recovery codes', async () => {
    await guest.goto('/workbench/account')
    await guest.getByRole('button', { name: '启用动态口令' }).click()
    await guest.getByLabel('现在的密码').first().waitFor()
    const card = guest.locator('.ant-card', { hasText: '动态口令' }).first()
    await card.getByLabel('现在的密码').fill(password)
    await card.getByRole('button', { name: '下一步' }).click()
    await card.getByRole('img', { name: '动态口令登记二维码' }).waitFor()
    expect(await faultsOf(guest)).toEqual([])
    secret = ((await card.locator('.factor-secret').textContent()) ?? '').replaceAll(' ', '')
    const typed = phone().replace(/^(...)(...)$/, '$1 $2')
    await card.getByLabel(/再输入应用现在显示的/).fill(fullWidth(typed))
    await card.getByRole('button', { name: '确认启用' }).click()
    await card.getByText('请保存恢复码').waitFor()
    codes = await card.locator('.recovery-code-list code').allTextContents()
    expect(new Set(codes).size).toBe(10)
    const download = guest.waitForEvent('download')
    await card.getByRole('button', { name: '下载' }).click()
    const kept = readFileSync(await (await download).path(), 'utf8')
    for (const code of codes) expect(kept).toContain(code)
    expect(await faultsOf(guest)).toEqual([])
    await card.getByRole('button', { name: '我已保存' }).click()
    await card.getByText('还有 10 个恢复码没有用过。').waitFor()
    expect(await guest.getByText(codes[0]!).count()).toBe(0)
  })

  test('signing in asks for the code; the one that was used is refused, the next is taken', async () => {
    const used = phone()
    await signOut()
    await firstStep(password)
    await guest.getByRole('heading', { level: 1, name: '输入动态口令' }).waitFor()
    const field = guest.getByLabel('动态口令')
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await faultsOf(guest)).toEqual([])
    // Of the code by which she confirmed, or of one that never was, the door says the same.
    await field.fill(used === phone() ? used : '000000')
    await guest.keyboard.press('Enter')
    await guest.getByText('动态口令不正确，或已经用过。').waitFor()
    await field.fill(phone(1))
    await guest.keyboard.press('Enter')
    await inside()
  })

  test('the list of sessions says by what and how she came in', async () => {
    await guest.goto('/workbench/account')
    await guest.getByText('Chrome 浏览器（Linux）').first().waitFor()
    await guest.getByText('密码和动态口令').first().waitFor()
  })

  test('the phone is lost: a recovery code opens, once', async () => {
    await signOut()
    await firstStep(password)
    const code = codes[0]
    await byRecoveryCode()
    await signOut()
    await firstStep(password)
    await guest.getByRole('button', { name: '手机不在身边，用恢复码' }).click()
    await guest.getByLabel('恢复码').fill(code!)
    await guest.getByRole('button', { name: '验证并登录' }).click()
    await guest.getByText('动态口令不正确，或已经用过。').waitFor()
    await guest.getByLabel('恢复码').fill(nextCode())
    await guest.getByRole('button', { name: '验证并登录' }).click()
    await inside()
    await guest.goto('/workbench/account')
    await guest.getByText('还有 8 个恢复码没有用过。').waitFor()
  })

  test('a forgotten password: the same answer for any name, a letter for hers, and the code besides', async () => {
    await signOut()
    for (const name of ['nobody.here', 'shen.qiu']) {
      await guest.goto('/workbench/sign-in')
      await guest.getByRole('link', { name: '忘记密码' }).click()
      await guest.getByLabel('登录名').fill(name)
      expect(await faultsOf(guest)).toEqual([])
      await guest.getByRole('button', { name: '寄信' }).click()
      await guest.getByText('如果有这个登录名并且登记了邮箱，信已寄出').waitFor()
    }
    await guest.goto(await linkInLetter(house, 'recovery'))
    await guest.getByLabel('新密码').fill(newPassword)
    expect(await faultsOf(guest)).toEqual([])
    await guest.getByRole('button', { name: '设置密码并登录' }).click()
    await guest.getByRole('heading', { level: 1, name: '输入动态口令' }).waitFor()
    await byRecoveryCode()
  })

  test('she links her identity at the provider, and comes in by it, code included', async () => {
    await guest.goto('/workbench/account')
    await guest.getByRole('button', { name: '去关联' }).click()
    const card = guest.locator('.ant-card', { hasText: '省统一身份认证' }).first()
    await card.getByLabel('现在的密码').fill(newPassword)
    await card.getByRole('button', { name: '去关联' }).click()
    await guest.waitForURL(/\/choose\//)
    await guest.getByRole('link', { name: 'qiu' }).click()
    await guest.waitForURL(/workbench\/account$/)
    await guest.getByText(/已关联，自/).waitFor()
    await signOut()
    await guest.getByRole('button', { name: '用省统一身份认证登录' }).click()
    await guest.getByRole('heading', { level: 1, name: '输入动态口令' }).waitFor()
    await byRecoveryCode()
    await guest.goto('/workbench/account')
    await guest.getByText('统一身份和恢复码').first().waitFor()
  })

  test('the administrator, who has seen her, resets the factor: her sessions end, and a letter tells', async () => {
    const administrator = await house.newDesk()
    await house.signIn(administrator, 'xu.lan')
    await administrator.goto('/workbench/people?q=shen.qiu')
    await administrator.getByRole('row', { name: 'shen.qiu' }).getByRole('button', { name: '办理' }).click()
    const dialog = administrator.getByRole('dialog')
    await dialog.getByRole('button', { name: '重置动态口令' }).click()
    await dialog.getByRole('button', { name: '已核实本人，重置' }).click()
    await dialog.getByText('未启用').waitFor()
    expect(await faultsOf(administrator)).toEqual([])
    await administrator.context().close()
    expect(await guest.evaluate(async () => (await fetch('/api/accounts/own/sessions')).status)).toBe(401)
    await until(() => lettersOf(house).some((letter) => letter.includes('安全管理员重置了您的动态口令')))
    await guest.goto('/workbench/sign-in')
    await guest.getByRole('button', { name: '用省统一身份认证登录' }).click()
    await inside()
  })

  test('the provider down: the door says so, and the password works', async () => {
    await signOut()
    await guest.goto('/workbench/outside')
    await guest.getByRole('heading', { level: 1, name: '地址不完整' }).waitFor()
    await provider.stop()
    await guest.goto(
      '/workbench/outside#' + Buffer.from(JSON.stringify({ state: 'x'.repeat(50) })).toString('base64url'),
    )
    await guest.reload()
    await guest.getByText('这次往返已过时、已用过，或不是从这个浏览器开始的。').waitFor()
    await guest.goto('/workbench/sign-in')
    await firstStep(newPassword)
    await inside()
  })

  test('the auditor finds all of it', async () => {
    const auditor = await house.newDesk()
    await house.signIn(auditor, 'tang.wen')
    await auditor.getByRole('link', { name: '审计日志' }).click()
    const table = auditor.locator('.ant-table-tbody')
    for (const action of [
      '启用动态口令',
      '动态口令被拒绝',
      '凭信中链接设置新密码',
      '关联统一身份',
      '重置某人的动态口令',
    ]) {
      await table.getByText(action, { exact: true }).first().waitFor()
    }
  })
})

/** A port that is free now. The provider must know the house's address before the house stands. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.')
  return address.port
}

/** What the letters in the outbox folder say. */
function lettersOf({ dataDir }: House): string[] {
  const folder = join(dataDir, 'letters')
  const names = readdirSync(folder, { encoding: 'utf8' }).filter((name) => name.endsWith('.eml'))
  return names
    .sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10))
    .map((name) =>
      Buffer.from(readFileSync(join(folder, name), 'utf8').split('\r\n\r\n')[1] ?? '', 'base64').toString(),
    )
}

/** The newest link of a kind, once its letter has been laid down. */
async function linkInLetter(house: House, kind: 'invitation' | 'recovery'): Promise<string> {
  const find = () =>
    lettersOf(house)
      .map((letter) => new RegExp(`${house.url}/workbench/${kind}#[\\w-]{43}`).exec(letter)?.[0])
      .findLast((link) => link !== undefined)
  await until(() => find() !== undefined)
  return find() ?? ''
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    try {
      if (holds()) return
    } catch {
      // The folder comes with the first letter.
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('It did not come about in half a minute.')
}

/** As an input method for Chinese writes digits. */
function fullWidth(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    const headings = document.querySelectorAll('h1').length
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      ...(headings === 1 ? [] : [`${headings} main headings`]),
    ]
  })
}
