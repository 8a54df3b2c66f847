import { invitationLink, invitePerson, linkSecret, listRegions } from '@opensti/accounts'
import { invalid } from '@opensti/kernel'
import { dataDir, withDatabase } from './with-database.ts'

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
  const made = await withDatabase(async (db) => {
    const regions = (await listRegions(db)).map((region) => region.id)
    if (!regions.includes(options.region)) throw unknownRegion(options.region, regions)
    return invitePerson(
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
      linkSecret(dataDir),
    )
  })
  const link = invitationLink({ publicUrl: () => publicUrl.replace(/\/$/, '') }, made.token)
  process.stdout.write(`${link}\n${made.expiresAt.toISOString()} 前有效 valid until\n`)
}

function unknownRegion(wanted: string, known: readonly string[]) {
  return invalid(
    'unknown_region',
    { zh: `没有地区“${wanted}”。`, en: `There is no region ${wanted}.` },
    {
      remedy: {
        zh: `可用的有：${known.join('、') || '无，请先启动一次或运行 region load'}。`,
        en: `There are: ${known.join(', ') || 'none; start once or run region load'}.`,
      },
    },
  )
}
