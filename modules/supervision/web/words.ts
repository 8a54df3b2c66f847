import { supervisionWordsEn } from './words-en.ts'
import { supervisionWordsZh } from './words-zh.ts'

/** Words of the supervision screens; the names of states and moves stand in the life of an item. */
export const supervisionWords = { zh: supervisionWordsZh, en: supervisionWordsEn }
