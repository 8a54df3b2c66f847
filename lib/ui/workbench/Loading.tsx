import { Skeleton } from 'antd'
import { useLanguage } from './language.tsx'
import { useScreenTitle } from './screen-title.ts'

const words = { zh: '正在载入', en: 'Loading' } as const

/** A whole screen that is on its way. */
export function ScreenLoading() {
  const { language } = useLanguage()
  useScreenTitle(words[language])
  return <Loading rows={8} />
}

/** A part of a screen that is on its way. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const { language } = useLanguage()
  return (
    <div role="status" aria-label={words[language]} className="loading">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}
