import { securityWordsEn } from './security/words-security-en.ts'
import { securityWordsZh } from './security/words-security-zh.ts'
import { accountsWordsEn } from './words-en.ts'
import { accountsWordsZh } from './words-zh.ts'

export const accountsWords = {
  zh: { ...accountsWordsZh, security: securityWordsZh },
  en: { ...accountsWordsEn, security: securityWordsEn },
}
