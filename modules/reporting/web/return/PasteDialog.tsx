import { formatNumber, formatPeriod, formatUnit } from '@opensti/ui'
import { Field, useLanguage } from '@opensti/ui/workbench'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { inTableOrder, type Landing, planPaste, readBlock } from './paste.ts'
import { type Draft, keyOf } from './use-draft.ts'
import { useFill } from './use-fill.tsx'

interface Props {
  view: RequestView
  draft: Draft
  /** What was pasted into the table already; empty asks for it here. */
  text: string
  /** The row of the table where it was pasted. */
  start: number
  onClose: () => void
}

/** A block copied from a spreadsheet: what would land where, before anything changes. */
export function PasteDialog({ view, draft, text: first, start, onClose }: Props) {
  const { t } = useTranslation('reporting')
  const fill = useFill(view, draft)
  const [text, setText] = useState(first)
  const [column, setColumn] = useState<number>()
  const places = inTableOrder(view.entries).map((entry) => ({
    key: keyOf(entry),
    names: [entry.indicator.zh, entry.indicator.en, entry.indicatorId],
    unit: entry.unit,
    nature: entry.nature,
  }))
  const block = readBlock(text)
  const plan =
    text.trim() === '' ? null : planPaste(block, places, start, { chosen: column, heads: headsOf(view.period) })
  const landings = plan?.landings.filter(({ value }) => typeof value === 'string') ?? []
  const apply = () => {
    fill(new Map(landings.map(({ key, value }) => [key, value ?? ''])), t('paste.done', { count: landings.length }))
    onClose()
  }
  return (
    <Modal
      open
      width={760}
      title={t('paste.title')}
      okText={t('paste.apply', { count: landings.length })}
      okButtonProps={{ disabled: landings.length === 0 }}
      cancelText={t('cancel')}
      onOk={apply}
      onCancel={onClose}
    >
      <p className="muted">{plan ? t(`paste.${plan.how}`) : t('paste.lead')}</p>
      {first === '' && (
        <Input.TextArea
          autoFocus
          rows={plan ? 3 : 8}
          value={text}
          aria-label={t('paste.here')}
          placeholder={t('paste.here')}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {plan && plan.columns.length > 1 && (
        <Field label={t('paste.column')}>
          {(id) => (
            <Select
              id={id}
              value={plan.column}
              onChange={setColumn}
              options={plan.columns.map((at) => ({
                value: at,
                label: t('paste.columnName', { number: at + 1, first: block[0]?.[at]?.trim() || '—' }),
              }))}
            />
          )}
        </Field>
      )}
      {plan && <Preview view={view} draft={draft} landings={plan.landings} />}
      {plan &&
        (['which-nature', 'twice'] as const).map((why) => {
          const rows = plan.refused.filter((one) => one.why === why).map(({ row }) => row)
          return (
            rows.length > 0 && (
              <p key={why} className="rep-late">
                {t(`paste.${why}`, { count: rows.length, rows: rows.slice(0, 5).join('；') })}
              </p>
            )
          )
        })}
      {plan && plan.left.length > 0 && (
        <p className="rep-late">
          {t('paste.left', { count: plan.left.length, rows: plan.left.slice(0, 5).join('；') })}
        </p>
      )}
    </Modal>
  )
}

/** How a column for this period may be headed. */
function headsOf(period: string): string[] {
  const zh = formatPeriod(period, 'zh')
  return [
    period,
    zh,
    zh.replace(/^\d{4}年/, ''),
    formatPeriod(period, 'en'),
    '本期',
    '本月',
    '本季',
    '本年',
    'This period',
  ]
}

function Preview({ view, draft, landings }: { view: RequestView; draft: Draft; landings: readonly Landing[] }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  return (
    <div className="rep-wide">
      <table className="rep-table">
        <caption className="hidden">{t('paste.title')}</caption>
        <thead>
          <tr>
            <th>{t('paste.copied')}</th>
            <th>{t('indicator')}</th>
            <th className="r">{t('paste.was')}</th>
            <th className="r">{t('paste.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {landings.map(({ text, key, value }) => {
            const entry = view.entries.find((one) => keyOf(one) === key)
            if (!entry) return null
            return (
              <tr key={key}>
                <td>{text || '—'}</td>
                <td>
                  {say(entry.indicator)}{' '}
                  <small>
                    {[formatUnit(entry.unit, language), t(`nature.${entry.nature}`)].filter(Boolean).join(' · ')}
                  </small>
                </td>
                <td className="r">{draft.edit(entry).typed || '—'}</td>
                <td className="r">
                  {value === undefined ? (
                    <span className="rep-late">{t('paste.noFigure')}</span>
                  ) : value === null ? (
                    <span className="muted">{t('paste.stays')}</span>
                  ) : (
                    <b>{formatNumber(Number(value), 6)}</b>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
