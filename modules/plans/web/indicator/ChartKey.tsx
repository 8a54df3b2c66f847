import type { ReactNode } from 'react'
import type { ChartData } from '../../portal/parts/chart-data.ts'
import { useVoice } from '../use-voice.ts'

/** What the signs of a chart mean; only those that are drawn. */
export function ChartKey({ data }: { data: ChartData }) {
  const { text } = useVoice()
  return (
    <ul className="key" aria-label={text.readAs}>
      <Entry label={text.key.actual} width={22}>
        <path className="actual" d="M1 6h20" />
        <circle className="point" cx="11" cy="6" r="4.5" />
      </Entry>
      {data.points.some((one) => one.provisional) && (
        <Entry label={text.key.provisional} width={12}>
          <circle className="point provisional" cx="6" cy="6" r="4" />
        </Entry>
      )}
      {data.baseline && (
        <Entry label={text.key.baseline} width={12}>
          <circle className="start" cx="6" cy="6" r="4.5" />
        </Entry>
      )}
      {data.path.length > 1 && (
        <Entry label={text.key.path} width={24}>
          <path className="way" d="M1 6h22" />
        </Entry>
      )}
      {data.targets.some((one) => one.staged) && (
        <Entry label={text.key.staged} width={14}>
          <g className="goal staged">
            <path d="M7 0 13 6 7 12 1 6Z" />
          </g>
        </Entry>
      )}
      {data.targets.some((one) => !one.staged) && (
        <Entry label={text.key.target} width={14}>
          <g className="goal">
            <path d="M7 0 13 6 7 12 1 6Z" />
          </g>
        </Entry>
      )}
    </ul>
  )
}

function Entry({ label, width, children }: { label: string; width: number; children: ReactNode }) {
  return (
    <li>
      <svg width={width} height={12} aria-hidden="true">
        {children}
      </svg>
      {label}
    </li>
  )
}
