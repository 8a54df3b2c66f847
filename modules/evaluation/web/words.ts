import { evaluationWordsEn } from './words-en.ts'
import { evaluationWordsZh } from './words-zh.ts'

/** Words of the evaluation screens; the names of states, standings and moves stand in the life of an evaluation. */
export const evaluationWords = { zh: evaluationWordsZh, en: evaluationWordsEn }
