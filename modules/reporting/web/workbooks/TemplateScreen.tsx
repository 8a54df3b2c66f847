import { formatMoment } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, StateMark, useLanguage } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TemplateList } from '../../contract-workbooks.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { UploadBox } from './UploadBox.tsx'
import { cyclePath, templatesQuery, useTemplates } from './use-workbooks.ts'
import '../reporting.css'
import './workbooks.css'

interface Place {
  region: string
  cycle: string
}

/** The workbook of a cycle: its versions, and a new one to be uploaded. */
export function TemplateScreen({ region, cycle }: Place) {
  const query = useTemplates(region, cycle)
  return (
    <>
      <Tabs />
      <Shown query={query}>{(view) => <Templates region={region} cycle={cycle} view={view} />}</Shown>
    </>
  )
}

function Templates({ region, cycle, view }: Place & { view: TemplateList }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const go = useNavigate()
  const client = useQueryClient()
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/reporting/$region/cycles" params={{ region }}>
            {t('cycles.title')}
          </Link>
        }
        title={`${say(view.cycle.names)} · ${t('workbooks.template.title')}`}
        lead={t('workbooks.template.lead')}
      />
      {view.mayMap && (
        <UploadBox
          path={cyclePath(region, cycle)}
          label={t('workbooks.template.choose')}
          onDone={(workbook) => {
            void client.invalidateQueries({ queryKey: templatesQuery(region, cycle).queryKey })
            void go({ to: '/reporting/$region/cycles/$cycle/workbooks/$workbook', params: { region, cycle, workbook } })
          }}
        />
      )}
      <Section id="versions" title={t('workbooks.template.versions')}>
        {view.versions.length === 0 ? (
          <Nothing>{t('workbooks.template.nothing')}</Nothing>
        ) : (
          <Versions region={region} cycle={cycle} view={view} />
        )}
      </Section>
    </>
  )
}

function Versions({ region, cycle, view }: Place & { view: TemplateList }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  return (
    <table className="rep-table wb-table">
      <caption className="hidden">{t('workbooks.template.versions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('workbooks.template.versions')}</th>
          <th scope="col">{t('workbooks.template.file')}</th>
          <th scope="col">{t('workbooks.template.by')}</th>
          <th scope="col">{t('workbooks.template.at')}</th>
          <th scope="col">
            <span className="hidden">{t('workbooks.template.open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {view.versions.map((one, i) => (
          <tr key={one.version}>
            <th scope="row">
              {t('workbooks.template.version', { version: one.version })}
              {i === 0 && <StateMark>{t('workbooks.template.current')}</StateMark>}
            </th>
            <td data-label={t('workbooks.template.file')}>{one.fileName}</td>
            <td data-label={t('workbooks.template.by')}>{say(one.by)}</td>
            <td data-label={t('workbooks.template.at')} className="rep-moment">
              {formatMoment(one.savedAt, language)}
            </td>
            <td>
              <Link
                to="/reporting/$region/cycles/$cycle/workbooks/$workbook"
                params={{ region, cycle, workbook: one.workbookId }}
                search={{ version: String(one.version) }}
                aria-label={t('workbooks.template.openOne', { version: one.version })}
              >
                {t('workbooks.template.open')}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
