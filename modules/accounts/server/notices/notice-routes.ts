import { type Context, type Route, route } from '@opensti/http'
import {
  ChooseNotices,
  NoticeChoices,
  NoticePage,
  NoticeQuery,
  SeeNotices,
  SetOfficePhone,
  UnseenNotices,
} from '../../contract-notices.ts'
import { deedOf, personIdOf, personOf } from '../deed.ts'
import { setOwnOfficePhone } from '../office-phones.ts'
import type { AccountsOptions } from '../options.ts'
import { chooseNotices, getNoticeChoices } from './choose-notices.ts'
import { countUnseen, listNotices } from './list-notices.ts'
import { seeNotices } from './see-notices.ts'

/** What one has been told oneself, and by which ways one wants to hear it. */
export function noticeRoutes({ noticeKinds: kinds = [], lettersReachPeople }: AccountsOptions): Route[] {
  const object = async ({ actor }: Pick<Context, 'actor'>) => ({ personId: personIdOf(actor) ?? undefined })
  return [
    route('GET /api/accounts/own/notices', 'accounts.notice.list-own', ['我的通知', 'My notices'], {
      query: NoticeQuery,
      answer: NoticePage,
      object,
      handle: ({ db, actor, query }) => listNotices(db, kinds, personOf(actor).personId, query),
    }),
    route('GET /api/accounts/own/notices/count', 'accounts.notice.list-own', ['未读通知数', 'How many are unseen'], {
      answer: UnseenNotices,
      object,
      handle: async ({ db, actor }) => ({ unseen: await countUnseen(db, personOf(actor).personId) }),
    }),
    route('POST /api/accounts/own/notices/seen', 'accounts.notice.see-own', ['看过通知', 'Mark notices as seen'], {
      body: SeeNotices,
      object,
      handle: ({ db, actor, body }) => seeNotices(db, personOf(actor).personId, body),
    }),
    route('GET /api/accounts/own/notice-choices', 'accounts.notice.choose-own', ['我的通知方式', 'How I am told'], {
      answer: NoticeChoices,
      object,
      handle: async ({ db, actor }) => ({
        ...(await getNoticeChoices(db, kinds, personOf(actor).personId)),
        lettersReachPeople,
      }),
    }),
    route('PUT /api/accounts/own/notice-choices', 'accounts.notice.choose-own', ['选择通知方式', 'Choose how'], {
      body: ChooseNotices,
      object,
      handle: (context) => chooseNotices(context.db, kinds, deedOf(context), context.body.kinds),
    }),
    route('PUT /api/accounts/own/office-phone', 'accounts.phone.set-own', ['我的办公电话', 'My office number'], {
      body: SetOfficePhone,
      object,
      handle: (context) => setOwnOfficePhone(context.db, deedOf(context), context.body.officePhone),
    }),
  ]
}
