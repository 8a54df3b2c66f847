import { regionWorkdays } from '@opensti/accounts'
import { databaseNow } from '@opensti/db'
import { type PageAnswer, type Route, route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import { CycleCode, PeriodText, RegionId } from '../../contract.ts'
import {
  CallListQuery,
  LetterQuery,
  NewReminder,
  NoteCall,
  ReminderBoard,
  ReminderPlan,
  ReminderResult,
  StaleIndicatorList,
} from '../../contract-reminders.ts'
import { requestObject } from '../policy-objects.ts'
import { callWorkbook } from './call-workbook.ts'
import { noteCall } from './note-call.ts'
import { remindNow } from './remind-now.ts'
import { getReminderBoard } from './reminder-board.ts'
import { makeReminderLetter } from './reminder-letter.ts'
import { setReminderPlan } from './reminder-plan.ts'
import { staleOnDesk } from './stale-on-desk.ts'

const Region = z.object({ region: RegionId })
const Period = Region.extend({ cycle: CycleCode, period: PeriodText })
const Return = z.object({ return: z.uuid() })

const inRegion = async ({ params }: { params: { region: string } }) => ({ regionId: params.region })
const placeOf = ({ region, cycle, period }: z.infer<typeof Period>) => ({ regionId: region, cycle, period })
const place = '/api/regions/:region/cycles/:cycle/periods/:period' as const

/** Reminding, calling and writing to units whose returns have not come, and figures that have grown old. */
export const reminderRoutes: Route[] = [
  route(`GET ${place}/reminders`, 'reporting.reminder.read', ['催报', 'What has not come, and whom to call'], {
    params: Period,
    object: inRegion,
    answer: ReminderBoard,
    handle: ({ db, actor, params }) => getReminderBoard(db, actor, placeOf(params)),
  }),
  route(`POST ${place}/reminders`, 'reporting.reminder.send', ['现在提醒', 'Remind at once'], {
    params: Period,
    object: inRegion,
    body: NewReminder,
    answer: ReminderResult,
    handle: ({ db, actor, params, body, requestId }) => remindNow(db, actor, placeOf(params), body, requestId),
  }),
  route(`GET ${place}/call-list`, 'reporting.reminder.read', ['电话表', 'The call list as a workbook'], {
    params: Period,
    query: CallListQuery,
    object: inRegion,
    answer: 'page',
    handle: async ({ db, actor, params, query }) => {
      const board = await getReminderBoard(db, actor, placeOf(params))
      const days = await regionWorkdays(db, params.region)
      const dueDay = days.dayOf(new Date(board.dueAt))
      const means = { madeOn: await databaseNow(db), dueDay, dayOf: days.dayOf }
      return download(await callWorkbook(board, query.language, means))
    },
  }),
  route(`GET ${place}/reminder-letter`, 'reporting.reminder.read', ['催办函', 'The reminder letter'], {
    params: Period,
    query: LetterQuery,
    object: inRegion,
    answer: 'page',
    handle: async ({ db, actor, params, query }) =>
      download(await makeReminderLetter(db, actor, placeOf(params), query)),
  }),
  route('POST /api/returns/:return/calls', 'reporting.call.note', ['记下通话', 'Note a call'], {
    params: Return,
    object: ({ db, params }) => requestObject(db, params.return),
    body: NoteCall,
    handle: ({ db, actor, params, body, requestId }) => noteCall(db, actor, params.return, body, requestId),
  }),
  route(
    'PUT /api/regions/:region/reminder-plan',
    'reporting.reminder.plan',
    ['设定提醒日', 'Set the days of reminding'],
    {
      params: Region,
      object: inRegion,
      body: ReminderPlan,
      handle: ({ db, actor, params, body, requestId }) => setReminderPlan(db, actor, params.region, body, requestId),
    },
  ),
  route('GET /api/stale-indicators', 'reporting.reminder.stale', ['该更新的指标', 'Figures that have grown old'], {
    answer: StaleIndicatorList,
    handle: async ({ db, actor }) => ({ indicators: await staleOnDesk(db, personOf(actor)) }),
  }),
]

const types: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}

function download({ name, bytes }: { name: string; bytes: Uint8Array }): PageAnswer {
  const ending = name.split('.').at(-1) ?? ''
  return {
    body: Buffer.from(bytes),
    contentType: types[ending] ?? 'application/octet-stream',
    headers: {
      'content-disposition': `attachment; filename="paper.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    },
  }
}
