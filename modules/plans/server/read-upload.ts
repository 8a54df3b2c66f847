import { extractText } from '@opensti/documents'
import { unprocessable } from '@opensti/kernel'
import { readingLimits } from './read-apart.ts'

export interface ReadableText {
  fileName: string
  mediaType: string
  encoding: string
  text: string
}

/**
 * Turns a file into text under guard.
 * @throws AppError (unprocessable) when there is no text in it, or more than can be read at once
 */
export async function readUpload(file: { name: string; bytes: Buffer }): Promise<ReadableText> {
  const { text, mediaType, encoding } = await extractText(file)
  if (text.trim() === '') {
    throw unprocessable(
      'nothing_to_read',
      { zh: '文件里没有文字。', en: 'There is no text in this file.' },
      {
        remedy: {
          zh: '如果是扫描件，请先做文字识别，或粘贴文字。',
          en: 'If it is a scan, recognise its text first, or paste the text.',
        },
      },
    )
  }
  const most = readingLimits.characters
  if (text.length > most) {
    throw unprocessable(
      'document_too_long',
      {
        zh: `这份文件有 ${Math.ceil(text.length / 10_000)} 万字，一次最多读 ${most / 10_000} 万字。`,
        en: `This document has ${text.length.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} are read at once.`,
      },
      { remedy: { zh: '请按章拆成较小的文件，再分别读取。', en: 'Split it by chapters and read them one by one.' } },
    )
  }
  return { fileName: file.name, mediaType, encoding: encoding ?? 'none', text }
}
