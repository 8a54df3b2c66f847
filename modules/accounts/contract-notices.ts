import { z } from 'zod'

/** What the browser and the API see of notices. Each person sees her own only. */

const Names = z.object({ zh: z.string(), en: z.string() })
const Time = z.iso.datetime()
const NoticeId = z.string().regex(/^\d{1,18}$/)

export const NoticeQuery = z.object({
  /** The `next` of the page before. */
  before: NoticeId.optional(),
  unseen: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const NoticeView = z
  .object({
    id: NoticeId,
    kind: z.string(),
    text: Names,
    /** Address inside the workbench. */
    link: z.string(),
    madeAt: Time,
    seenAt: Time.nullable(),
  })
  .meta({ id: 'NoticeView' })
export type NoticeView = z.infer<typeof NoticeView>

export const NoticePage = z
  .object({ notices: z.array(NoticeView), unseen: z.number().int(), next: NoticeId.nullable() })
  .meta({ id: 'NoticePage' })
export type NoticePage = z.infer<typeof NoticePage>

export const UnseenNotices = z.object({ unseen: z.number().int() }).meta({ id: 'UnseenNotices' })
export type UnseenNotices = z.infer<typeof UnseenNotices>

/** One, or everything up to the newest one on the screen; what came in since stays unseen. */
export const SeeNotices = z
  .union([z.strictObject({ upTo: NoticeId }), z.strictObject({ only: NoticeId })])
  .meta({ id: 'SeeNotices' })
export type SeeNotices = z.infer<typeof SeeNotices>

const Choice = z.object({ kind: z.string().max(120), byMail: z.boolean() })
export const NoticeChoices = z
  .object({
    /** Where others of the office call her. */
    officePhone: z.string().nullable(),
    /** Where letters go; null while the account has no address. */
    mailAddress: z.string().nullable(),
    /** Whether this installation sends letters to people at all. */
    lettersReachPeople: z.boolean(),
    kinds: z.array(Choice.extend({ name: Names })),
  })
  .meta({ id: 'NoticeChoices' })
export type NoticeChoices = z.infer<typeof NoticeChoices>
export const ChooseNotices = z.object({ kinds: z.array(Choice).min(1).max(100) }).meta({ id: 'ChooseNotices' })

export const SetOfficePhone = z
  .object({
    officePhone: z
      .string()
      .trim()
      .regex(/^[0-9+][0-9 ()+-]{2,29}$/, '只写数字、空格和 + - ( ) digits, spaces and + - ( ) only')
      .nullable(),
  })
  .meta({ id: 'SetOfficePhone' })
