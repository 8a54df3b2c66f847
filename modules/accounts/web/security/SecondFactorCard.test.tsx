import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { answer, refusal, renderScreen } from '../testing/render-screen.tsx'
import { SecondFactorCard } from './SecondFactorCard.tsx'

const off = { on: false, since: null, codesLeft: 0, needed: false }
const on = { on: true, since: '2026-11-20T01:00:00Z', codesLeft: 2, needed: false }
const own = 'POST /api/accounts/own/second-factor'
const offered = {
  secret: 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
  address: 'otpauth://totp/OpenSTI:chen.mei?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OpenSTI',
}
const codes = Array.from({ length: 10 }, (_, at) => `abcd${at}-efgh${at}`)
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('password, picture and secret, first code, then the recovery codes until she has kept them', async () => {
  const { asked } = renderScreen(<SecondFactorCard factor={off} />, {
    [own]: () => answer(offered),
    [`${own}/confirm`]: () => answer({ codes }),
  })
  fireEvent.click(await screen.findByRole('button', { name: '启用动态口令' }))
  type('现在的密码', 'herons wade at dusk')
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  expect((await screen.findByRole('img', { name: '动态口令登记二维码' })).querySelector('path')).not.toBeNull()
  expect(screen.getByText(offered.secret)).toBeTruthy()
  type(/再输入应用现在显示的/, '123456')
  fireEvent.click(screen.getByRole('button', { name: '确认启用' }))
  expect(await screen.findByText(codes[9]!)).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(10)
  fireEvent.click(screen.getByRole('button', { name: '我已保存' }))
  expect(screen.queryByText(codes[9]!)).toBeNull()
  expect(asked.filter(({ request }) => request.startsWith(own))).toEqual([
    { request: own, body: { currentPassword: 'herons wade at dusk' } },
    { request: `${own}/confirm`, body: { code: '123456' } },
  ])
})

test('switching off wants password and code, and says what is wrong', async () => {
  renderScreen(<SecondFactorCard factor={on} />, {
    [`${own}/remove`]: () => refusal(422, 'code_wrong', '动态口令不正确，没有更改。', '请等应用显示下一个口令再试。'),
  })
  expect(await screen.findByText('恢复码只剩 2 个，请重新生成。')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '停用' }))
  fireEvent.click(screen.getByRole('button', { name: '停用' }))
  expect(await screen.findByText('请输入现在的密码')).toBeTruthy()
  type('现在的密码', 'herons wade at dusk')
  type('动态口令或恢复码', '000000')
  fireEvent.click(screen.getByRole('button', { name: '停用' }))
  expect((await screen.findByRole('alert')).textContent).toContain('动态口令不正确，没有更改。')
})
