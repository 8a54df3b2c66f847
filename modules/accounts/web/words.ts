import { accountsWordsEn } from './words-en.ts'
import { accountsWordsZh } from './words-zh.ts'

/** What the screens of accounts say. Both languages hold the same keys. */
export const accountsWords = { zh: accountsWordsZh, en: accountsWordsEn }
