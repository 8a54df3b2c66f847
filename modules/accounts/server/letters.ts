import { type Carrier, type Database, type Letter, type Reader, type Sender, Undeliverable } from '@opensti/db'
import { z } from 'zod'
import { findOpenInvitationById } from './accept-invitation.ts'
import { type AccountsOptions, invitationLink, recoveryLink } from './options.ts'
import { findOpenRecoveryById } from './recovery/use-recovery.ts'
import { findPerson } from './store.ts'
import { type AccountChange, changes } from './tell-of-change.ts'
import { invitationToken, recoveryToken } from './tokens.ts'

type Means = Pick<AccountsOptions, 'publicUrl' | 'linkSecret'>

const AboutInvitation = z.object({ invitationId: z.uuid() })
const AboutRecovery = z.object({ recoveryId: z.uuid() })
const AboutChange = z.object({ personId: z.uuid(), change: z.enum(changes) })
const AboutPause = z.object({ personId: z.uuid(), lockedUntil: z.iso.datetime() })

/** Writes the letters of this module when their time has come, and gives them to the carrier. */
export function accountsSenders(db: Database, means: Means, carrier: Carrier): Record<string, Sender> {
  const send = (write: (payload: unknown) => Promise<Letter | null>): Sender => {
    return async ({ id, payload }, signal) => {
      const letter = await write(payload)
      if (letter) await carrier.carry(letter, String(id), signal)
    }
  }
  return {
    'mail.invitation': send((payload) => writeInvitation(db, means, read(AboutInvitation, payload).invitationId)),
    'mail.recovery': send((payload) => writeRecovery(db, means, read(AboutRecovery, payload).recoveryId)),
    'mail.account-changed': send((payload) => {
      const { personId, change } = read(AboutChange, payload)
      return writeChange(db, personId, change)
    }),
    'mail.account-paused': send((payload) => {
      const { personId, lockedUntil } = read(AboutPause, payload)
      return writePause(db, personId, new Date(lockedUntil))
    }),
  }
}

function read<Shape extends z.ZodType>(shape: Shape, payload: unknown): z.output<Shape> {
  const { data, success } = shape.safeParse(payload)
  if (!success) throw new Undeliverable('The message does not say what it is about.')
  return data
}

/** Nothing is said of an invitation that was used or withdrawn in the meantime. */
async function writeInvitation(db: Reader, means: Means, invitationId: string): Promise<Letter | null> {
  const invitation = await findOpenInvitationById(db, invitationId)
  if (!invitation?.email) return null
  const { token } = invitationToken(means.linkSecret, invitation.id)
  const link = invitationLink(means, token)
  const [zh, en] =
    invitation.purpose === 'join'
      ? ['请打开下面的链接，设置密码并开始使用：', 'Open this link, choose a password and begin:']
      : ['请打开下面的链接，设置新密码：', 'Open this link and choose a new password:']
  return {
    to: invitation.email,
    subject: invitation.purpose === 'join' ? '邀请您使用 OpenSTI Your invitation' : '设置新密码 A new password',
    text: [
      `${invitation.name}，您好。`,
      '',
      zh,
      en,
      link,
      '',
      `登录名 Sign-in name: ${invitation.sign_in_name}`,
      `有效期至 Valid until: ${minute(invitation.expires_at)}`,
      '',
      '链接只能用一次，请勿转发。如果您没有等这封信，可以不理会它。',
      'The link works once; do not pass it on. If you did not expect this letter, leave it.',
      '',
    ].join('\n'),
  }
}

/** Nothing is written for unknown names, nor for a link that was used or replaced in the meantime. */
async function writeRecovery(db: Reader, means: Means, recoveryId: string): Promise<Letter | null> {
  const recovery = await findOpenRecoveryById(db, recoveryId)
  if (!recovery?.email) return null
  const { token } = recoveryToken(means.linkSecret, recovery.id)
  return {
    to: recovery.email,
    subject: '忘记密码 A forgotten password',
    text: [
      `${recovery.name}，您好。`,
      '',
      '有人为您的账号要求重设密码。请打开下面的链接，设置新密码：',
      'Somebody asked for a new password for your account. Open this link and choose one:',
      recoveryLink(means, token),
      '',
      `登录名 Sign-in name: ${recovery.sign_in_name}`,
      `有效期至 Valid until: ${minute(recovery.expires_at)}`,
      '',
      '链接只能用一次，请勿转发。如果不是您本人要求的，可以不理会它：密码没有改变。',
      'The link works once; do not pass it on. If it was not you, leave it: nothing has changed.',
      '',
    ].join('\n'),
  }
}

const changeTold: Record<AccountChange, readonly [zh: string, en: string]> = {
  'password-changed': ['您的密码已更改，其他会话已终止。', 'Your password was changed; other sessions have ended.'],
  'second-factor-on': ['您的账号启用了动态口令。', 'One-time codes were switched on for your account.'],
  'second-factor-off': ['您的账号停用了动态口令。', 'One-time codes were switched off for your account.'],
  'second-factor-reset': [
    '安全管理员重置了您的动态口令，您的会话已全部终止。请重新登录并登记。',
    'The security administrator reset your second factor, and all your sessions have ended. Sign in and register it again.',
  ],
  'recovery-codes-renewed': [
    '您的恢复码已重新生成，原来的作废。',
    'Your recovery codes were made anew; the old ones are void.',
  ],
  'recovery-code-used': ['有人用恢复码登录了您的账号。', 'Somebody signed in to your account with a recovery code.'],
  'identity-linked': ['您的账号关联了统一身份。', 'Your account was linked to an identity of the identity provider.'],
  'identity-unlinked': [
    '您的账号解除了统一身份的关联。',
    'The link of your account to the identity provider was undone.',
  ],
}

/** Told whoever did it: if it was not her, this is how she learns. */
async function writeChange(db: Reader, personId: string, change: AccountChange): Promise<Letter | null> {
  const person = await findPerson(db, personId)
  if (!person?.email) return null
  const [zh, en] = changeTold[change]
  return {
    to: person.email,
    subject: '您的账号有变动 Your account has changed',
    text: [
      `${person.name}，您好。`,
      '',
      zh,
      en,
      '',
      '如果不是您本人办理的，请立即告诉安全管理员。',
      'If it was not you, tell your security administrator at once.',
      '',
    ].join('\n'),
  }
}

async function writePause(db: Reader, personId: string, lockedUntil: Date): Promise<Letter | null> {
  const person = await findPerson(db, personId)
  if (!person?.email || person.status !== 'active') return null
  return {
    to: person.email,
    subject: '您的账号暂停登录 Signing in is paused',
    text: [
      `${person.name}，您好。`,
      '',
      `有人多次用错误的密码登录您的账号，${minute(lockedUntil)} 前暂停登录。`,
      `Somebody tried your account with wrong passwords; signing in is paused until ${minute(lockedUntil)}.`,
      '',
      '如果不是您本人，请告诉安全管理员。',
      'If it was not you, tell your security administrator.',
      '',
    ].join('\n'),
  }
}

/** With the zone, because readers and server may differ. */
function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
