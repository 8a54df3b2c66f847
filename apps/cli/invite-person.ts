import { invitationLink, invitePerson } from '@opensti/accounts'
import { invalid } from '@opensti/kernel'
import { withDatabase } from './with-database.ts'

export interface InvitationOptions {
  region: string
  signIn: string
  name: string
  role: string
  unit?: string
}

/** Invites the first people of an installation, before anyone can do it on the screen. Prints the link to hand over, once. */
export async function inviteFirstPerson(options: InvitationOptions): Promise<void> {
  const publicUrl = process.env['OPENSTI_PUBLIC_URL']
  if (!publicUrl) {
    throw invalid(
      'no_public_url',
      { zh: '不知道邀请链接应指向哪里。', en: 'It is not known where the link should lead.' },
      {
        remedy: {
          zh: '请设置 OPENSTI_PUBLIC_URL，例如 https://sti.example.gov.cn 。',
          en: 'Set OPENSTI_PUBLIC_URL, such as https://sti.example.gov.cn.',
        },
      },
    )
  }
  const linkFor = (token: string) => invitationLink({ publicUrl: () => publicUrl.replace(/\/$/, '') }, token)
  const made = await withDatabase((db) =>
    invitePerson(
      db,
      { actor: { kind: 'system', name: 'command-line' }, requestId: crypto.randomUUID() },
      {
        regionId: options.region,
        name: options.name,
        signInName: options.signIn,
        email: null,
        role: options.role,
        unitId: options.unit ?? null,
      },
      linkFor,
    ),
  )
  process.stdout.write(`${linkFor(made.token)}\n${made.expiresAt.toISOString()} 前有效 valid until\n`)
}
