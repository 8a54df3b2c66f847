import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { answer, refusal, renderScreen } from '../testing/render-screen.tsx'
import { CodeStep } from './CodeStep.tsx'
import { SignInScreen } from './SignInScreen.tsx'

const nobody = { person: null, actions: [], demonstration: false }
const somebody = {
  person: { id: '1', name: { zh: '陈梅', en: 'Chen Mei' }, signInName: 'chen.mei', regionId: 'lakeside', grants: [] },
  actions: [],
  demonstration: false,
}
const secondStep = { token: 't'.repeat(43), expiresAt: '2026-11-23T00:05:00Z' }
const door = {
  profile: 'standard',
  password: { length: 12, kinds: 1, days: null },
  provider: { label: { zh: '省统一身份认证', en: 'the province' } },
}
const codeRoute = 'POST /api/accounts/sign-in/code'
const inside = () => answer({ ...somebody, secondStep: null })

test('a right password leads to the code, the code to where she wanted to go', async () => {
  const { asked, place } = renderScreen(
    <SignInScreen next="/people" />,
    {
      'GET /api/accounts/session': () => answer(nobody),
      'GET /api/accounts/door': () => answer(door),
      'POST /api/accounts/sign-in': () => answer({ ...nobody, secondStep }),
      [codeRoute]: inside,
    },
    '/sign-in',
  )
  fireEvent.change(await screen.findByLabelText('登录名'), { target: { value: 'chen.mei' } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'the right one' } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  const field = await screen.findByLabelText('动态口令')
  expect(field.getAttribute('autocomplete')).toBe('one-time-code')
  expect(field.getAttribute('inputmode')).toBe('numeric')
  expect(document.activeElement).toBe(field)
  // As it is pasted from a phone: blanks and full-width digits are the server's to read.
  fireEvent.change(field, { target: { value: '１２３ 456' } })
  fireEvent.click(screen.getByRole('button', { name: '验证并登录' }))
  await waitFor(() => expect(place()).toBe('/people'))
  expect(asked.filter(({ request }) => request === codeRoute)).toEqual([
    { request: codeRoute, body: { token: secondStep.token, code: '１２３ 456' } },
  ])
})

test('without the phone a recovery code is asked for; what was typed before goes', async () => {
  renderScreen(<CodeStep token="t" onEntered={() => undefined} onAgain={() => undefined} />, {})
  fireEvent.change(await screen.findByLabelText('动态口令'), { target: { value: '123' } })
  fireEvent.click(screen.getByRole('button', { name: '手机不在身边，用恢复码' }))
  const field = await screen.findByLabelText('恢复码')
  expect((field as HTMLInputElement).value).toBe('')
  expect(field.getAttribute('autocomplete')).toBe('off')
})

test('a sign-in that took too long leads back to the password and nowhere else', async () => {
  const again = vi.fn()
  renderScreen(<CodeStep token="t" onEntered={() => undefined} onAgain={again} />, {
    [codeRoute]: () => refusal(401, 'second_step_over', '这次登录已过时，没有完成。', '请重新输入密码。'),
  })
  fireEvent.change(await screen.findByLabelText('动态口令'), { target: { value: '123456' } })
  fireEvent.click(screen.getByRole('button', { name: '验证并登录' }))
  expect((await screen.findByRole('alert')).textContent).toContain('这次登录已过时')
  expect(screen.queryByRole('button', { name: '验证并登录' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '重新登录' }))
  expect(again).toHaveBeenCalledOnce()
})

test('the provider is offered by its name; when it is down, that stands there and the password fields stay', async () => {
  renderScreen(<SignInScreen />, {
    'GET /api/accounts/session': () => answer(nobody),
    'GET /api/accounts/door': () => answer(door),
    'POST /api/accounts/outside/start': () =>
      refusal(503, 'outside_unreachable', '统一身份认证平台没有应答。', '可以用登录名和密码登录。'),
  })
  fireEvent.click(await screen.findByRole('button', { name: '用省统一身份认证登录' }))
  expect((await screen.findByRole('alert')).textContent).toContain('统一身份认证平台没有应答。')
  expect(screen.getByLabelText('密码')).toBeTruthy()
})
