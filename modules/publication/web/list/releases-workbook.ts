import type { Bilingual, Language } from '@opensti/kernel'
import type { ReleaseFigure, ReleaseSummary } from '../../contract.ts'
import { releaseLife } from '../../domain/release-life.ts'
import { formatPublicMoment } from '../parts/format-public-moment.ts'

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  say: (name: Bilingual) => string
  language: Language
}

/** The list of releases as a workbook to be passed on, in the order of the screen. */
export async function releasesWorkbook(
  releases: readonly ReleaseSummary[],
  { t, say, language }: Words,
): Promise<ArrayBuffer> {
  const moment = (iso: string | null) => (iso === null ? '' : formatPublicMoment(iso, language))
  return workbook(
    t('list.title'),
    [
      [t('columns.title'), 44],
      [t('columns.figures'), 8],
      [t('columns.corrections'), 8],
      [t('columns.papers'), 8],
      [t('columns.moment'), 24],
      [t('columns.state'), 18],
      [t('columns.proposedBy'), 14],
      [t('columns.approvedBy'), 14],
    ],
    releases.map((one) => [
      say(one.title),
      one.figures,
      one.corrections,
      one.papers,
      moment(one.publicFrom ?? one.embargoAt),
      say(releaseLife.states[one.state]),
      one.proposedBy,
      one.approvedBy ?? '',
    ]),
  )
}

/** The figures of one release, as they are on the portal now and as they will be. */
export async function figuresWorkbook(
  title: string,
  figures: readonly ReleaseFigure[],
  { t, say }: Words,
): Promise<ArrayBuffer> {
  return workbook(
    title.slice(0, 30).replace(/[\\/?*[\]:]/g, ' '),
    [
      [t('figure.indicator'), 36],
      [t('columns.moment'), 12],
      [t('figure.now'), 14],
      [t('figure.after'), 14],
      ['', 10],
      [t('figure.source'), 28],
    ],
    figures.map((one) => [
      say(one.indicator),
      one.period,
      one.before === null ? '' : Number(one.before),
      Number(one.value),
      one.unit,
      one.reporter ? say(one.reporter) : '',
    ]),
  )
}

async function workbook(
  title: string,
  columns: readonly (readonly [header: string, width: number])[],
  rows: readonly (string | number)[][],
): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const book = new Workbook()
  book.title = title
  const sheet = book.addWorksheet(title)
  sheet.columns = columns.map(([header, width]) => ({ header, width }))
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const row of rows) sheet.addRow(row)
  return book.xlsx.writeBuffer()
}
