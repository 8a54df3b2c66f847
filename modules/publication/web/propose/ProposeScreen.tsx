import { useHome } from '@opensti/accounts/session'
import { formatPeriod } from '@opensti/ui'
import { Nothing, PageHead, ProblemNotice, Section, Shown, useLanguage } from '@opensti/ui/workbench'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReleaseDraft } from '../../contract.ts'
import { FigureTable } from '../parts/FigureTable.tsx'
import { Findings, keyOf } from '../parts/Findings.tsx'
import { Papers } from '../parts/Papers.tsx'
import { useDraft, usePropose } from '../use-publication.ts'
import { findingsOf, stillToSettle } from './live-gate.ts'
import { emptyWords, type Typed, wishOf } from './typed.ts'
import { WordsForm } from './WordsForm.tsx'
import '../publication.css'

interface Place {
  cycle: string
  period: string
}

/** Chooses a period, shows exactly what would become public, and asks somebody else for approval. */
export function ProposeScreen() {
  const { region } = useHome()
  const [place, setPlace] = useState<Place | null>(null)
  return (
    <Shown query={useDraft(region, place)}>
      {(draft) => <Proposal draft={draft} region={region ?? ''} place={place} onPlace={setPlace} />}
    </Shown>
  )
}

interface Props {
  draft: ReleaseDraft
  region: string
  place: Place | null
  onPlace: (place: Place) => void
}

function Proposal({ draft, region, place, onPlace }: Props) {
  const { t } = useTranslation('publication')
  const { say, language } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Typed>(emptyWords)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const propose = usePropose(region, (view) => {
    void message.success(t('propose.sent'))
    void navigate({ to: '/publication/releases/$release', params: { release: view.id } })
  })
  const offers = draft.periods.filter((one) => one.waiting > 0)
  const chosen = draft.periods.find((one) => one.cycle.code === place?.cycle && one.period === place.period)
  const findings = findingsOf(draft, typed)
  const open = stillToSettle(findings, typed.reasons)
  const going = draft.figures.filter((figure) => !typed.left.has(figure.id))
  const nothing = going.length + typed.papers.size === 0
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/publication">
            {t('back')}
          </Link>
        }
        title={t('propose.title')}
        lead={t('propose.lead')}
      />
      <div className="field pub-period">
        <label htmlFor="period">{t('propose.period')}</label>
        <Select
          id="period"
          value={place ? `${place.cycle} ${place.period}` : null}
          placeholder={t('propose.choose')}
          onChange={(value: string) => choose(value)}
          options={offers.map((one) => ({
            value: `${one.cycle.code} ${one.period}`,
            label: t('propose.offer', {
              cycle: say(one.cycle.names),
              period: formatPeriod(one.period, language),
              count: one.waiting,
            }),
          }))}
        />
      </div>
      {offers.length === 0 && draft.papers.length === 0 && <Nothing>{t('propose.none')}</Nothing>}
      {chosen && chosen.locked < chosen.returns && (
        <p className="callout">{t('propose.partly', { returns: chosen.returns, locked: chosen.locked })}</p>
      )}
      {place && (
        <Section id="difference" title={t('propose.difference')}>
          {draft.figures.length === 0 ? (
            <Nothing>{t('propose.nothing')}</Nothing>
          ) : (
            <>
              <p className="muted">
                {t('propose.summary', {
                  added: going.filter((figure) => figure.before === null).length,
                  changed: going.filter((figure) => figure.before !== null).length,
                  left: draft.figures.length - going.length,
                })}
              </p>
              <FigureTable
                figures={draft.figures}
                caption={t('figure.caption')}
                left={typed.left}
                onLeave={(id, stays) => change({ left: withOrWithout(typed.left, id, stays) })}
              />
            </>
          )}
        </Section>
      )}
      {draft.papers.length > 0 && (
        <Section id="papers" title={t('propose.papers')}>
          <Papers
            papers={draft.papers}
            chosen={typed.papers}
            onChoose={(key, isChosen) => change({ papers: withOrWithout(typed.papers, key, isChosen) })}
          />
        </Section>
      )}
      {!nothing && (
        <>
          <WordsForm typed={typed} onChange={change} />
          <Section id="gate" title={t('propose.gate')}>
            <Findings
              findings={findings}
              clean={t('propose.clean')}
              reasons={typed.reasons}
              onReason={(key, reason) => change({ reasons: { ...typed.reasons, [key]: reason } })}
            />
          </Section>
          {propose.error && <ProblemNotice error={propose.error} />}
          <div className="acts acts-below">
            <Button
              type="primary"
              size="large"
              loading={propose.isPending}
              disabled={typed.titleZh.trim().length < 2 || open.length > 0}
              onClick={() => propose.mutate(wishOf(typed, place, findings.map(keyOf)))}
            >
              {t('propose.send')}
            </Button>
            <span className="muted" role="status">
              {typed.titleZh.trim().length < 2
                ? t('propose.titleMissing')
                : open.length > 0 && t('propose.open', { count: open.length })}
            </span>
          </div>
        </>
      )}
    </>
  )

  /** A period is chosen, and its name suggested as the title as long as nobody has written one. */
  function choose(value: string): void {
    const [cycle = '', period = ''] = value.split(' ')
    const offer = draft.periods.find((one) => one.cycle.code === cycle && one.period === period)
    onPlace({ cycle, period })
    if (!offer) return
    change({
      left: new Set(),
      titleZh: `${formatPeriod(period, 'zh')}${offer.cycle.names.zh}`,
      titleEn: `${offer.cycle.names.en}, ${formatPeriod(period, 'en')}`,
    })
  }
}

function withOrWithout(set: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (isIn) next.add(key)
  else next.delete(key)
  return next
}
