/** Finding things by any two neighbouring characters, Chinese or not, and by the initials of their pinyin. */

export { type FoundEntry, findEntries, type SearchRequest } from './find-entries.ts'
export { gramsOf, normalise, pinyinInitials } from './grams.ts'
export { replaceEntries, type SearchEntry, type SearchScope } from './replace-entries.ts'
