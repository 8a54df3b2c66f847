import { formatDate } from '@opensti/ui'
import type { Name } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** Chinese titles stand in book-title marks, once. */
export function documentName(title: string, { language }: Pick<Voice, 'language'>): string {
  return language === 'zh' && !/^[《【]|未引/.test(title) ? `《${title}》` : title
}

/** Who issued a paper, under which number and when. */
export function documentMeta(
  document: { issuer: Name | null; documentNumber: string | null; date: string | null },
  { language, say }: Pick<Voice, 'language' | 'say'>,
): string {
  return [
    document.issuer && say(document.issuer),
    document.documentNumber,
    document.date && formatDate(document.date, language),
  ]
    .filter(Boolean)
    .join(' · ')
}
