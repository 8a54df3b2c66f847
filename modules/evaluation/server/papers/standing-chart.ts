import { chartSvg, type PaperPicture } from '@opensti/office'
import { standingNames, standings } from '../../domain/exercise-life.ts'
import type { ConcludedLine } from '../conclusion.ts'

/** How many indicators and tasks stand how, as supervision sees it. */
export function standingChart(lines: readonly ConcludedLine[], number: number, height = 150): PaperPicture {
  const count = (kind: ConcludedLine['kind']) =>
    standings.map((standing) => lines.filter((line) => line.kind === kind && line.review?.standing === standing).length)
  const series = [
    { name: '主要指标', values: count('indicator') },
    { name: '重点任务', values: count('task') },
  ].filter(({ values }) => values.some((value) => value > 0))
  const svg = chartSvg(
    {
      kind: 'bar',
      height,
      title: `图${number}　复核评价结果`,
      unit: '项',
      categories: standings.map((one) => standingNames[one].zh),
      series,
    },
    String,
  )
  const said = series.map(
    ({ name, values }) => `${name}${standings.map((one, at) => `${standingNames[one].zh}${values[at]}项`).join('、')}`,
  )
  return { kind: 'picture', svg, description: `${said.join('；')}。` }
}
