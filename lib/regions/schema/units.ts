import { z } from 'zod'
import { Citation, Id, LongText, PartialDate, rule } from './common.ts'

/** A name and the time in which it was the right one; without dates it holds for the whole life of the unit. */
export const UnitName = z.strictObject({
  zh: z.string().trim().min(1),
  en: z.string().trim().min(1),
  /** What documents write for short: 市科技局, 市科创委. */
  short: z.array(z.string().min(1)),
  from: PartialDate.optional(),
  until: PartialDate.optional(),
})

/** units/*.yaml, list `units`: a bureau renamed in 2019 is one unit with two names. */
export const Unit = z.strictObject({
  id: Id,
  names: z.array(UnitName).min(1),
  level: z.enum(['country', 'province', 'city', 'district']),
  kind: z.enum(['government', 'department', 'party', 'committee', 'agency', 'organisation', 'group']),
  /** The time in which the unit exists; open where it is not known or still goes on. */
  from: PartialDate.optional(),
  until: PartialDate.optional(),
  /** Functions that it had when it began; later moves stand in `changes`. */
  functions: z.array(Id).optional(),
  /** For a group such as all district governments: its members. */
  members: z.array(Id).optional(),
  note: LongText.optional(),
  cite: Citation,
})

/**
 * units/*.yaml, list `changes`: a dated event between units, many to many. A merge into one unit takes all functions along;
 * a split or a transfer lists them, because a function can also move without any renaming.
 */
export const UnitChange = z
  .strictObject({
    id: Id,
    kind: z.enum(['rename', 'merge', 'split', 'transfer']),
    date: PartialDate,
    from: z.array(Id).min(1),
    to: z.array(Id).min(1),
    moves: z.array(z.strictObject({ function: Id, from: Id, to: Id })).optional(),
    note: LongText.optional(),
    cite: Citation,
  })
  .refine(
    ...rule<{ kind: string; to: string[]; moves?: unknown[] }>(
      (change) =>
        change.kind === 'rename' ||
        (change.kind === 'merge' && change.to.length === 1) ||
        Boolean(change.moves?.length),
      '没有写明哪些职能随之转移',
      'It is not said which functions move',
      '在 moves 中逐项写明 function、from、to',
      'List each function with from and to under moves',
      ['moves'],
    ),
  )
  .refine(
    ...rule<{ kind: string; from: string[]; to: string[] }>(
      (change) => change.kind !== 'rename' || (change.from.length === 1 && change.from[0] === change.to[0]),
      '更名应是同一个单位',
      'A rename concerns one and the same unit',
      'from 和 to 写同一个单位，新旧名称写在该单位的 names 中；换了单位的写成 merge、split 或 transfer',
      'Name the same unit in from and to and keep both names in its names; use merge, split or transfer otherwise',
    ),
  )
