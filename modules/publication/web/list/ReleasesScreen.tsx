import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useHome, useSession } from '@opensti/accounts/session'
import { formatPeriod } from '@opensti/ui'
import { Nothing, PageHead, Shown, saveFile, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReleaseList, ReleaseSummary } from '../../contract.ts'
import { formatPublicMoment } from '../parts/format-public-moment.ts'
import { ReleaseState } from '../parts/ReleaseState.tsx'
import { useReleases } from '../use-publication.ts'
import '../publication.css'

/** All releases of the region, those that wait for approval first. */
export function ReleasesScreen() {
  const { region } = useHome()
  return <Shown query={useReleases(region)}>{(list) => <Releases list={list} region={region ?? ''} />}</Shown>
}

function Releases({ list, region }: { list: ReleaseList; region: string }) {
  const { t } = useTranslation('publication')
  const { say, language } = useLanguage()
  const { might } = useSession()
  return (
    <>
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        action={
          <div className="acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('list.print')}
            </Button>
            <Button icon={<DownloadOutlined />} onClick={() => void save()}>
              {t('list.export')}
            </Button>
            {might('publication.release.propose') && (
              <Link className="link-button" to="/publication/new">
                {t('list.propose')}
              </Link>
            )}
          </div>
        }
      />
      {list.releases.length === 0 ? (
        <Nothing>{t('list.nothing')}</Nothing>
      ) : (
        <table className="card-table " aria-label={t('list.title')}>
          <thead>
            <tr>
              <th scope="col">{t('columns.title')}</th>
              <th scope="col">{t('columns.content')}</th>
              <th scope="col">{t('columns.moment')}</th>
              <th scope="col">{t('columns.state')}</th>
              <th scope="col">{t('columns.people')}</th>
            </tr>
          </thead>
          <tbody>
            {list.releases.map((release) => (
              <Row key={release.id} release={release} />
            ))}
          </tbody>
        </table>
      )}
      <p className="acts-below">
        <a href={`${language === 'en' ? '/en' : ''}/regions/${region}/releases`}>{t('list.portal')}</a>
      </p>
    </>
  )

  async function save(): Promise<void> {
    const { releasesWorkbook } = await import('./releases-workbook.ts')
    saveFile(`${t('list.title')}.xlsx`, await releasesWorkbook(list.releases, { t, say, language }))
  }
}

function Row({ release }: { release: ReleaseSummary }) {
  const { t } = useTranslation('publication')
  const { say, language } = useLanguage()
  const moment = release.publicFrom ?? release.embargoAt
  return (
    <tr className={release.state === 'proposed' ? 'marked' : undefined}>
      <th scope="row">
        <Link to="/publication/releases/$release" params={{ release: release.id }}>
          {say(release.title)}
        </Link>
        {release.cycleNames && release.period && (
          <small>
            {say(release.cycleNames)} · {formatPeriod(release.period, language)}
          </small>
        )}
      </th>
      <td data-label={t('columns.content')}>
        {[
          release.figures > 0 && t('figures', { count: release.figures }),
          release.corrections > 0 && t('corrections', { count: release.corrections }),
          release.papers > 0 && t('papers', { count: release.papers }),
        ]
          .filter(Boolean)
          .join(t('mark'))}
      </td>
      <td data-label={t('columns.moment')}>{moment ? formatPublicMoment(moment, language) : t('onApproval')}</td>
      <td data-label={t('columns.state')}>
        <ReleaseState state={release.state} />
      </td>
      <td data-label={t('columns.people')}>
        {t('proposed', { name: release.proposedBy })}
        {release.approvedBy && <small>{t('approved', { name: release.approvedBy })}</small>}
      </td>
    </tr>
  )
}
