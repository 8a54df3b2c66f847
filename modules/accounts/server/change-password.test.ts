import { testDatabase } from '@opensti/testing'
import { beforeEach, expect, test } from 'vitest'
import { loadLakeside, sessionOf, testPassword } from '../testing/index.ts'
import { authenticate } from './authenticate.ts'
import { changePassword } from './change-password.ts'
import { signIn } from './sign-in.ts'

const { db, owner } = await testDatabase()
await loadLakeside(db)
const address = '192.0.2.20'
const newPassword = 'three lanterns, one bridge'

beforeEach(async () => {
  await owner.deleteFrom('accounts.sign_in_guard').execute()
})

async function change(signInName: string, currentPassword: string) {
  const session = await sessionOf(db, signInName)
  const person = await authenticate(db, session.token)
  return { session, done: () => changePassword(db, { actor: person }, { currentPassword, newPassword, address }) }
}

test('a new password ends every session, this one too, and gives this browser a fresh one', async () => {
  const elsewhere = await sessionOf(db, 'chen.mei')
  const { session, done } = await change('chen.mei', testPassword)
  const fresh = await done()
  expect(fresh.token).not.toBe(session.token)
  expect(await authenticate(db, elsewhere.token)).toEqual({ kind: 'visitor' })
  expect(await authenticate(db, session.token)).toEqual({ kind: 'visitor' })
  expect(await authenticate(db, fresh.token)).toMatchObject({ kind: 'person', name: '陈梅' })
  await expect(signIn(db, { signInName: 'chen.mei', password: testPassword, address })).rejects.toMatchObject({
    code: 'sign_in_refused',
  })
  await expect(signIn(db, { signInName: 'chen.mei', password: newPassword, address })).resolves.toBeTruthy()
})

test('a wrong current password changes nothing and counts as a wrong sign-in', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { session, done } = await change('luo.hui', 'not the one she has')
    await expect(done()).rejects.toMatchObject({ code: 'current_password_wrong' })
    expect(await authenticate(db, session.token)).toMatchObject({ kind: 'person' })
  }
  const { done } = await change('luo.hui', testPassword)
  await expect(done()).rejects.toMatchObject({ code: 'sign_in_paused' })
})

test('of two changes at the same moment one wins', async () => {
  const first = await change('tang.wen', testPassword)
  const second = await change('tang.wen', testPassword)
  const both = await Promise.allSettled([first.done(), second.done()])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
