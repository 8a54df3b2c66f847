import { formatAmount, formatPeriod } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReleaseFigure } from '../../contract.ts'

interface Props {
  figures: readonly ReleaseFigure[]
  caption: string
  /** Figures that stay back, and how to change that; left out where nothing can be chosen. */
  left?: ReadonlySet<string>
  onLeave?: (id: string, stays: boolean) => void
}

/** Figures as they are on the portal now and as they will be; on a phone each row is a card. */
export function FigureTable({ figures, caption, left, onLeave }: Props) {
  const { t } = useTranslation('publication')
  return (
    <table className="card-table pub-figures">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figure.indicator')}</th>
          <th scope="col" className="number">
            {t('figure.now')}
          </th>
          <th scope="col" className="number">
            {t('figure.after')}
          </th>
          <th scope="col">{t('figure.source')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <Row key={figure.id} figure={figure} stays={left?.has(figure.id) ?? false} onLeave={onLeave} />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  figure,
  stays,
  onLeave,
}: {
  figure: ReleaseFigure
  stays: boolean
  onLeave: Props['onLeave'] | undefined
}) {
  const { t } = useTranslation('publication')
  const { say, language } = useLanguage()
  const amount = (value: string) => formatAmount(Number(value), figure.unit, language)
  const name = say(figure.indicator)
  return (
    <tr className={stays ? 'pub-left' : figure.before === null ? 'pub-new' : 'pub-changed'}>
      <th scope="row">
        {onLeave ? (
          <Checkbox
            checked={!stays}
            onChange={(event) => onLeave(figure.id, !event.target.checked)}
            aria-label={[t('figure.release'), name, figure.reporter && say(figure.reporter)].filter(Boolean).join(' ')}
          >
            {name}
          </Checkbox>
        ) : (
          name
        )}
        <small>
          {formatPeriod(figure.period, language)} · {t(`natures.${figure.nature}`)} · {t(`kinds.${figure.kind}`)}
        </small>
      </th>
      <td className="number" data-label={t('figure.now')}>
        {figure.before === null ? '—' : amount(figure.before)}
      </td>
      <td className="number" data-label={t('figure.after')}>
        {stays ? (
          <span className="muted">{t('figure.left')}</span>
        ) : (
          <>
            <b>{amount(figure.value)}</b>
            {figure.before === null && <small>{t('figure.new')}</small>}
          </>
        )}
        {!stays && figure.because && <small>{t('figure.because', { because: say(figure.because) })}</small>}
        {!stays && figure.note && <small>{t('figure.note', { note: say(figure.note) })}</small>}
      </td>
      <td data-label={t('figure.source')}>{figure.reporter ? say(figure.reporter) : '—'}</td>
    </tr>
  )
}
