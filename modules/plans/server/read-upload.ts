import { extractText } from '@opensti/documents'
import { readApart } from './read-apart.ts'
import type { DocumentToRead } from './start-reading.ts'

/** Turns a file into text under guard, and the text into candidates. */
export async function readUpload(file: {
  name: string
  bytes: Buffer
}): Promise<Pick<DocumentToRead, 'fileName' | 'mediaType' | 'encoding' | 'reading'>> {
  const extracted = await extractText(file)
  return {
    fileName: file.name,
    mediaType: extracted.mediaType,
    encoding: extracted.encoding ?? 'none',
    reading: await readApart(extracted.text),
  }
}
