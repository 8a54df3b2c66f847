import { formatDate } from '@opensti/ui'
import type { Citation, Name } from '../../contract.ts'
import type { Voice } from '../page.ts'

/** Chinese titles stand in book-title marks, once. */
export function documentName(title: string, { language }: Pick<Voice, 'language'>): string {
  return language === 'zh' && !/^[《【]|未引/.test(title) ? `《${title}》` : title
}

/** What a fact cites: a document in its marks, or in plain words who reported it. */
export function citedName({ documentId, documentTitle }: Citation, voice: Pick<Voice, 'language' | 'say'>): string {
  const title = voice.say(documentTitle)
  return documentId === '' ? title : documentName(title, voice)
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
