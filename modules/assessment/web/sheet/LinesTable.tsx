import { formatAmount, formatNumber } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InputView, SheetView } from '../../contract.ts'
import { useRuleWords } from '../exercise/use-rule-words.ts'
import { SourceLines } from './SourceLines.tsx'

interface Props {
  view: SheetView
  /** Names the line for an appeal or for entering; absent when she may do neither. */
  act: { label: string; on: (code: string) => void } | null
}

/** The heart of the sheet: each line with weight, target, figure, share, points, and where the figures come from. */
export function LinesTable({ view, act }: Props) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const rule = useRuleWords()
  return (
    <table className="card-table asm-lines" aria-label={t('sheet.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('sheet.item')}</th>
          {(['weight', 'target', 'achieved', 'ratio', 'points'] as const).map((key) => (
            <th key={key} scope="col" className="number">
              {t(`sheet.${key}`)}
            </th>
          ))}
          <th scope="col">{t('sheet.from')}</th>
        </tr>
      </thead>
      <tbody>
        {view.formula.parts.map((part) => {
          const input = view.inputs.find(({ code }) => code === part.code)
          const line = view.sheet?.lines.find(({ code }) => code === part.code)
          const spread = line?.weight != null && Number(line.weight) !== Number(part.weight)
          return (
            <tr key={part.code} className={input?.applies === false ? 'asm-idle' : undefined}>
              <th scope="row">
                {say(part.names)}
                <small>{rule(part.measure)}</small>
                {act && (
                  <Button type="link" size="small" onClick={() => act.on(part.code)}>
                    {act.label}
                  </Button>
                )}
              </th>
              <td className="number" data-label={t('sheet.weight')}>
                {part.weight}
                {spread && <small>{t('sheet.spread', { weight: line.weight })}</small>}
              </td>
              <td className="number" data-label={t('sheet.target')}>
                <Figure view={view} part={part} value={input?.target ?? null} />
              </td>
              <td className="number" data-label={t('sheet.achieved')}>
                <Achieved view={view} part={part} input={input} />
              </td>
              <td className="number" data-label={t('sheet.ratio')}>
                {line?.ratio ? `${formatNumber(Number(line.ratio) * 100, 2)}%` : '—'}
              </td>
              <td className="number asm-points" data-label={t('sheet.points')}>
                {line?.points ?? '—'}
              </td>
              <td data-label={t('sheet.from')}>{input && <SourceLines input={input} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type Part = SheetView['formula']['parts'][number]

function Figure({ view, part, value }: { view: SheetView; part: Part; value: string | null }) {
  const { language } = useLanguage()
  if (value === null || part.measure.kind === 'judged') return '—'
  const unit = view.indicators[part.measure.indicatorId]?.unit ?? ''
  return unit === '' ? formatNumber(Number(value)) : formatAmount(Number(value), unit, language)
}

function Achieved({
  view,
  part,
  input,
}: {
  view: SheetView
  part: Part
  input: SheetView['inputs'][number] | undefined
}) {
  const { t } = useTranslation('assessment')
  if (!input) return '—'
  if (!input.applies) return <span className="muted">{t('sheet.notApplied')}</span>
  const before = input.earlier.at(-1)
  const shown = (one: InputView) => (part.measure.kind === 'judged' ? one.points : one.value)
  return (
    <>
      {part.measure.kind === 'judged' ? (input.points ?? '—') : <Figure view={view} part={part} value={input.value} />}
      {before && <small>{t('sheet.earlier', { value: shown(before) ?? '—' })}</small>}
    </>
  )
}
