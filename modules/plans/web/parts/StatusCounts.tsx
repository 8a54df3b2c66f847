import { type StatusKey, statusKeys, statusMarks } from '@opensti/ui'
import { statusStrip } from '@opensti/ui/charts'
import { Drawing, StatusMark } from '@opensti/ui/workbench'
import type { ReactNode } from 'react'
import type { PlanView } from '../../contract.ts'
import { useVoice } from '../use-voice.ts'

interface Props {
  counts: PlanView['counts']
  /** How a status is wrapped, such as a link that shows its indicators. */
  wrap?: (status: StatusKey, content: ReactNode) => ReactNode
}

/** How many indicators have which status: a bar for the eye, words with their numbers below it. */
export function StatusCounts({ counts, wrap = (_status, content) => content }: Props) {
  const { text, language } = useVoice()
  const shown = statusKeys.map((status) => ({ status, count: counts[status] ?? 0 })).filter(({ count }) => count > 0)
  const total = shown.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <p className="muted">{text.noStatuses}</p>
  const label = shown.map(({ status, count }) => `${statusMarks[status].word[language]} ${count}`).join(text.list)
  return (
    <div className="status-counts">
      <Drawing drawing={statusStrip({ counts: shown, label: `${text.statusCounts(total)}${text.colon}${label}` })} />
      <ul>
        {shown.map(({ status, count }) => (
          <li key={status}>
            {wrap(
              status,
              <>
                <StatusMark status={status} /> <b>{count}</b>
              </>,
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
