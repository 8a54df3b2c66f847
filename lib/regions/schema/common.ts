import { z } from 'zod'

/**
 * A rule of content with its explanation. `checkRegions` shows both to the person who edits the file,
 * so every rule says what is wrong and what to write instead.
 */
export function rule<T>(
  test: (value: T) => boolean,
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
  path?: string[],
) {
  return [
    test,
    { error: en, params: { message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } }, ...(path ? { path } : {}) },
  ] as const
}

/** Ids are lower-case words joined by hyphens: they appear in addresses and never change once published. */
export const Id = z
  .string()
  .refine(
    ...rule<string>(
      (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
      '编号只能用小写字母、数字和连字符',
      'An id uses lower-case letters, digits and hyphens only',
      '改成类似 rd-intensity 的写法',
      'Write it like rd-intensity',
    ),
  )

/** Every name stands in both languages. */
export const Names = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
export type Names = z.infer<typeof Names>

/** A longer text: Chinese always, English where there is one. */
export const LongText = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1).optional() })
export type LongText = z.infer<typeof LongText>

const looksLikeADate = (text: string): boolean => {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A date as exactly as it is known: "2018", "2018-06" or "2018-06-15". Text order is time order. */
export const PartialDate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .refine(
      ...rule<string>(
        looksLikeADate,
        '日期写法不对，或没有这一天',
        'This is not a date, or there is no such day',
        '写成 2018、2018-06 或 2018-06-15',
        'Write 2018, 2018-06 or 2018-06-15',
      ),
    ),
)

export const Year = z.number().int().min(1949).max(2100)

/** A reporting period that sorts as text: 2026, 2026-H1, 2026-Q3, 2026-07. */
export const ReportingPeriod = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .refine(
      ...rule<string>(
        (text) => /^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$/.test(text),
        '报告期写法不对',
        'This is not a reporting period',
        '写成 2026、2026-H1、2026-Q3 或 2026-07',
        'Write 2026, 2026-H1, 2026-Q3 or 2026-07',
      ),
    ),
)

/** How a fact was checked: against the issuing office, in a copy that was read, or not yet. */
export const Verified = z.enum(['official', 'source', 'unverified'])
export type Verified = z.infer<typeof Verified>

/** Where a fact stands. Only a fact that nobody has verified may do without a document; it then says why it is believed. */
export const Citation = z
  .strictObject({
    document: Id.optional(),
    section: z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1).optional()),
    /** Counted from 1 inside the section. */
    paragraph: z.number().int().min(1).optional(),
    verified: Verified,
    /** Text alone is Chinese. */
    note: z.union([z.string().min(1), LongText]).optional(),
  })
  .refine(
    ...rule<{ document?: string; section?: string; verified: string; note?: unknown }>(
      (cite) => (cite.document ? Boolean(cite.section) : cite.verified === 'unverified' && Boolean(cite.note)),
      '出处不完整',
      'The citation is incomplete',
      '写明 document 和 section；没有文件可引的，写 verified: unverified 并用 note 说明依据',
      'Give document and section; where no document can be cited, write verified: unverified and say in note why it is believed',
    ),
  )
export type Citation = z.infer<typeof Citation>

/** The fields of a fact that stands at one place, and perhaps is repeated at others. */
export const cited = { cite: Citation, also: z.array(Citation).optional() }

export const Comparator = z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'approx', 'range', 'inc', 'mul'])
export type Comparator = z.infer<typeof Comparator>
