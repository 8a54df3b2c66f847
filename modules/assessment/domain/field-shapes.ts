import { z } from 'zod'

/** Fields that messages share: lines and sentences that can be seen, names in both languages, numbers as decimal text. */

const visible = /^(?:[^\p{Cc}\p{Cf}]|\n)*$/u
const unseen = '含有看不见的字符 contains characters that cannot be seen'
export const Line = z.string().trim().min(1).max(200).regex(visible, unseen)
export const Sentence = z.string().trim().min(1).max(1000).regex(visible, unseen)
export const Names = z.strictObject({ zh: Line, en: Line })
export const Decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)
