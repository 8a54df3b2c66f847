import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { DecompositionScreen } from './decomposition/DecompositionScreen.tsx'
import { AssessmentScreen } from './exercise/AssessmentScreen.tsx'
import { SheetScreen } from './sheet/SheetScreen.tsx'
import { sheetCsv, sheetWorkbook } from './sheet/sheet-files.ts'
import { renderScreen } from './testing/render-screen.ts'
import { sampleAssessment, sampleDecomposition, sampleSheet } from './testing/sample-views.ts'
import { assessmentWords } from './words.ts'

const { id } = sampleAssessment
const sheet = `/api/assessments/${id}/sheets/beian`
const answers = {
  [`GET /api/assessments/${id}`]: { body: sampleAssessment },
  [`GET ${sheet}`]: { body: sampleSheet },
  [`GET /api/decompositions/${id}`]: { body: sampleDecomposition },
}
const screens: [string, ReactNode][] = [
  ['an assessment', <AssessmentScreen key="1" id={id} />],
  ['a score sheet', <SheetScreen key="2" assessment={id} unit="beian" />],
  ['a decomposition', <DecompositionScreen key="3" id={id} />],
]

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)('%s misses no word and is accessible', async (_name, element) => {
    const { container } = await renderScreen(element, { language, answers })
    await screen.findByRole('heading', { level: 1 })
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|Infinity|\{\{/)
    expect(words).not.toMatch(/\b(shares|list|when|one|sheet|draft|nature)\.[a-z][A-Za-z]+\b/)
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('both languages say the same things', () => {
  const keys = (of: object, path = ''): string[] =>
    Object.entries(of).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [`${path}${key.replace(/_(one|other)$/, '')}`]
        : keys(value as object, `${path}${key}.`),
    )
  const [zh, en] = [assessmentWords.zh, assessmentWords.en].map((words) => [...new Set(keys(words))].sort())
  expect(en).toEqual(zh)
})

test('a unit works its score out again in the browser, and gets the same', async () => {
  await renderScreen(<SheetScreen assessment={id} unit="beian" />, { answers })
  fireEvent.click(await screen.findByRole('button', { name: /重新计算/ }))
  await screen.findByText(/重算结果 98\.04 分，与公布的一致/)
})

test('a figure that was altered on the way is noticed', async () => {
  const altered = { ...sampleSheet, sheet: { ...sampleSheet.sheet!, total: '99.04' } }
  await renderScreen(<SheetScreen assessment={id} unit="beian" />, {
    answers: { ...answers, [`GET ${sheet}`]: { body: altered } },
  })
  fireEvent.click(await screen.findByRole('button', { name: /重新计算/ }))
  await screen.findByText(/不一致/)
})

test('a line shows both sources and what was corrected; an appeal wants a reason', async () => {
  const { sent } = await renderScreen(<SheetScreen assessment={id} unit="beian" />, {
    answers: { ...answers, [`POST ${sheet}/appeals`]: { body: { id } } },
  })
  const row = await screen.findByRole('row', { name: /高新技术企业/ })
  expect(row.textContent).toMatch(/原为250/)
  expect(row.textContent).toMatch(/目标：统计函〔2028〕3号 表2.*完成：台账 2027年 统计数/)
  fireEvent.click(within(row).getByRole('button', { name: /申\s?诉/ }))
  const dialog = await screen.findByRole('dialog')
  const ok = within(dialog).getByRole<HTMLButtonElement>('button', { name: /对“高新技术企业”申诉/ })
  expect(ok.disabled).toBe(true)
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '少计两家' } })
  fireEvent.click(ok)
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ code: 'firms', reason: '少计两家' }),
  )
})

test('shares say what they come to while one types', async () => {
  await renderScreen(<DecompositionScreen id={id} />, { answers })
  await screen.findByText('合计 520 家，比总目标少 80 家。')
  fireEvent.change(screen.getByRole('textbox', { name: /北岸区/ }), { target: { value: '650' } })
  await screen.findByText('合计 650 家，比总目标多 50 家。')
  fireEvent.change(screen.getByRole('textbox', { name: /北岸区/ }), { target: { value: '六百' } })
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存草稿' }).disabled).toBe(true)
})

test('the workbook carries the published rule as formulas; the table for spreadsheets begins no formula', async () => {
  const words = { t: (key: string) => key, say: ({ zh }: { zh: string }) => zh }
  const { Workbook } = await import('exceljs')
  const workbook = new Workbook()
  await workbook.xlsx.load(await sheetWorkbook(sampleSheet, words))
  const cells = workbook.worksheets[0]!
  expect(cells.getCell('E4').formula).toBe('IF(G4=1,IF(C4=0,1.1,ROUND(D4/C4,4)),0)')
  expect(cells.getCell('F4').formula).toContain('MIN(1.1,E4)')
  expect(cells.getCell('F7').formula).toBe('MAX(0,SUM(F4:F5)+SUM(F6:F6))')
  const risky = { ...sampleSheet, formula: structuredClone(sampleSheet.formula) }
  risky.formula.parts[0]!.names.zh = '=HYPERLINK("x")'
  expect(sheetCsv(risky, words)).toContain(`"'=HYPERLINK(""x"")"`)
})
