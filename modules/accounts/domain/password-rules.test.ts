import { expect, test } from 'vitest'
import { checkPassword } from './password-rules.ts'

const owner = { name: '林晓', signInName: 'lin.xiao' }

test.each(['heron paddles past noon', 'Kettle-42-orchard', '湖上白鹭三只，傍晚归来慢慢飞', 'tz8#Rm!0wq_Lp'])(
  'accepts %s',
  (password) => {
    expect(() => checkPassword(password, owner)).not.toThrow()
  },
)

test.each([
  ['short', 'only 5'],
  ['elevenchars', 'only 11'],
  ['𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', 'only 11'],
  ['x'.repeat(201), 'more than 200'],
  ['abababababab', 'same few'],
  ['password123456', 'little is left'],
  ['Admin@12345678', 'little is left'],
  ['qwertyuiop0987654321', 'little is left'],
  ['linxiao-lin.xiao-2026', 'little is left'],
  ['Woaini5201314!', 'little is left'],
])('refuses %s because %s', (password, reason) => {
  expect(() => checkPassword(password, owner)).toThrow(reason)
})

test('names the field and says what would do', () => {
  try {
    checkPassword('short', owner)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({
      kind: 'unprocessable',
      code: 'password_too_weak',
      details: [{ place: { field: 'password' } }],
      remedy: { zh: expect.stringContaining('12') },
    })
  }
})

test('level 3 wants three kinds of signs; the standard does not', () => {
  const owner = { name: '陈梅', signInName: 'chen.mei' }
  expect(() => checkPassword('herons wade at dusk', owner)).not.toThrow()
  expect(() => checkPassword('herons wade at dusk', owner, { kindsLeast: 3 })).toThrow(/at least 3/)
  expect(() => checkPassword('Herons wade at dusk', owner, { kindsLeast: 3 })).not.toThrow()
  expect(() => checkPassword('荷塘月色2026Heron', owner, { kindsLeast: 4 })).not.toThrow()
})
