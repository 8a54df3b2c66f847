import { useLanguage } from '@opensti/ui/workbench'
import { useMemo } from 'react'
import { messages } from '../portal/messages.ts'
import type { Voice } from '../portal/page.ts'

/** The words and wordings of the public pages, so that both sides of the house say the same thing in the same way. */
export function useVoice(): Voice {
  const { language, say } = useLanguage()
  return useMemo(
    () => ({ language, text: messages[language], say, to: (path) => (language === 'en' ? `/en${path}` : path) }),
    [language],
  )
}
