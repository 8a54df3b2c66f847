import { useHome, useMight } from '@opensti/accounts/session'
import { formatAmount } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DecompositionList, DecompositionSummary } from '../../contract-decomposition.ts'
import { decompositionLife } from '../../domain/decomposition-life.ts'
import { WorkState } from '../parts/WorkState.tsx'
import { useDecompositions } from '../use-assessment.ts'
import { ReceivedShares } from './ReceivedShares.tsx'
import { StartDialog } from './StartDialog.tsx'
import { useStandingWords } from './use-standing-words.ts'
import '../assessment.css'

/** What this region shares out, and what it has been given. */
export function DecompositionsScreen() {
  const { region } = useHome()
  return <Shown query={useDecompositions(region)}>{(list) => <Lists list={list} region={region ?? ''} />}</Shown>
}

function Lists({ list, region }: { list: DecompositionList; region: string }) {
  const { t } = useTranslation('assessment')
  const may = useMight('assessment.decomposition.start', region)
  const [starting, setStarting] = useState(false)
  return (
    <>
      <PageHead
        title={t('shares.title')}
        lead={t('shares.lead')}
        action={
          may && (
            <Button type="primary" onClick={() => setStarting(true)}>
              {t('shares.start')}
            </Button>
          )
        }
      />
      {list.decompositions.length === 0 && list.received.length === 0 && <Nothing>{t('shares.nothing')}</Nothing>}
      {list.received.length > 0 && <ReceivedShares shares={list.received} />}
      {list.decompositions.length > 0 && <Made list={list.decompositions} />}
      {starting && <StartDialog region={region} targets={list.targets} onClose={() => setStarting(false)} />}
    </>
  )
}

function Made({ list }: { list: readonly DecompositionSummary[] }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const words = useStandingWords()
  return (
    <Section id="made" title={t('shares.made')}>
      <table className="card-table" aria-labelledby="made-heading">
        <thead>
          <tr>
            <th scope="col">{t('shares.indicator')}</th>
            <th scope="col" className="number">
              {t('shares.whole')}
            </th>
            <th scope="col">{t('shares.result')}</th>
            <th scope="col" className="number">
              {t('shares.confirmed')}
            </th>
            <th scope="col">{t('shares.state')}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/decomposition/$decomposition" params={{ decomposition: one.id }}>
                  {say(one.indicatorName)}
                </Link>
                <small>
                  {say(one.planName)} · {one.year}
                  {one.number > 1 && ` · ${t('shares.version', { number: one.number })}`}
                </small>
              </th>
              <td className="number" data-label={t('shares.whole')}>
                {formatAmount(Number(one.whole), one.unit, language)}
              </td>
              <td data-label={t('shares.result')}>
                {words(one).map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </td>
              <td className="number" data-label={t('shares.confirmed')}>
                {one.state === 'issued' ? t('shares.confirmedOf', { done: one.confirmed, all: one.shares }) : '—'}
                {one.objections > 0 && <small>{t('shares.objections', { count: one.objections })}</small>}
              </td>
              <td data-label={t('shares.state')}>
                <WorkState state={one.state} names={decompositionLife.states[one.state]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
