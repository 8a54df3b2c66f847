import { formatShare } from '@opensti/ui'
import { Nothing, Section, StatusMark } from '@opensti/ui/workbench'
import { useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { planAddress } from '../../addresses.ts'
import type { PlanIndicator, PlanView, RegionView } from '../../contract.ts'
import { periodText, targetText, valueText } from '../../portal/parts/figures.ts'
import { shareWords } from '../../portal/parts/progress-words.ts'
import { IndicatorLink, UnitLinks } from '../parts/links.tsx'
import { WideTable } from '../parts/WideTable.tsx'
import { ledgerQuery } from '../use-ledger.ts'
import { useVoice } from '../use-voice.ts'

const worrying = ['missed', 'far-behind', 'behind', 'no-data'] as const
const shownAtMost = 12

/** Indicators of the plans that run today which are late or have no data, the latest of them first. */
export function NeedsAttention({ view }: { view: RegionView }) {
  const { t } = useTranslation('plans')
  const { text } = useVoice()
  const year = new Date().getFullYear()
  const running = view.plans.filter((plan) => plan.startYear <= year && plan.endYear >= year)
  const plans = useQueries({
    queries: running.map((plan) => ledgerQuery<PlanView>(`/api${planAddress(plan.regionId, plan.id)}`)),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  })
  const late = plans.flatMap((plan) => plan.indicators).filter((one) => one.target !== null && rankOf(one) >= 0)
  const rows = late.toSorted((a, b) => rankOf(a) - rankOf(b) || gapOf(b) - gapOf(a)).slice(0, shownAtMost)
  if (running.length === 0) return null
  return (
    <Section id="attention" title={t('overview.attention')} count={late.length}>
      {rows.length === 0 ? (
        <Nothing>{t('overview.noAttention')}</Nothing>
      ) : (
        <WideTable
          cards
          label={t('overview.attention')}
          headings={[
            text.name,
            text.status,
            ['figures', text.latest],
            ['figures', text.target],
            ['figures', text.progress],
          ]}
        >
          <tbody>
            {rows.map((one) => (
              <Row key={one.indicatorId} region={view.region.id} indicator={one} />
            ))}
          </tbody>
        </WideTable>
      )}
    </Section>
  )
}

function Row({ region, indicator }: { region: string; indicator: PlanIndicator }) {
  const voice = useVoice()
  const { text } = voice
  const { progress, latest, target } = indicator
  return (
    <tr>
      <th scope="row">
        <IndicatorLink region={region} id={indicator.indicatorId} name={indicator.name} />
        {indicator.unitsResponsible.length > 0 && (
          <span className="under">
            <UnitLinks units={indicator.unitsResponsible} />
          </span>
        )}
      </th>
      <td>
        <StatusMark status={progress.status} />
      </td>
      <td className="r nowrap" data-label={text.latest}>
        {latest ? valueText(latest, progress.rule, voice) : text.noValue}
      </td>
      <td className="r nowrap" data-label={text.target}>
        {target && targetText(target, progress.rule, voice)}
        {target?.year && <small>{periodText(String(target.year), voice)}</small>}
      </td>
      <td className="r nowrap" data-label={text.progress}>
        {progress.done === null ? shareWords(progress, indicator.unit, voice) || '—' : formatShare(progress.done)}
      </td>
    </tr>
  )
}

function rankOf({ progress }: PlanIndicator): number {
  return worrying.indexOf(progress.status as (typeof worrying)[number])
}

/** How much of the way is missing against the time that has passed. */
function gapOf({ progress }: PlanIndicator): number {
  return (progress.elapsed ?? 0) - (progress.done ?? 0)
}
