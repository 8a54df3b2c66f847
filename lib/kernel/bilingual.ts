/** A text in Chinese and in English. Chinese comes first in every interface. */
export interface Bilingual {
  zh: string
  en: string
}

export type Language = 'zh' | 'en'

/** English falls back to Chinese, because a Chinese name says more to a reader than an empty cell. */
export function inLanguage(text: Bilingual, language: Language): string {
  return (language === 'en' && text.en) || text.zh
}
