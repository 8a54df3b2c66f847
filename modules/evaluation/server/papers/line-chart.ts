import { chartSvg, type PaperPicture } from '@opensti/office'
import { formatNumber } from '@opensti/ui'
import { forecast } from '../../domain/forecast.ts'
import type { ConcludedLine } from '../conclusion.ts'

/** The series of an indicator with its target and, where there is one, the interval of its forecast. */
export function lineChart(line: ConcludedLine, number: number, height = 180): PaperPicture | null {
  const facts = line.facts
  const outlook = facts?.outlook
  const points = outlook?.points ?? []
  const first = points.at(0)
  const last = points.at(-1)
  if (!facts || !outlook || !first || !last || points.length < 2 || facts.targetValue === null) return null
  const target = facts.targetValue
  const end = Math.max(outlook.year, last.year)
  const years = Array.from({ length: end - first.year + 1 }, (_, at) => first.year + at)
  const ahead = (year: number) => {
    const answer = outlook.kind === 'forecast' && year > last.year ? forecast(points, year) : null
    return answer?.kind === 'forecast' ? answer : null
  }
  const from = (year: number) => (outlook.kind === 'forecast' && year === last.year ? last.value : null)
  const svg = chartSvg(
    {
      kind: 'line',
      height,
      title: `图${number}　${line.title.zh}`,
      unit: facts.unit,
      categories: years.map(String),
      series: [
        { name: '实际值', values: years.map((year) => points.find((point) => point.year === year)?.value ?? null) },
        { name: '目标', values: years.map((year) => (year === outlook.year ? target : null)) },
        ...(outlook.kind === 'forecast'
          ? [{ name: '趋势', values: years.map((year) => ahead(year)?.value ?? from(year)) }]
          : []),
      ],
      ...(outlook.kind === 'forecast' && {
        band: {
          name: '80%预测区间',
          low: years.map((year) => ahead(year)?.low ?? from(year)),
          high: years.map((year) => ahead(year)?.high ?? from(year)),
        },
      }),
    },
    (value) => formatNumber(value, Math.abs(value) >= 100 ? 0 : 2),
  )
  return {
    kind: 'picture',
    svg,
    description: `${line.title.zh}：${points.map((point) => `${point.year}年${formatNumber(point.value)}`).join('，')}；目标${outlook.year}年${formatNumber(target)}${facts.unit}。${outlook.words.zh}`,
  }
}
