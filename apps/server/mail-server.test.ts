import { describe, expect, it } from 'vitest'
import { readMailServer } from './mail-server.ts'

const whole = {
  OPENSTI_SMTP_HOST: 'mail.lakeside.example',
  OPENSTI_SMTP_USER: 'opensti',
  OPENSTI_SMTP_PASSWORD: 'heron',
  OPENSTI_SMTP_FROM: 'opensti@lakeside.example',
}

describe('the mail server from the environment', () => {
  it('is none where nothing is said, and letters stay in a folder', () => {
    expect(readMailServer({ OPENSTI_SMTP_HOST: '' })).toBeNull()
  })

  it('is encrypted by default, on the usual port', () => {
    expect(readMailServer(whole)).toEqual({
      host: 'mail.lakeside.example',
      port: 587,
      security: 'starttls',
      credentials: { user: 'opensti', password: 'heron' },
      from: 'opensti@lakeside.example',
    })
    expect(readMailServer({ ...whole, OPENSTI_SMTP_SECURITY: 'tls' })?.port).toBe(465)
  })

  it.each([
    ['OPENSTI_SMTP_HOST', { OPENSTI_SMTP_HOST: undefined }],
    ['OPENSTI_SMTP_FROM', { OPENSTI_SMTP_FROM: undefined }],
    ['OPENSTI_SMTP_FROM', { OPENSTI_SMTP_FROM: 'OpenSTI <a@b.example>' }],
    ['OPENSTI_SMTP_PASSWORD', { OPENSTI_SMTP_PASSWORD: undefined }],
    ['OPENSTI_SMTP_USER', { OPENSTI_SMTP_USER: undefined }],
    ['OPENSTI_SMTP_SECURITY', { OPENSTI_SMTP_SECURITY: 'ssl' }],
    ['OPENSTI_SMTP_SECURITY=none', { OPENSTI_SMTP_SECURITY: 'none' }],
    ['OPENSTI_SMTP_PORT', { OPENSTI_SMTP_PORT: '0' }],
    ['OPENSTI_SMTP_CA', { OPENSTI_SMTP_CA: '/no/such/file.pem' }],
  ])('half set up or unsafe, it stops the start with a sentence that names %s', (name, change) => {
    expect(() => readMailServer({ ...whole, ...change })).toThrow(name)
  })
})
