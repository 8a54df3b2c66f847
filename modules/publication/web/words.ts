import { publicationWordsEn } from './words-en.ts'
import { publicationWordsZh } from './words-zh.ts'

/** Words of the publication screens; the names of states and moves stand in the life of a release. */
export const publicationWords = { zh: publicationWordsZh, en: publicationWordsEn }
