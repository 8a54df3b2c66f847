import { reminderWordsEn } from './reminders/words-en.ts'
import { reminderWordsZh } from './reminders/words-zh.ts'
import { reportingWordsEn } from './words-en.ts'
import { reportingWordsZh } from './words-zh.ts'
import { workbookWordsEn } from './workbooks/words-en.ts'
import { workbookWordsZh } from './workbooks/words-zh.ts'

/** Words of the reporting screens; the names of states and moves stand in the life of a return. */
export const reportingWords = {
  zh: { ...reportingWordsZh, workbooks: workbookWordsZh, reminders: reminderWordsZh },
  en: { ...reportingWordsEn, workbooks: workbookWordsEn, reminders: reminderWordsEn },
}
