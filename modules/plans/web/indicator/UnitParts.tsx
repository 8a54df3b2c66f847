import { DownloadOutlined } from '@ant-design/icons'
import { formatDate } from '@opensti/ui'
import { amountBar } from '@opensti/ui/charts'
import { DataTable, Drawing, Section, saveFile, Unseen } from '@opensti/ui/workbench'
import { App, Button, type TableProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IndicatorView, Value } from '../../contract.ts'
import {
  arrangeParts,
  type PartsRow,
  type PartsTable,
  partsWords,
  shareText,
} from '../../portal/parts/arrange-parts.ts'
import { periodText, valueText } from '../../portal/parts/figures.ts'
import { UnitLinks } from '../parts/links.tsx'
import { useVoice } from '../use-voice.ts'

/** Where several units report parts: whose figure is which, drawn, to be sorted, and to be taken along. */
export function UnitParts({ view }: { view: IndicatorView }) {
  const { text } = useVoice()
  if (view.parts.length === 0) return null
  return (
    <Section id="parts" title={text.parts.title} action={<PartsExport view={view} />}>
      {arrangeParts(view.parts).map((table) => (
        <OneTable key={`${table.newest.nature} ${table.newest.unit}`} table={table} view={view} />
      ))}
    </Section>
  )
}

function OneTable({ table, view }: { table: PartsTable; view: IndicatorView }) {
  const voice = useVoice()
  const { text, say, language } = voice
  const { newest, periods, longest } = table
  const amount = (at: number) => (a: PartsRow, b: PartsRow) =>
    (a.values[at]?.value ?? Number.NEGATIVE_INFINITY) - (b.values[at]?.value ?? Number.NEGATIVE_INFINITY)
  const columns: TableProps<PartsRow>['columns'] = [
    {
      key: 'unit',
      title: text.parts.unit,
      rowScope: 'row',
      render: (row: PartsRow) => <UnitLinks units={[row.unit]} full />,
      sorter: (a, b) => say(a.unit.name).localeCompare(say(b.unit.name), language === 'zh' ? 'zh-Hans' : 'en'),
    },
    {
      key: 'newest',
      title: periodText(newest.period, voice),
      align: 'right',
      render: (row: PartsRow) => <Figure value={row.values[0] ?? null} />,
      sorter: amount(0),
    },
    {
      key: 'bar',
      title: <Unseen>{text.parts.drawn}</Unseen>,
      width: '16%',
      render: (row: PartsRow) =>
        row.values[0] && <Drawing drawing={amountBar({ value: row.values[0].value, longest, own: false })} />,
    },
    ...(newest.sum === null
      ? []
      : [
          {
            key: 'share',
            title: text.parts.share,
            align: 'right' as const,
            render: (row: PartsRow) => shareText(row.share),
          },
        ]),
    ...periods.slice(1).map((one, at) => ({
      key: one.period,
      title: periodText(one.period, voice),
      align: 'right' as const,
      render: (row: PartsRow) => <Figure value={row.values[at + 1] ?? null} />,
      sorter: amount(at + 1),
    })),
    {
      key: 'published',
      title: text.publishedOn,
      render: (row: PartsRow) => {
        const on = row.values[0]?.publishedOn
        return on ? formatDate(on, language) : '—'
      },
    },
  ]
  return (
    <>
      <p className="part-lead">{partsWords(table, view, voice).join(' ')}</p>
      <DataTable<PartsRow>
        rows={table.rows}
        rowKey={(row) => row.unit.id}
        columns={columns}
        empty={text.noValues}
        wide={`${text.parts.title}${text.colon}${text.natures[newest.nature]}`}
        pagination={{ hideOnSinglePage: true, pageSize: 100, showSizeChanger: false }}
      />
    </>
  )
}

function Figure({ value }: { value: Value | null }) {
  const voice = useVoice()
  if (!value) return '—'
  return (
    <>
      <span className="nowrap">{valueText(value, 'at-least', voice)}</span>
      {value.note && <small className="under">{voice.say(value.note)}</small>}
    </>
  )
}

/** The tables as an Excel file. What makes it is only fetched when it is asked for. */
function PartsExport({ view }: { view: IndicatorView }) {
  const { t } = useTranslation('plans')
  const { message } = App.useApp()
  const voice = useVoice()
  const save = async () => {
    try {
      const { partsWorkbook } = await import('./parts-workbook.ts')
      const name = `${voice.say(view.name)} ${voice.text.parts.title}`
      saveFile(`${name}.xlsx`, await partsWorkbook(view, voice))
    } catch {
      void message.error(t('plan.exportFailed'))
    }
  }
  return (
    <Button icon={<DownloadOutlined />} onClick={() => void save()}>
      {t('plan.export')}
    </Button>
  )
}
