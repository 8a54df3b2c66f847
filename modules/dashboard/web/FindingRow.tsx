import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../contract.ts'
import { Light } from './Light.tsx'
import { EvidenceLink, FindingLink, TaskLink, UnitLink } from './links.tsx'

interface Props {
  finding: Finding
  regionId: string
  /** While the list is short: whole, in two lines, or not at all. */
  shape: 'whole' | 'tight' | 'folded'
}

/** One thing that is red or amber, with everything a head asks about it. */
export function FindingRow({ finding, regionId, shape }: Props) {
  const { t } = useTranslation('dashboard')
  const { say, language } = useLanguage()
  const { light, kind, since, why, said, needs, tasks, evidence } = finding
  return (
    <li className={`dash-row dash-${light} dash-${shape}`}>
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
        <p>{why.map(say).join(language === 'zh' ? '' : ' ')}</p>
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
        {tasks.slice(0, 1).map((task) => (
          <p key={task.id} className="dash-way">
            <small>{t('task')}</small> <TaskLink task={task} />
          </p>
        ))}
        {evidence && (
          <p className="dash-way">
            <small>{t('evidence')}</small> <EvidenceLink evidence={evidence} />
          </p>
        )}
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
