import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../contract.ts'
import { Light } from './Light.tsx'
import { EvidenceLink, FindingLink, TaskLink, UnitLink } from './links.tsx'

/** One thing that is red or amber, with everything a head asks about it. */
export function FindingRow({ finding, regionId }: { finding: Finding; regionId: string }) {
  const { t } = useTranslation('dashboard')
  const { say } = useLanguage()
  const { light, kind, since, why, said, needs, tasks, evidence } = finding
  return (
    <li className={`dash-row dash-${light}`}>
      <div className="dash-what">
        <Light light={light} />
        <div>
          <FindingLink finding={finding} regionId={regionId} />
          <small>
            {t(`kind.${kind}`)}
            {since && ` · ${say(since)}`}
          </small>
        </div>
      </div>
      <div data-label={t('columns.why')}>
        {why.map((sentence) => (
          <p key={sentence.zh}>{say(sentence)}</p>
        ))}
        {said && (
          <p className="dash-said">
            {t('said')}
            <q>{said}</q>
          </p>
        )}
      </div>
      <div data-label={t('columns.who')}>
        <Who who={finding.who} />
      </div>
      <div data-label={t('columns.needs')}>
        {needs.map((sentence) => (
          <p key={sentence.zh}>{say(sentence)}</p>
        ))}
        <p className="dash-ways">
          {tasks.slice(0, 1).map((task) => (
            <span key={task.id}>
              <small>{t('task')}</small> <TaskLink task={task} />
            </span>
          ))}
          {evidence && (
            <span>
              <small>{t('evidence')}</small> <EvidenceLink evidence={evidence} />
            </span>
          )}
        </p>
      </div>
    </li>
  )
}

function Who({ who }: { who: Finding['who'] }) {
  const { t } = useTranslation('dashboard')
  const { say } = useLanguage()
  if (who.length === 0) return <span className="dash-none">{t('nobody')}</span>
  return who.map(({ unit, leader }) => (
    <p key={unit.id}>
      <UnitLink unit={unit} />{' '}
      <span className={leader ? 'dash-leader' : 'dash-none'}>{leader ? say(leader) : t('noLeader')}</span>
    </p>
  ))
}
