import { Nothing, PageHead, Section, Shown } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { indicatorAddress } from '../../addresses.ts'
import type { IndicatorView } from '../../contract.ts'
import { Breadcrumbs } from '../parts/Breadcrumbs.tsx'
import { Disagreements } from '../parts/Disagreements.tsx'
import { RegionLink } from '../parts/links.tsx'
import { PublicLink } from '../parts/PublicLink.tsx'
import { useLedger } from '../use-ledger.ts'
import { useVoice } from '../use-voice.ts'
import { Answer } from './Answer.tsx'
import { Definition } from './Definition.tsx'
import { Formulas } from './Formulas.tsx'
import { RevisionTable } from './RevisionTable.tsx'
import { SeriesFigure } from './SeriesFigure.tsx'
import { StatedTargets } from './StatedTargets.tsx'
import { UnitParts } from './UnitParts.tsx'
import { ValueTable } from './ValueTable.tsx'
import { WhoAnswers } from './WhoAnswers.tsx'
import '../ledger.css'

/** One indicator in one region: how far it is, on what path, by which formula, and where every figure is written. */
export function IndicatorScreen({ region, indicator }: { region: string; indicator: string }) {
  const query = useLedger<IndicatorView>(`/api/regions/${region}/indicators/${indicator}`)
  return <Shown query={query}>{(view) => <OneIndicator view={view} />}</Shown>
}

function OneIndicator({ view }: { view: IndicatorView }) {
  const { t } = useTranslation('plans')
  const { text, say } = useVoice()
  const main = view.plans.find((entry) => entry.progress.status !== 'no-data') ?? view.plans[0] ?? null
  const address = indicatorAddress(view.region.id, view.id)
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs label={text.region} steps={[{ key: 'region', link: <RegionLink region={view.region} /> }]} />
        }
        title={say(view.name)}
        lead={say(view.theme)}
        action={
          <>
            {view.comparableRegions.length > 0 && (
              <Link to="/compare/$indicator" params={{ indicator: view.id }} search={{}}>
                {text.compareRegions}
              </Link>
            )}
            {(view.values.length > 0 || view.parts.length > 0) && (
              <Button href={`${address}/values.csv`}>{t('indicator.csv')}</Button>
            )}
            <PublicLink address={address} />
          </>
        }
      />
      <Answer view={view} main={main} />
      <div className="beside">
        <div>
          <SeriesFigure view={view} entry={main} />
          {view.plans
            .filter((entry) => entry !== main)
            .map((entry) => (
              <SeriesFigure key={`${entry.plan.regionId}/${entry.plan.id}`} view={view} entry={entry} />
            ))}
          <UnitParts view={view} />
          <Section id="values" title={text.values} count={view.values.length}>
            {view.values.length > 0 ? (
              <ValueTable values={view.values} rule={main?.progress.rule ?? 'at-least'} />
            ) : (
              <Nothing>{text.noValues}</Nothing>
            )}
          </Section>
          {view.revisions.length > 0 && (
            <Section id="revisions" title={text.revisions} count={view.revisions.length} lead={text.revisionsLead}>
              <RevisionTable view={view} />
            </Section>
          )}
          <StatedTargets view={view} />
          <Disagreements list={view.disagreements} region={view.region.id} />
        </div>
        <div>
          <WhoAnswers view={view} />
          <Formulas view={view} />
          <Definition view={view} />
        </div>
      </div>
    </>
  )
}
