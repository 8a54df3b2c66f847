import type { PolicyRow } from '@opensti/kernel'

const security = ['security-administrator'] as const
const audit = ['auditor'] as const
const system = ['system-administrator'] as const

const securityPolicy: readonly PolicyRow[] = [
  { action: 'accounts.recovery.ask', who: 'anyone', relation: 'everywhere' },
  { action: 'accounts.recovery.use', who: 'anyone', relation: 'everywhere' },
  { action: 'accounts.security.read-own', who: 'signed-in', relation: 'self' },
  { action: 'accounts.second-factor.start', who: 'signed-in', relation: 'self' },
  { action: 'accounts.second-factor.confirm', who: 'signed-in', relation: 'self' },
  { action: 'accounts.second-factor.change', who: 'signed-in', relation: 'self' },
  { action: 'accounts.identity.link', who: 'signed-in', relation: 'self' },
  { action: 'accounts.identity.unlink', who: 'signed-in', relation: 'self' },
  { action: 'accounts.second-factor.reset', who: security, relation: 'own-region' },
  { action: 'accounts.level-three.read', who: security, relation: 'everywhere' },
]

/**
 * Who may do what with accounts. The security administrator decides about people and roles of her region and sees no
 * business data by that; the system administrator sees how the house runs; the auditor sees what was done.
 */
export const accountsPolicy: readonly PolicyRow[] = [
  // Coming in and going out.
  { action: 'accounts.session.open', who: 'anyone', relation: 'everywhere' },
  { action: 'accounts.session.look', who: 'anyone', relation: 'everywhere' },
  { action: 'accounts.session.close', who: 'anyone', relation: 'everywhere' },
  { action: 'accounts.invitation.accept', who: 'anyone', relation: 'everywhere' },

  // One's own account.
  { action: 'accounts.session.list-own', who: 'signed-in', relation: 'self' },
  { action: 'accounts.session.end-own', who: 'signed-in', relation: 'self' },
  { action: 'accounts.password.change', who: 'signed-in', relation: 'self' },
  { action: 'accounts.phone.set-own', who: 'signed-in', relation: 'self' },
  { action: 'accounts.notice.list-own', who: 'signed-in', relation: 'self' },
  { action: 'accounts.notice.see-own', who: 'signed-in', relation: 'self' },
  { action: 'accounts.notice.choose-own', who: 'signed-in', relation: 'self' },

  // Places and units are public knowledge.
  { action: 'accounts.unit.read', who: 'anyone', relation: 'everywhere' },
  { action: 'accounts.role.read', who: 'signed-in', relation: 'everywhere' },

  // Signing in beyond a password.
  ...securityPolicy,

  // People of the administrator's own region.
  { action: 'accounts.person.list', who: security, relation: 'own-region' },
  { action: 'accounts.person.read', who: security, relation: 'own-region' },
  { action: 'accounts.person.invite', who: security, relation: 'own-region' },
  { action: 'accounts.person.renew-password', who: security, relation: 'own-region', states: ['active'] },
  { action: 'accounts.person.unlock', who: security, relation: 'own-region' },
  { action: 'accounts.person.suspend', who: security, relation: 'own-region', states: ['active'] },
  { action: 'accounts.person.reinstate', who: security, relation: 'own-region', states: ['suspended'] },
  { action: 'accounts.invitation.list', who: security, relation: 'own-region' },
  { action: 'accounts.invitation.withdraw', who: security, relation: 'own-region', states: ['open'] },
  { action: 'accounts.role.grant', who: security, relation: 'own-region' },
  { action: 'accounts.role.revoke', who: security, relation: 'own-region', states: ['held'] },
  { action: 'accounts.session.revoke', who: security, relation: 'own-region' },

  // What was done, and how the house runs.
  { action: 'audit.entry.list', who: audit, relation: 'own-region' },
  { action: 'audit.log.verify', who: audit, relation: 'everywhere' },
  { action: 'operations.state.read', who: system, relation: 'everywhere' },
  { action: 'operations.message.retry', who: system, relation: 'everywhere' },
  { action: 'operations.webhook.read', who: system, relation: 'own-region' },
  { action: 'operations.webhook.set', who: system, relation: 'own-region' },
]
