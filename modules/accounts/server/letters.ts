import { type Carrier, type Database, type Letter, type Reader, type Sender, Undeliverable } from '@opensti/db'
import { z } from 'zod'
import { findOpenInvitationById } from './accept-invitation.ts'
import { type AccountsOptions, invitationLink } from './options.ts'
import { findPerson } from './store.ts'
import { invitationToken } from './tokens.ts'

type Means = Pick<AccountsOptions, 'publicUrl' | 'linkSecret'>

const AboutInvitation = z.object({ invitationId: z.uuid() })
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
