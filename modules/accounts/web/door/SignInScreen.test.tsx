import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Answers, answer, refusal, renderScreen } from '../testing/render-screen.tsx'
import { SignInScreen } from './SignInScreen.tsx'

const nobody = { person: null, actions: [], demonstration: true }
const somebody = {
  person: { id: '1', name: { zh: '陈梅', en: 'Chen Mei' }, signInName: 'chen.mei', regionId: 'lakeside', grants: [] },
  actions: [],
  demonstration: true,
}
const signIns = [{ signInName: 'chen.mei', role: 'planner', name: { zh: '陈梅', en: 'Chen Mei' } }]
const house = (signIn: Answers[string], session: unknown = nobody): Answers => ({
  'GET /api/accounts/session': () => answer(session),
  'GET /api/demonstration/sign-ins': () => answer({ signIns }),
  'POST /api/accounts/sign-in': signIn,
})
const right = () => answer(somebody)
const wrong = () => refusal(401, 'sign_in_refused', '登录名或密码不正确。', '请检查大小写后再试。')
const tries = (asked: { request: string }[]) => asked.filter(({ request }) => request.endsWith('/sign-in')).length

async function fill(name: string, password: string) {
  fireEvent.change(await screen.findByLabelText('登录名'), { target: { value: name } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: password } })
}
const submit = () => fireEvent.click(screen.getByRole('button', { name: '登录' }))

test('says what is missing and asks nothing of the server', async () => {
  const { asked } = renderScreen(<SignInScreen />, house(right))
  await screen.findByLabelText('登录名')
  submit()
  expect(await screen.findByText('请输入登录名')).toBeTruthy()
  expect(screen.getByText('请输入密码')).toBeTruthy()
  expect(tries(asked)).toBe(0)
})

test('choosing a demonstration person fills in her name and waits for the password', async () => {
  renderScreen(<SignInScreen />, house(right))
  fireEvent.click(await screen.findByRole('button', { name: /陈梅/ }))
  expect((screen.getByLabelText('登录名') as HTMLInputElement).value).toBe('chen.mei')
  expect(document.activeElement).toBe(screen.getByLabelText('密码'))
})

test('a refusal stands there as advice, and what was typed stays', async () => {
  renderScreen(<SignInScreen next="/people" />, house(wrong))
  await fill('chen.mei', 'not this one')
  submit()
  expect((await screen.findByRole('alert')).textContent).toContain('登录名或密码不正确。')
  expect(screen.getByText('请检查大小写后再试。')).toBeTruthy()
  expect((screen.getByLabelText('密码') as HTMLInputElement).value).toBe('not this one')
})

test('two clicks sign in once', async () => {
  const { asked, place } = renderScreen(<SignInScreen next="/people?q=1" />, house(right), '/sign-in')
  await fill(' chen.mei ', 'the right one')
  submit()
  submit()
  await waitFor(() => expect(place()).toBe('/people?q=1'))
  expect(asked.filter(({ request }) => request.endsWith('/sign-in'))).toEqual([
    { request: 'POST /api/accounts/sign-in', body: { signInName: 'chen.mei', password: 'the right one' } },
  ])
})

test('an address elsewhere is not followed', async () => {
  const { place } = renderScreen(<SignInScreen next="//elsewhere.test/people" />, house(right), '/sign-in')
  await fill('chen.mei', 'the right one')
  submit()
  await waitFor(() => expect(place()).toBe('/'))
})

test('whoever is inside already may go on', async () => {
  renderScreen(<SignInScreen next="/people" />, house(right, somebody))
  expect(await screen.findByText('您已登录：陈梅')).toBeTruthy()
  expect(screen.getByRole('link', { name: '继续工作' }).getAttribute('href')).toBe('/people')
})
