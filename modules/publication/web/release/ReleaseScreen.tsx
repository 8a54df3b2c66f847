import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { formatMoment, formatPeriod } from '@opensti/ui'
import { PageHead, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReleaseView } from '../../contract.ts'
import { FigureTable } from '../parts/FigureTable.tsx'
import { Findings } from '../parts/Findings.tsx'
import { Papers } from '../parts/Papers.tsx'
import { Shown } from '../parts/Shown.tsx'
import { StateMark } from '../parts/StateMark.tsx'
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
          <Link className="pub-above" to="/publication">
            {t('back')}
          </Link>
        }
        title={say(view.title)}
        lead={
          <span className="pub-lead">
            <StateMark state={view.state} />
            {view.cycleNames && view.period && (
              <span className="pub-muted">
                {say(view.cycleNames)} · {formatPeriod(view.period, language)}
              </span>
            )}
          </span>
        }
        action={
          <div className="pub-acts">
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
        <p className="pub-note">{t('release.ownProposal')}</p>
      )}
      {view.overtaken.length > 0 && (
        <p className="pub-note pub-warn">
          {t('release.overtaken', { names: view.overtaken.map((name) => say(name)).join(t('mark')) })}
        </p>
      )}
      <div className="pub-release">
        <div>
          {isOpen && (
            <section className="pub-part" aria-labelledby="gate">
              <h2 id="gate">{t('gate.title')}</h2>
              <Findings findings={view.findings} clean={t('gate.clean')} />
            </section>
          )}
          {view.figureList.length > 0 && (
            <section className="pub-part" aria-labelledby="figures">
              <h2 id="figures">
                {t(isOpen ? 'release.figures' : 'release.figuresPublic')}
                <span className="pub-count">{view.figureList.length}</span>
              </h2>
              <FigureTable figures={view.figureList} caption={t('release.figuresPublic')} />
            </section>
          )}
          {view.paperList.length > 0 && (
            <section className="pub-part" aria-labelledby="papers">
              <h2 id="papers">{t('release.papers')}</h2>
              <Papers papers={view.paperList} />
            </section>
          )}
          <History view={view} />
        </div>
        <Facts view={view} />
      </div>
    </>
  )

  async function save(): Promise<void> {
    const { figuresWorkbook, saveFile } = await import('../list/releases-workbook.ts')
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
    <section className="pub-facts" aria-labelledby="facts">
      <h2 id="facts">{t('release.facts')}</h2>
      <dl>
        <dt>{t('columns.moment')}</dt>
        <dd>{moment ? formatMoment(moment, language, { seconds: true }) : t('onApproval')}</dd>
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
  const { say, language } = useLanguage()
  return (
    <section className="pub-part" aria-labelledby="history">
      <h2 id="history">{t('release.history')}</h2>
      <ol className="pub-history" reversed>
        {[...view.moves].reverse().map((move) => (
          <li key={`${move.at} ${move.verb}`}>
            <time dateTime={move.at}>{formatMoment(move.at, language, { seconds: true })}</time>
            <span>
              <b>{say(move.name)}</b> <span className="pub-muted">{move.by ?? t('release.clock')}</span>
              {move.text && <q>{move.text}</q>}
            </span>
          </li>
        ))}
        <li>
          <time dateTime={view.proposedAt}>{formatMoment(view.proposedAt, language, { seconds: true })}</time>
          <span>
            <b>{t('propose.title')}</b> <span className="pub-muted">{view.proposedBy}</span>
          </span>
        </li>
      </ol>
    </section>
  )
}
