import type { Bilingual } from '@opensti/kernel'
import type { LineView } from '../../contract.ts'
import { standingNames } from '../../domain/exercise-life.ts'

interface Words {
  t: (key: string) => string
  say: (name: Bilingual) => string
}

/** The lines as a workbook to be passed on, in the order of the screen. */
export async function linesWorkbook(
  title: string,
  lines: readonly LineView[],
  { t, say }: Words,
): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = title
  const sheet = workbook.addWorksheet(t('exercise.lines'))
  const columns = [
    ['line', 40],
    ['unit', 26],
    ['weight', 8],
    ['target', 20],
    ['latest', 24],
    ['own', 12],
    ['words', 40],
    ['review', 12],
    ['words', 40],
    ['evidence', 40],
    ['points', 10],
  ] as const
  sheet.columns = columns.map(([name, width]) => ({ header: t(`columns.${name}`), width }))
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1, xSplit: 1 }]
  const said = (one: LineView['own']) => (one?.standing ? say(standingNames[one.standing]) : '')
  for (const line of lines)
    sheet.addRow([
      say(line.title),
      say(line.unit.name),
      Number(line.weight),
      line.facts?.target ? say(line.facts.target) : '',
      line.facts?.latest ? say(line.facts.latest) : '',
      said(line.own),
      line.own?.words ?? '',
      said(line.review),
      line.review?.words ?? '',
      line.evidence.map(({ label }) => label).join(t('listMark')),
      line.points === null ? null : Number(line.points),
    ])
  return workbook.xlsx.writeBuffer()
}
