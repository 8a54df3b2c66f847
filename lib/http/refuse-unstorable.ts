import { invalid } from '@opensti/kernel'

/** Passwords are never kept, only their hashes, and may hold any letters at all. */
const onlyHashed = /password$/i

/**
 * Text that no database keeps: the character NUL and halves of characters. It is refused at the door, in whatever part
 * of the message it stands, so that no single field has to think of it.
 */
export function refuseUnstorable(value: unknown, field = ''): void {
  if (typeof value === 'string') {
    if (!value.includes('\u0000') && value.isWellFormed()) return
    throw invalid(
      'unstorable_text',
      { zh: '内容中有无法保存的字符。', en: 'The message holds characters that cannot be kept.' },
      {
        details: [
          { message: { zh: '请删除看不见的字符。', en: 'Remove the invisible characters.' }, place: { field } },
        ],
      },
    )
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (onlyHashed.test(key)) continue
    refuseUnstorable(key, field)
    refuseUnstorable(inner, field === '' ? key : `${field}.${key}`)
  }
}
