import { Alert } from 'antd'
import { adviceOf } from './api.ts'
import { useLanguage } from './language.tsx'

/** A refusal shown as advice beside the thing it is about. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { language } = useLanguage()
  const { title, lines } = adviceOf(error, language)
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={title}
      description={lines.length > 0 ? lines.map((line) => <div key={line}>{line}</div>) : undefined}
    />
  )
}
