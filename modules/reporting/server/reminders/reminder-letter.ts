import { officePhones, regionWorkdays, unitDirectory } from '@opensti/accounts'
import { databaseNow, type Reader } from '@opensti/db'
import { type Actor, periodName, unprocessable } from '@opensti/kernel'
import { makePdf, makeWord, type OfficialPaper } from '@opensti/office'
import { formatDate } from '@opensti/ui'
import type { LetterQuery, OutstandingReturn, ReminderBoard } from '../../contract-reminders.ts'
import { personOf } from '../store.ts'
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
 * The letter that reminds late units (催办函) in the official layout: of one return, or of all that are late in a period.
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
  const units = late.map((one) => one.unit.name.zh)
  return {
    form: 'document',
    issuer: sender.office,
    ...(number && { number }),
    title: `${sender.office}\n关于催报${period}\n${board.cycle.names.zh}的函`,
    addressee: units.join('、'),
    body: [
      {
        kind: 'paragraph',
        text: `按照报送安排，${matter}应于${formatDate(sender.dueDay, 'zh')}前报送。截至${formatDate(sender.day, 'zh')}，${
          late.length === 1 ? '贵单位的报表' : `下列${late.length}个单位的报表`
        }尚未报齐，影响汇总。有关情况如下：`,
      },
      {
        kind: 'table',
        caption: '未报情况',
        columns: [
          { heading: '单位', share: 3, align: 'left' },
          { heading: '现在环节', share: 1.6, align: 'center' },
          { heading: '逾期情况', share: 2.2, align: 'center' },
          { heading: '未填数据', share: 4, align: 'left' },
        ],
        rows: late.map((one) => [
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

function nothingLate() {
  return unprocessable(
    'nothing_late',
    { zh: '这一期没有逾期未报的报表。', en: 'No return of this period is late.' },
    { remedy: { zh: '未到期的，可用“现在提醒”。', en: 'Use “Remind now” for those that are not due yet.' } },
  )
}
