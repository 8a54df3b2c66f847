import { levelThreeProfile, type OpenIdSettings, type SecurityProfile, standardProfile } from '@opensti/accounts'

type Env = Record<string, string | undefined>

/** How people sign in at this installation. */
export interface SignInSettings {
  security: SecurityProfile
  /** The identity provider; null where none is named. */
  openId: Omit<OpenIdSettings, 'publicUrl'> | null
}

const profiles = { standard: standardProfile, 'level-three': levelThreeProfile }

/**
 * From OPENSTI_SECURITY, OPENSTI_SECOND_FACTOR_ROLES and OPENSTI_OIDC_….
 *
 * @throws Error naming the setting that makes no sense, is missing, or would send a secret in the clear.
 */
export function readSignInSettings(env: Env): SignInSettings {
  const name = env['OPENSTI_SECURITY'] || 'standard'
  if (name !== 'standard' && name !== 'level-three') {
    throw new Error(`OPENSTI_SECURITY is "${name}". Write standard or level-three.`)
  }
  const profile = profiles[name]
  const more = (env['OPENSTI_SECOND_FACTOR_ROLES'] ?? '').split(/[\s,]+/).filter(Boolean)
  const secondFactorRoles = [...new Set([...profile.secondFactorRoles, ...more])]
  return { security: { ...profile, secondFactorRoles }, openId: readOpenId(env) }
}

const names = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'NAME_ZH', 'NAME_EN', 'SIGN_OUT'] as const

function readOpenId(env: Env): SignInSettings['openId'] {
  const given = Object.fromEntries(names.map((name) => [name, env[`OPENSTI_OIDC_${name}`] || undefined]))
  if (names.every((name) => given[name] === undefined)) return null
  const { ISSUER: issuer, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, NAME_ZH: zh, NAME_EN: en } = given
  if (!issuer) throw half('OPENSTI_OIDC_ISSUER', 'the address of the provider, such as https://id.city.example')
  if (!clientId) throw half('OPENSTI_OIDC_CLIENT_ID', 'the name under which the provider knows this installation')
  if (!clientSecret) throw half('OPENSTI_OIDC_CLIENT_SECRET', 'the secret that the provider gave with that name')
  const url = URL.parse(issuer)
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url?.hostname ?? '')
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
    throw new Error(`OPENSTI_OIDC_ISSUER is "${issuer}". Write an address that begins with https://.`)
  }
  const endsSessions = given['SIGN_OUT'] ?? 'no'
  if (endsSessions !== 'yes' && endsSessions !== 'no') {
    throw new Error(`OPENSTI_OIDC_SIGN_OUT is "${endsSessions}". Write yes or no.`)
  }
  const label = { zh: zh ?? '统一身份认证', en: en ?? 'single sign-on' }
  return { issuer, clientId, clientSecret, label, endsSessions: endsSessions === 'yes' }
}

function half(name: string, meaning: string): Error {
  return new Error(`${name} is missing: ${meaning}. Set it, or none of OPENSTI_OIDC_….`)
}
