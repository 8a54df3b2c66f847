import type { Bilingual } from '@opensti/kernel'

/** What fills the gaps of a notice's words: a name in both languages, plain text or a count, or a day such as 2026-10-13. */
export type NoticeParam = string | number | { zh: string; en: string } | { day: string } | { period: string }
export type NoticeParams = Readonly<Record<string, NoticeParam>>

/** A sort of thing that people are told, with its words. Each module lists its own; `apps/server/house.ts` joins them. */
export interface NoticeKind {
  /** `module.what`, such as `reporting.return-late`. */
  kind: string
  /** What one chooses by in the settings. */
  name: Bilingual
  /** The sentence, with gaps as `{{unit}}`. */
  text: Bilingual
  /** Whether it goes out as e-mail to those who have not chosen. */
  byMail: boolean
}

type Words = (param: NoticeParam | undefined, language: 'zh' | 'en') => string

/** The sentence of a notice in both languages. A kind that the house no longer knows is told by its name. */
export function noticeText(kinds: readonly NoticeKind[], kind: string, params: NoticeParams, words: Words): Bilingual {
  const text = kinds.find((one) => one.kind === kind)?.text ?? { zh: kind, en: kind }
  const fill = (language: 'zh' | 'en') =>
    text[language].replace(/\{\{(\w+)\}\}/g, (_, name: string) => words(params[name], language))
  return { zh: fill('zh'), en: fill('en') }
}
