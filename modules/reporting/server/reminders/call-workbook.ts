import type { Bilingual, Day } from '@opensti/kernel'
import { makeWorkbook } from '@opensti/office'
import { formatDate, formatPeriod } from '@opensti/ui'
import type { OutstandingReturn, ReminderBoard } from '../../contract-reminders.ts'

type Language = 'zh' | 'en'

const words = {
  title: { zh: '催报电话表', en: 'Call list' },
  sheet: { zh: '电话表', en: 'Call list' },
  unit: { zh: '单位', en: 'Unit' },
  standing: { zh: '报送情况', en: 'How it stands' },
  step: { zh: '现在环节', en: 'Where it is' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '办公电话', en: 'Office number' },
  missing: { zh: '未填数据', en: 'Missing figures' },
  call: { zh: '通话记录', en: 'Calls' },
  noPhone: { zh: '未登记', en: 'none given' },
  reached: { zh: '已通话', en: 'reached' },
  notReached: { zh: '未接通', en: 'not reached' },
  note: {
    zh: '仅供汇总单位催报使用，用后请妥善保管。截止日：',
    en: 'For the lead bureau’s calls only; keep it safe. Due on: ',
  },
} as const

const roles: Record<'reporter' | 'leader', Bilingual> = {
  reporter: { zh: '填报', en: 'reports' },
  leader: { zh: '负责人', en: 'leads' },
}

/** The units that are overdue or have to complete their return, with whom to call, as a workbook: one line for each person. */
export async function callWorkbook(
  board: ReminderBoard,
  language: Language,
  { madeOn, dueDay, dayOf }: { madeOn: Date; dueDay: Day; dayOf: (moment: Date) => Day },
): Promise<{ name: string; bytes: Uint8Array }> {
  const say = (text: Bilingual) => text[language] || text.zh
  const late = board.returns.filter((one) => one.kind === 'late' || one.kind === 'returned')
  const title = `${say(board.cycle.names)} ${formatPeriod(board.period, language)} ${say(words.title)}`
  const columns: [keyof typeof words, number][] = [
    ['unit', 24],
    ['standing', 18],
    ['step', 12],
    ['contact', 18],
    ['phone', 18],
    ['missing', 40],
    ['call', 40],
  ]
  const bytes = await makeWorkbook(
    [
      {
        name: say(words.sheet),
        title,
        columns: columns.map(([key, width]) => ({ heading: say(words[key]), width })),
        rows: late.flatMap((one) =>
          (one.contacts.length > 0 ? one.contacts : [null]).map((contact, at) => [
            say(one.unit.name),
            standingText(one, language),
            say(one.step),
            contact &&
              bracketed(say(contact.name), say(contact.as === 'holder' ? one.step : roles[contact.as]), language),
            contact && (contact.phone ?? say(words.noPhone)),
            at === 0 ? missingText(one, language) : null,
            at === 0 ? callsText(one, language, dayOf) : null,
          ]),
        ),
        notes: [`${say(words.note)}${formatDate(dueDay, language)}`],
      },
    ],
    { madeOn },
  )
  return { name: `${title}.xlsx`, bytes }
}

const bracketed = (word: string, inside: string, language: Language) =>
  language === 'zh' ? `${word}（${inside}）` : `${word} (${inside})`

export function standingText({ kind, days }: Pick<OutstandingReturn, 'kind' | 'days'>, language: Language): string {
  if (kind === 'returned')
    return language === 'zh' ? `退回补充已${days}个工作日` : `returned ${days} working day(s) ago`
  return language === 'zh' ? `逾期未报${days}个工作日` : `${days} working day(s) late`
}

function missingText(one: OutstandingReturn, language: Language): string {
  const names = one.missingNames.map((name) => name[language] || name.zh).join(language === 'zh' ? '、' : ', ')
  const more = one.missing > one.missingNames.length ? (language === 'zh' ? '等' : ' …') : ''
  if (one.missing === 0)
    return language === 'zh' ? `${one.cells}项已填齐，未报出` : `all ${one.cells} filled, not handed in`
  return `${one.missing} / ${one.cells}：${names}${more}`
}

function callsText(one: OutstandingReturn, language: Language, dayOf: (moment: Date) => Day): string {
  return one.calls
    .map(({ at, by, reached, note }) => {
      const told = words[reached ? 'reached' : 'notReached'][language]
      return [formatDate(dayOf(new Date(at)), language), by[language] || by.zh, told, note].filter(Boolean).join(' ')
    })
    .join('\n')
}
