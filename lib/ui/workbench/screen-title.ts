import { useEffect } from 'react'
import { useLanguage } from './language.tsx'

export const productName = { zh: 'OpenSTI 工作台', en: 'OpenSTI Workbench' } as const

/** Names the browser's tab after the screen, in the language of the interface; a screen without a name leaves it to the product. */
export function useScreenTitle(name: string): void {
  const { language } = useLanguage()
  useEffect(() => {
    const product = productName[language]
    document.title = name === '' ? product : `${name} · ${product}`
    return () => {
      document.title = product
    }
  }, [name, language])
}
