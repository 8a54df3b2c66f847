import { describe, expect, it } from 'vitest'
import { readSignInSettings } from './sign-in-settings.ts'

const whole = {
  OPENSTI_OIDC_ISSUER: 'https://id.lakeside.example',
  OPENSTI_OIDC_CLIENT_ID: 'opensti',
  OPENSTI_OIDC_CLIENT_SECRET: 'heron',
}

describe('how people sign in, from the environment', () => {
  it('is by password alone where nothing is said, and no password grows too old', () => {
    const { security, openId } = readSignInSettings({})
    expect(security).toMatchObject({ name: 'standard', secondFactorRoles: [], password: { daysMost: null } })
    expect(openId).toBeNull()
  })

  it('under level 3 the three administrators need a second factor, and further roles where they are named', () => {
    const env = { OPENSTI_SECURITY: 'level-three', OPENSTI_SECOND_FACTOR_ROLES: 'planner, auditor' }
    const { security } = readSignInSettings(env)
    expect(security.secondFactorRoles).toEqual(['system-administrator', 'security-administrator', 'auditor', 'planner'])
    expect(security.password.daysMost).toBe(90)
  })

  it('knows a provider by address, name and secret', () => {
    expect(readSignInSettings({ ...whole, OPENSTI_OIDC_NAME_ZH: '省平台' }).openId).toEqual({
      issuer: 'https://id.lakeside.example',
      clientId: 'opensti',
      clientSecret: 'heron',
      label: { zh: '省平台', en: 'single sign-on' },
      endsSessions: false,
    })
    expect(readSignInSettings({ ...whole, OPENSTI_OIDC_ISSUER: 'http://127.0.0.1:1' }).openId).not.toBeNull()
  })

  it.each([
    ['OPENSTI_SECURITY', { OPENSTI_SECURITY: 'strict' }],
    ['OPENSTI_OIDC_ISSUER', { OPENSTI_OIDC_ISSUER: undefined }],
    ['OPENSTI_OIDC_ISSUER', { OPENSTI_OIDC_ISSUER: 'http://id.lakeside.example' }],
    ['OPENSTI_OIDC_ISSUER', { OPENSTI_OIDC_ISSUER: 'id.lakeside.example' }],
    ['OPENSTI_OIDC_CLIENT_ID', { OPENSTI_OIDC_CLIENT_ID: undefined }],
    ['OPENSTI_OIDC_CLIENT_SECRET', { OPENSTI_OIDC_CLIENT_SECRET: undefined }],
    ['OPENSTI_OIDC_SIGN_OUT', { OPENSTI_OIDC_SIGN_OUT: 'maybe' }],
  ])('half set up or unsafe, it stops the start with a sentence that names %s', (name, change) => {
    expect(() => readSignInSettings({ ...whole, ...change })).toThrow(name)
  })
})
