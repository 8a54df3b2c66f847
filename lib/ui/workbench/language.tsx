import type { Bilingual, Language } from '@opensti/kernel'
import { useTranslation } from 'react-i18next'

/** The language of the interface, and how to say a bilingual name in it. */
export function useLanguage(): { language: Language; say: (name: Bilingual) => string } {
  const { i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return { language, say: (name) => (language === 'en' && name.en) || name.zh }
}
