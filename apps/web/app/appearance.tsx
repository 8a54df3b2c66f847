import { antdTheme } from '@opensti/ui/antd-theme'
import { DesignStyle, useLanguage } from '@opensti/ui/workbench'
import { App as AntApp, ConfigProvider, theme } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { usePrinting } from './use-printing.ts'

type Mode = 'light' | 'dark'

const Appearance = createContext<{ mode: Mode; choose: (mode: Mode) => void }>({
  mode: 'light',
  choose: () => undefined,
})

export function useAppearance() {
  return useContext(Appearance)
}

/** Light or dark as the system has it, until this browser chooses. */
function firstMode(): Mode {
  const remembered = localStorage.getItem('opensti.appearance')
  if (remembered === 'light' || remembered === 'dark') return remembered
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

export function AppearanceProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const [mode, setMode] = useState<Mode>(firstMode)
  useEffect(() => {
    document.documentElement.dataset['theme'] = mode
  }, [mode])
  const choose = (next: Mode) => {
    localStorage.setItem('opensti.appearance', next)
    setMode(next)
  }
  // Paper is light.
  const drawn = usePrinting() ? 'light' : mode
  const algorithm = drawn === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm
  return (
    <Appearance value={{ mode, choose }}>
      <DesignStyle />
      <ConfigProvider
        locale={language === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
        theme={{ ...antdTheme(drawn, language), algorithm, cssVar: { key: 'opensti' } }}
      >
        <AntApp>{children}</AntApp>
      </ConfigProvider>
    </Appearance>
  )
}
