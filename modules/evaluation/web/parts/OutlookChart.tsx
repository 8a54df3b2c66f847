import { formatNumber } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { LineView, OutlookView } from '../../contract.ts'

const size = { width: 360, height: 150, left: 8, right: 60, top: 18, bottom: 22 }

/** The course of an indicator: values, the interval of its forecast, the target; and in words what may be said. */
export function OutlookChart({ line }: { line: LineView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const outlook = line.facts?.outlook
  if (!line.facts || !outlook) return null
  return (
    <figure className="evl-outlook">
      {outlook.points.length >= 2 && (
        <Course
          outlook={outlook}
          target={line.facts.targetValue}
          label={t('outlook.chart', { title: say(line.title) })}
        />
      )}
      <figcaption>{say(outlook.words)}</figcaption>
    </figure>
  )
}

function Course({ outlook, target, label }: { outlook: OutlookView; target: number | null; label: string }) {
  const { points, low, high, value, year } = outlook
  const first = points[0]!
  const last = points.at(-1)!
  const isForecast = outlook.kind === 'forecast' && low !== null && high !== null && value !== null
  const values = [
    ...points.map((point) => point.value),
    ...(isForecast ? [low, high] : []),
    ...(target === null ? [] : [target]),
  ]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const end = Math.max(year, last.year)
  const x = (at: number) =>
    size.left + ((at - first.year) / Math.max(1, end - first.year)) * (size.width - size.left - size.right)
  const y = (of: number) => size.top + ((most - of) / (most - least || 1)) * (size.height - size.top - size.bottom)
  const way = points.map((point, at) => `${at ? 'L' : 'M'}${x(point.year)} ${y(point.value)}`).join('')
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
      {isForecast && (
        <>
          <path
            className="evl-band"
            d={`M${x(last.year)} ${y(last.value)}L${x(year)} ${y(high)}L${x(year)} ${y(low)}Z`}
          />
          <path className="evl-trend" d={`M${x(last.year)} ${y(last.value)}L${x(year)} ${y(value)}`} />
        </>
      )}
      <path className="evl-way" d={way} />
      {points.map((point) => (
        <circle key={point.year} className="evl-point" cx={x(point.year)} cy={y(point.value)} r={3} />
      ))}
      {target !== null && (
        <>
          <path className="evl-goal" d={`M${x(year)} ${y(target) - 6}l6 6-6 6-6-6Z`} />
          <text className="evl-goal-text" x={x(year) + 10} y={y(target) + 4}>
            {formatNumber(target)}
          </text>
        </>
      )}
      <text x={x(last.year)} y={y(last.value) - 8} textAnchor="middle">
        {formatNumber(last.value)}
      </text>
      <text x={x(first.year)} y={size.height - 4}>
        {first.year}
      </text>
      <text x={x(end)} y={size.height - 4} textAnchor="middle">
        {end}
      </text>
    </svg>
  )
}
