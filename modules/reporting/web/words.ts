import { reportingWordsEn } from './words-en.ts'
import { reportingWordsZh } from './words-zh.ts'
import { workbookWordsEn } from './workbooks/words-en.ts'
import { workbookWordsZh } from './workbooks/words-zh.ts'

/** Words of the reporting screens; the names of states and moves stand in the life of a return. */
export const reportingWords = {
  zh: { ...reportingWordsZh, workbooks: workbookWordsZh },
  en: { ...reportingWordsEn, workbooks: workbookWordsEn },
}
