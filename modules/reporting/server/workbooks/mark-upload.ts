import type { Reader } from '@opensti/db'
import type { Language } from '@opensti/kernel'
import { commentCells } from '@opensti/office'
import type { FilledWorkbook } from './fill-workbook.ts'
import { getUpload } from './upload-store.ts'

/** An uploaded workbook as it came, with what is to be said of a cell as a comment beside it. */
export async function markUpload(
  db: Reader,
  requestRef: string,
  id: string,
  language: Language,
): Promise<FilledWorkbook> {
  const { fileName, result } = await getUpload(db, requestRef, id)
  const { content } = await db
    .selectFrom('reporting.workbook_upload')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const missing = new Set(result.findings.filter(({ code }) => code === 'sheet-missing').map(({ sheet }) => sheet))
  const comments = result.findings
    .filter(({ sheet }) => !missing.has(sheet))
    .map(({ sheet, address, message, remedy }) => ({
      sheet,
      // What is about the whole sheet stands at its beginning.
      address: address ?? 'A1',
      text: [message[language], remedy?.[language]].filter(Boolean).join('\n'),
    }))
  const bytes = await commentCells({ name: fileName, bytes: content }, comments)
  const mark = language === 'zh' ? '（批注）' : ' (comments)'
  return { name: fileName.replace(/\.xlsx$/i, `${mark}.xlsx`), bytes }
}
