import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import type { TemplateList, UploadList, UploadView, WorkbookView } from '../../contract-workbooks.ts'
import { plainLine } from '../../domain/workbook/match-names.ts'
import { renderScreen } from '../testing/render-screen.ts'
import { sampleReturn, sampleSession } from '../testing/sample-views.ts'
import { FillScreen } from './FillScreen.tsx'
import { MappingScreen } from './MappingScreen.tsx'
import { TemplateScreen } from './TemplateScreen.tsx'

const workbook = '00000000-0000-4000-8000-0000000000b1'
const upload = '00000000-0000-4000-8000-0000000000b2'
const id = sampleReturn.id
const base = '/api/regions/yunxi/cycles/monthly/workbooks'
const unit = { id: 'yunxi/science', name: { zh: '云溪市科技局', en: 'Yunxi Science Bureau' } }
const line = (indicatorId: string, zh: string) =>
  ({ indicatorId, indicator: { zh, en: indicatorId }, measure: '家', nature: 'working', unit }) as const

const templates: TemplateList = {
  cycle: { code: 'monthly', names: { zh: '科技月报', en: 'Monthly return' } },
  mayMap: true,
  versions: [
    {
      version: 2,
      workbookId: workbook,
      fileName: '月报.xlsx',
      size: 9000,
      by: { zh: '陈默', en: 'Chen Mo' },
      savedAt: '2028-05-04T02:00:00.000Z',
    },
  ],
}

const view: WorkbookView = {
  id: workbook,
  cycle: { ...templates.cycle, frequency: 'monthly' },
  fileName: '月报.xlsx',
  sheets: [
    {
      sheet: '月报',
      hidden: false,
      merges: [{ top: 1, left: 1, bottom: 1, right: 3 }],
      cells: [
        [1, 1, '云溪市科技月报', false],
        [2, 1, '指标', false],
        [2, 2, '本期', false],
        [2, 3, '增减', false],
        [3, 1, '高新技术企业', false],
        [3, 3, '', true],
        [4, 1, '  其中：当月认定', false],
        [5, 1, '科技型中小企业', false],
        [6, 1, '合计', false],
        ...Array.from({ length: 300 }, (_, i): [number, number, string, boolean] => [
          7 + i,
          1,
          `备查第${i + 1}行`,
          false,
        ]),
      ],
    },
  ],
  mapping: {
    sheets: [
      {
        sheet: '月报',
        headTop: 2,
        headBottom: 2,
        nameColumn: 1,
        rows: [
          { ...plainLine(3, '高新技术企业'), indicatorId: 'firms' },
          { ...plainLine(4, '其中：当月认定'), whole: 3 },
          { ...plainLine(6, '合计', 'total'), parts: [3] },
        ],
        columns: [{ ...plainLine(2, '本期'), period: 'now' }],
        fields: [],
      },
    ],
  },
  version: 2,
  mappingVersion: 2,
  lines: [line('firms', '高新技术企业'), line('smes', '科技型中小企业')],
  mayMap: true,
}

const uploads: UploadList = {
  template: { version: 2, fileName: '月报.xlsx' },
  uploads: [
    {
      id: upload,
      fileName: '四月.xlsx',
      by: { zh: '安然', en: 'An Ran' },
      addedAt: '2028-05-04T02:00:00.000Z',
      state: 'read',
    },
  ],
  mayUpload: true,
}

