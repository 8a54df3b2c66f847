import { assessmentWordsEn } from './words-en.ts'
import { assessmentWordsZh } from './words-zh.ts'

/** Words of the assessment screens; the names of states and moves stand in the lives. */
export const assessmentWords = { zh: assessmentWordsZh, en: assessmentWordsEn }
