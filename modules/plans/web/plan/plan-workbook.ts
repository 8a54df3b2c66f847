import { formatUnit, statusMarks } from '@opensti/ui'
import type { Worksheet } from 'exceljs'
import type { Citation, PlanView } from '../../contract.ts'
import type { Voice } from '../../portal/page.ts'
import { citedName } from '../../portal/parts/document-name.ts'
import { periodText, targetText } from '../../portal/parts/figures.ts'
import type { IndicatorGroup } from '../../portal/parts/indicator-groups.ts'

/** A workbook with the indicators as shown and the tasks of a plan. Figures are numbers, so that they can be calculated with. */
export async function planWorkbook(
  view: PlanView,
  groups: readonly IndicatorGroup[],
  voice: Voice,
  /** What the column of units responsible is called. */
  responsible: string,
): Promise<ArrayBuffer> {
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  workbook.title = voice.say(view.plan.name)
  addIndicators(workbook.addWorksheet(voice.text.indicators), groups, voice, responsible)
  addTasks(workbook.addWorksheet(voice.text.tasks), view, voice)
  return workbook.xlsx.writeBuffer()
}

function addIndicators(sheet: Worksheet, groups: readonly IndicatorGroup[], voice: Voice, responsible: string): void {
  const { text, say, language } = voice
  head(sheet, [
    [text.theme, 14],
    [text.name, 36],
    [text.unitOfMeasure, 12],
    [text.binding, 9],
    [text.status, 11],
    [text.progress, 10],
    [text.baseline, 12],
    [text.latest, 12],
    [text.period, 14],
    [text.target, 12],
    [text.targetsStated, 24],
    [responsible, 36],
    [text.source, 60],
  ])
  for (const one of new Set(groups.flatMap((group) => group.indicators))) {
    const { progress, target, latest, baseline } = one
    const row = sheet.addRow([
      say(one.theme),
      say(one.name),
      formatUnit(one.unit, language),
      one.binding ? '✓' : '',
      statusMarks[progress.status].word[language],
      progress.done,
      baseline?.value ?? null,
      latest?.value ?? null,
      latest ? periodText(latest.period, voice) : '',
      target?.value ?? null,
      target ? targetText(target, progress.rule, voice) : '',
      one.unitsResponsible.map((unit) => say(unit.shortName)).join(text.list),
      target ? place(target.citation, voice) : '',
    ])
    row.getCell(6).numFmt = '0%'
  }
}

function addTasks(sheet: Worksheet, view: PlanView, { text, say }: Voice): void {
  head(sheet, [
    ['', 8],
    [text.tasks, 60],
    [text.lead, 36],
    [text.coop, 48],
  ])
  for (const task of view.tasks) {
    const row = sheet.addRow([
      task.number,
      say(task.title),
      task.lead.map((unit) => say(unit.shortName)).join(text.list),
      task.coop.map((unit) => say(unit.shortName)).join(text.list),
    ])
    row.getCell(2).alignment = { indent: task.depth, wrapText: true }
  }
}

function head(sheet: Worksheet, columns: readonly (readonly [string, number])[]): void {
  sheet.columns = columns.map(([header, width]) => ({ header, width }))
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
}

function place(citation: Citation, voice: Voice): string {
  const { text } = voice
  return [
    citedName(citation, voice),
    citation.section,
    citation.paragraph !== null && text.paragraph(citation.paragraph),
  ]
    .filter(Boolean)
    .join(text.comma)
}
