import { Unseen } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import { type Finding, FindingKind } from '../contract.ts'

interface Props {
  findings: readonly Finding[]
  chosen: FindingKind | null
  onChoose(kind: FindingKind | null): void
}

/** How many of each kind there are; pressing one shows only those. */
export function KindFilter({ findings, chosen, onChoose }: Props) {
  const { t } = useTranslation('dashboard')
  const kinds = FindingKind.options.filter((kind) => findings.some((one) => one.kind === kind))
  return (
    <fieldset className="dash-kinds">
      <legend>
        <Unseen>{t('filters')}</Unseen>
      </legend>
      {[null, ...kinds].map((kind) => (
        <button key={kind ?? 'all'} type="button" aria-pressed={chosen === kind} onClick={() => onChoose(kind)}>
          {t('counted', {
            name: kind === null ? t('all') : t(`kinds.${kind}`),
            count: kind === null ? findings.length : findings.filter((one) => one.kind === kind).length,
          })}
        </button>
      ))}
    </fieldset>
  )
}
