import { type Carrier, type Database, type Letter, type Reader, type Sender, Undeliverable } from '@opensti/db'
import { z } from 'zod'
import { type NoticeKind, type NoticeParams, noticeText } from '../../domain/notice-kind.ts'
import { paramWords } from './list-notices.ts'

/** What the letters of notices need to know of the house. */
export interface NoticeMeans {
  publicUrl: () => string
  noticeKinds: readonly NoticeKind[]
}

const AboutNotice = z.object({ noticeId: z.string().regex(/^\d{1,18}$/) })

/** Writes the letter of a notice when it leaves. Whoever has seen the matter by then, or wants no letters, gets none. */
export function noticeSenders(db: Database, means: NoticeMeans, carrier: Carrier): Record<string, Sender> {
  return {
    'mail.notice': async ({ id, payload }, signal) => {
      const about = AboutNotice.safeParse(payload)
      if (!about.success) throw new Undeliverable('The message does not say which notice it is about.')
      const letter = await writeNotice(db, means, about.data.noticeId)
      if (letter) await carrier.carry(letter, String(id), signal)
    },
  }
}

async function writeNotice(db: Reader, { publicUrl, noticeKinds }: NoticeMeans, id: string): Promise<Letter | null> {
  const row = await db
    .selectFrom('accounts.notice as n')
    .innerJoin('accounts.person as p', 'p.id', 'n.person')
    .leftJoin('accounts.notice_choice as c', (join) =>
      join.onRef('c.person', '=', 'n.person').onRef('c.kind', '=', 'n.kind'),
    )
    .select(['n.kind', 'n.params', 'n.link', 'n.seen_at', 'p.name', 'p.email', 'p.status', 'c.by_mail'])
    .where('n.id', '=', BigInt(id))
    .executeTakeFirst()
  const kind = noticeKinds.find((one) => one.kind === row?.kind)
  if (!row?.email || !kind || row.status !== 'active' || row.seen_at || !(row.by_mail ?? kind.byMail)) return null
  const text = noticeText(noticeKinds, row.kind, row.params as NoticeParams, paramWords)
  return {
    to: row.email,
    subject: `${kind.name.zh} ${kind.name.en}`,
    text: [
      `${row.name}，您好。`,
      '',
      text.zh,
      text.en,
      '',
      '到这里办理 Act on it here:',
      `${publicUrl()}/workbench${row.link}`,
      '',
      '不想收到这类邮件，可在工作台的“通知”里选择。',
      'You can choose in the workbench, under Notices, which letters you get.',
      '',
    ].join('\n'),
  }
}