const read: UploadView = {
  id: upload,
  fileName: '四月.xlsx',
  size: 9000,
  by: { zh: '安然', en: 'An Ran' },
  addedAt: '2028-05-04T02:00:00.000Z',
  state: 'read',
  templateVersion: 2,
  findings: [
    {
      level: 'note',
      code: 'full-width',
      sheet: '月报',
      address: 'B3',
      row: 3,
      column: 2,
      message: { zh: '第 3 行 B 列「１２」：是全角数字，已按半角读。', en: 'Row 3, column B “１２”: full width.' },
      remedy: null,
    },
  ],
  changes: [
    {
      indicatorId: 'firms',
      nature: 'working',
      indicator: { zh: '高新技术企业', en: 'firms' },
      measure: '家',
      sheet: '月报',
      address: 'B3',
      was: '10',
      becomes: '12',
      now: '10',
      version: 1,
      moved: false,
    },
    {
      indicatorId: 'smes',
      nature: 'working',
      indicator: { zh: '科技型中小企业', en: 'smes' },
      measure: '家',
      sheet: '月报',
      address: 'B5',
      was: '20',
      becomes: '25',
      now: '21',
      version: 4,
      moved: true,
    },
  ],
  same: 1,
  empty: 0,
  foreign: 3,
  mayAccept: true,
  mayUndo: false,
}

const answers = {
  'GET /api/accounts/session': sampleSession,
  [`GET ${base}`]: { body: templates },
  [`GET ${base}/${workbook}`]: { body: view },
  [`GET /api/returns/${id}/workbooks`]: { body: uploads },
  [`GET /api/returns/${id}/workbooks/${upload}`]: { body: read },
}

const screens: [string, ReactNode][] = [
  ['the versions', <TemplateScreen key="1" region="yunxi" cycle="monthly" />],
  ['the sheet', <MappingScreen key="2" region="yunxi" cycle="monthly" workbook={workbook} />],
  ['a return by workbook', <FillScreen key="3" id={id} />],
]

afterEach(cleanup)

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each(screens)('%s misses no word and is accessible', async (_name, element) => {
    const { container } = await renderScreen(element, { language, answers })
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(container.querySelector('.ant-skeleton')).toBeNull())
    const words = container.textContent ?? ''
    expect(words).not.toMatch(/undefined|NaN|\[object|\{\{/)
    expect(words).not.toMatch(/workbooks\.[a-z]+\./)
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  })
})

test('a large sheet is drawn in part, merged cells once, and what is clicked is told in words', async () => {
  const { container } = await renderScreen(screens[1]![1], { answers })
  await screen.findByText('2 项数据已对应 1 项', { exact: false })
  expect(screen.getByText('还没有位置：科技型中小企业')).toBeTruthy()
  expect(container.querySelectorAll('.wb-grid tbody tr').length).toBeLessThan(80)
  expect(container.querySelector('td[data-row="1"]')?.getAttribute('colspan')).toBe('3')
  fireEvent.click(container.querySelector('td[data-row="5"][data-column="2"]')!)
  const row = await screen.findByRole('group', { name: /第 5 行/ })
  fireEvent.click(within(row).getByText('数据'))
  expect(within(await screen.findByRole('group', { name: /第 5 行/ })).getByText('不对应指标，只核对')).toBeTruthy()
  expect((screen.getByRole('button', { name: /撤销上一步/ }) as HTMLButtonElement).disabled).toBe(false)
})

test('a figure that somebody changed meanwhile goes in only where she says so', async () => {
  const accept = `POST /api/returns/${id}/workbooks/${upload}/accept`
  const taken: UploadView = { ...read, state: 'accepted', mayAccept: false, mayUndo: true }
  let now = read
  const take = () => {
    now = taken
    return { body: taken }
  }
  const { sent } = await renderScreen(screens[2]![1], {
    answers: {
      ...answers,
      [`GET /api/returns/${id}/workbooks/${upload}`]: () => ({ body: now }),
      [accept]: take,
    },
  })
  await screen.findByText('您上传以后，别人把这一格从 20 改成了 21', { exact: false })
  expect(screen.getByRole('button', { name: '填入 1 格' })).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: '仍用我的 25' }))
  fireEvent.click(screen.getByRole('button', { name: '填入 2 格' }))
  await screen.findByRole('button', { name: '撤销这次填入' })
  expect(sent.find(({ path }) => path.endsWith('/accept'))?.body).toEqual({
    cells: [
      { indicatorId: 'firms', nature: 'working', version: 1 },
      { indicatorId: 'smes', nature: 'working', version: 4 },
    ],
  })
})
