import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { formatPeriod } from '@opensti/ui'
import { PageHead, Section, Shown, saveFile, Timeline, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../contract.ts'
import { FigureTable } from '../parts/FigureTable.tsx'
import { Findings } from '../parts/Findings.tsx'
import { formatPublicMoment } from '../parts/format-public-moment.ts'
import { Papers } from '../parts/Papers.tsx'
import { ReleaseState } from '../parts/ReleaseState.tsx'
import { useRelease } from '../use-publication.ts'
import { Acts } from './Acts.tsx'
import { Countdown } from './Countdown.tsx'
import '../publication.css'

/** One release: what it makes public, what the gate says, when, and what has happened to it. */
export function ReleaseScreen({ id }: { id: string }) {
  return <Shown query={useRelease(id)}>{(view) => <OneRelease key={view.id} view={view} />}</Shown>
}

function OneRelease({ view }: { view: ReleaseView }) {
  const { t } = useTranslation('publication')
  const { say, language } = useLanguage()
  const isOpen = view.state === 'proposed' || view.state === 'approved'
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/publication">
            {t('back')}
          </Link>
        }
        title={say(view.title)}
        lead={
          <span className="together">
            <ReleaseState state={view.state} />
            {view.cycleNames && view.period && (
              <span className="muted">
                {say(view.cycleNames)} · {formatPeriod(view.period, language)}
              </span>
            )}
          </span>
        }
        action={
          <div className="acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('list.print')}
            </Button>
            {view.figureList.length > 0 && (
              <Button icon={<DownloadOutlined />} onClick={() => void save()}>
                {t('list.export')}
              </Button>
            )}
            <Acts view={view} />
          </div>
        }
      />
      {view.state === 'approved' && <Countdown view={view} />}
      {view.state === 'proposed' && view.verbs.includes('withdraw') && !view.verbs.includes('approve') && (
        <p className="callout">{t('release.ownProposal')}</p>
      )}
      {view.overtaken.length > 0 && (
        <p className="callout callout-wrong">
          {t('release.overtaken', { names: view.overtaken.map((name) => say(name)).join(t('mark')) })}
        </p>
      )}
      <div className="with-facts">
        <div>
          {isOpen && (
            <Section id="gate" title={t('gate.title')}>
              <Findings findings={view.findings} clean={t('gate.clean')} />
            </Section>
          )}
          {view.figureList.length > 0 && (
            <Section
              id="figures"
              title={t(isOpen ? 'release.figures' : 'release.figuresPublic')}
              count={view.figureList.length}
            >
              <FigureTable figures={view.figureList} caption={t('release.figuresPublic')} />
            </Section>
          )}
          {view.paperList.length > 0 && (
            <Section id="papers" title={t('release.papers')}>
              <Papers papers={view.paperList} />
            </Section>
          )}
          <History view={view} />
        </div>
        <Facts view={view} />
      </div>
    </>
  )

  async function save(): Promise<void> {
    const { figuresWorkbook } = await import('../list/releases-workbook.ts')
    const title = say(view.title)
    saveFile(`${title}.xlsx`, await figuresWorkbook(title, view.figureList, { t, say, language }))
  }
}

function Facts({ view }: { view: ReleaseView }) {
  const { t } = useTranslation('publication')
  const { say, language } = useLanguage()
  const moment = view.publicFrom ?? view.embargoAt
  const isPublic = view.state === 'in-effect' || view.state === 'retracted'
  return (
    <section className="fact-box" aria-labelledby="facts">
      <h2 id="facts">{t('release.facts')}</h2>
      <dl>
        <dt>{t('columns.moment')}</dt>
        <dd>{moment ? formatPublicMoment(moment, language) : t('onApproval')}</dd>
        <dt>{t('columns.proposedBy')}</dt>
        <dd>{view.proposedBy}</dd>
        {view.approvedBy && (
          <>
            <dt>{t('columns.approvedBy')}</dt>
            <dd>{view.approvedBy}</dd>
          </>
        )}
        {view.unit && (
          <>
            <dt>{t('release.unit')}</dt>
            <dd>{say(view.unit.name)}</dd>
          </>
        )}
        {view.note && (
          <>
            <dt>{t('release.note')}</dt>
            <dd>{say(view.note)}</dd>
          </>
        )}
        {isPublic && (
          <>
            <dt>{t('release.address')}</dt>
            <dd>
              <a href={`${language === 'en' ? '/en' : ''}/releases/${view.id}`}>{t('release.open')}</a>
              <small>{t('release.permanent')}</small>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function History({ view }: { view: ReleaseView }) {
  const { t } = useTranslation('publication')
  const { say } = useLanguage()
  return (
    <Section id="history" title={t('release.history')}>
      <Timeline
        seconds
        entries={[
          { at: view.proposedAt, what: t('propose.title'), by: view.proposedBy },
          ...view.moves.map((move) => ({
            at: move.at,
            what: say(move.name),
            by: move.by ?? t('release.clock'),
            words: move.text,
          })),
        ]}
      />
    </Section>
  )
}
