import { officePhones, regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { type Actor, periodName, personOf, unprocessable } from '@opensti/kernel'
import { makePdf, makeWord, type OfficialPaper } from '@opensti/office'
import { formatDate } from '@opensti/ui'
import type { LetterQuery, OutstandingReturn, ReminderBoard } from '../../contract-reminders.ts'
import { standingText } from './call-workbook.ts'
import { getReminderBoard } from './reminder-board.ts'
import { type Place, requireLeadOf } from './require-lead.ts'

/** Who signs the letter and whom to ring up about it. */
interface Sender {
  office: string
  contact: string
  phone: string | null
  day: string
  /** The last day on which the returns could have come. */
  dueDay: string
}

/**
 * The letter that reminds units (催办函) in the official layout: of one return, or of all in a period that are overdue or were
 * returned for completion. Each is spoken of as what it is.
 *
 * @throws `nothing_late` (422) when there is nobody to remind; 404 and 403 as `requireLeadOf`.
 */
export async function makeReminderLetter(
  db: Reader,
  actor: Actor,
  place: Place,
  wanted: LetterQuery,
): Promise<{ name: string; bytes: Uint8Array }> {
  const person = personOf(actor)
  const board = await getReminderBoard(db, actor, place)
  const { leadUnit } = await requireLeadOf(db, person, place)
  const late = board.returns.filter(
    (one) =>
      (one.kind === 'late' || one.kind === 'returned') &&
      // A bureau writes no letters to itself.
      (wanted.return === undefined ? one.unit.id !== leadUnit : one.id === wanted.return),
  )
  if (late.length === 0) throw nothingLate()
  const now = await databaseNow(db)
  const days = await regionWorkdays(db, place.regionId)
  const sender: Sender = {
    office: (await unitDirectory(db)).find(leadUnit)?.name.zh ?? leadUnit,
    contact: person.name,
    phone: (await officePhones(db, [person.personId])).get(person.personId) ?? null,
    day: days.dayOf(now),
    dueDay: days.dayOf(new Date(board.dueAt)),
  }
  const paper = letterOf(board, late, sender, wanted.number)
  const means = { madeAt: now, author: sender.office }
  const bytes = wanted.format === 'pdf' ? (await makePdf(paper, means)).bytes : await makeWord(paper, means)
  const to = late.length === 1 && late[0] ? late[0].unit.name.zh : `${late.length}个单位`
  return { name: `催办函-${board.cycle.names.zh}-${periodName(board.period).zh}-${to}.${wanted.format}`, bytes }
}

/** The letter as it is written. Chinese only: it is an official paper. */
export function letterOf(
  board: Pick<ReminderBoard, 'cycle' | 'period'>,
  late: readonly OutstandingReturn[],
  sender: Sender,
  number: string | undefined,
): OfficialPaper {
  const period = periodName(board.period).zh
  const matter = `《${board.cycle.names.zh}》（${period}）`
  const overdue = late.filter(({ kind }) => kind === 'late')
  const returned = late.filter(({ kind }) => kind === 'returned')
  const today = formatDate(sender.day, 'zh')
  const said = (some: readonly OutstandingReturn[]) =>
    late.length === 1 ? '贵单位的报表' : `下列${some.length}个单位的报表`
  const verb = overdue.length > 0 ? '催报' : '补充报送'
  return {
    form: 'document',
    issuer: sender.office,
    ...(number && { number }),
    title: `${sender.office}\n关于${verb}${period}\n${board.cycle.names.zh}的函`,
    addressee: late.map((one) => one.unit.name.zh).join('、'),
    body: [
      {
        kind: 'paragraph',
        text: `按照报送安排，${matter}应于${formatDate(sender.dueDay, 'zh')}前报送。`,
      },
      ...part(overdue, `截至${today}，${said(overdue)}尚未报送，影响汇总。有关情况如下：`, '逾期未报情况'),
      ...part(
        returned,
        `${said(returned)}已经报来，需要补充完善，退回后截至${today}尚未再报。有关情况如下：`,
        '退回待补情况',
      ),
      {
        kind: 'paragraph',
        text: '请抓紧核实填报，经本单位审核签发后报送。确有数据暂时不能提供的，请在报表中写明原因和预计时间；对报送要求有疑问的，请与联系人沟通。',
      },
      { kind: 'paragraph', text: '特此函告。' },
    ],
    signature: { name: sender.office, date: sender.day },
    contact: `联系人：${sender.contact}${sender.phone ? `，电话：${sender.phone}` : ''}`,
  }
}

/** What is said of some of the units, and a table of how each stands; nothing of none. */
function part(some: readonly OutstandingReturn[], text: string, caption: string): OfficialPaper['body'] {
  if (some.length === 0) return []
  return [
    { kind: 'paragraph', text },
    {
      kind: 'table',
      caption,
      columns: [
        { heading: '单位', share: 3, align: 'left' },
        { heading: '现在环节', share: 1.6, align: 'center' },
        { heading: '报送情况', share: 2.2, align: 'center' },
        { heading: '未填数据', share: 4, align: 'left' },
      ],
      rows: some.map((one) => [
        one.unit.name.zh,
        one.step.zh,
        standingText(one, 'zh'),
        one.missing === 0
          ? `${one.cells}项已填齐，尚未报出`
          : `${one.missing}项：${one.missingNames.map(({ zh }) => zh).join('、')}${
              one.missing > one.missingNames.length ? '等' : ''
            }`,
      ]),
    },
  ]
}

function nothingLate() {
  return unprocessable(
    'nothing_late',
    {
      zh: '这一期没有逾期未报或退回待补的报表。',
      en: 'No return of this period is overdue or has to be completed.',
    },
    { remedy: { zh: '未到期的，可用“现在提醒”。', en: 'Use “Remind now” for those that are not due yet.' } },
  )
}
