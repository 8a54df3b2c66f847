import { formatNumber, formatShare, formatUnit } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '../../contract.ts'
import type { Difference } from './figures.ts'

/** The indicator, its unit and how many files show it; what it counts is one gesture away. */
export function IndicatorName({ entry, unit, files }: { entry: EntryView; unit: string; files: number }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const definition = (
    <div className="rep-definition">
      <p>{entry.definition ? say(entry.definition) : t('noDefinition')}</p>
      <p className="muted">{t(`kind.${entry.figureKind}For`)}</p>
    </div>
  )
  return (
    <div className="rep-name">
      <Popover content={definition} title={say(entry.indicator)} trigger={['click', 'hover']} placement="bottomLeft">
        <button type="button" className="rep-term">
          {say(entry.indicator)}
        </button>
      </Popover>
      <small>
        {[unit, t(`kind.${entry.figureKind}`)].filter(Boolean).join(' · ')}
        {entry.countersigners.length > 0 &&
          ` · ${t('countersignedBy', { units: entry.countersigners.map(({ name }) => say(name)).join(t('list')) })}`}
        {files > 0 && (
          <>
            {' · '}
            <a href="#files">{t('files.beside', { count: files })}</a>
          </>
        )}
      </small>
    </div>
  )
}

/** A figure of an earlier period, as locked. */
export function Earlier({ figure, label }: { figure: string | null; label: string }) {
  return (
    <td className="r rep-earlier" data-label={label}>
      {figure === null ? '—' : formatNumber(Number(figure), 6)}
    </td>
  )
}

/** How far a figure is from the one before: in its unit, and as a share where that means something. */
export function Change({ difference, unit }: { difference: Difference | null; unit: string }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  if (!difference) return <span className="muted">—</span>
  if (difference.by === 0) return <span className="muted">{t('unchanged')}</span>
  const sign = difference.by > 0 ? '+' : ''
  const points = unit === '%' || unit === '‰'
  return (
    <span>
      {sign}
      {formatNumber(difference.by, 6)}
      {points && <small>{formatUnit('百分点', language)}</small>}
      {!points && difference.share !== null && (
        <small>
          {sign}
          {formatShare(difference.share)}
        </small>
      )}
    </span>
  )
}

/** Said in words, so that it prints and is heard: this figure is far from the last. It warns and does not forbid. */
export function JumpWarning({ share }: { share: number }) {
  const { t } = useTranslation('reporting')
  return (
    <small className="rep-jump">
      {t(share > 0 ? 'jump.up' : 'jump.down', { share: formatShare(Math.abs(share)) })}
    </small>
  )
}

interface TheirsProps {
  theirs: EntryView
  take: () => void
  keepMine: () => void
}

/** A colleague was quicker in this cell: both figures stand side by side until one is chosen. */
export function Theirs({ theirs, take, keepMine }: TheirsProps) {
  const { t } = useTranslation('reporting')
  const figure = theirs.value === null ? t('absent.short') : formatNumber(Number(theirs.value), 6)
  return (
    <div className="rep-theirs" role="alert">
      <p>{t('theirs.lead', { figure })}</p>
      <Button size="small" onClick={take}>
        {t('theirs.take')}
      </Button>
      <Button size="small" onClick={keepMine}>
        {t('theirs.mine')}
      </Button>
    </div>
  )
}
