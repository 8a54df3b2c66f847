import { DownloadOutlined } from '@ant-design/icons'
import { formatMoment } from '@opensti/ui'
import { Nothing, PageHead, Section, Shown, useLanguage } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { UploadList } from '../../contract-workbooks.ts'
import { Tabs } from '../parts/Tabs.tsx'
import { UploadBox } from './UploadBox.tsx'
import { UploadResult } from './UploadResult.tsx'
import { returnPath, useUpload, useUploads } from './use-workbooks.ts'
import '../reporting.css'
import './workbooks.css'

/** A return filled in by workbook: download, upload, see what would change, take in. */
export function FillScreen({ id, upload }: { id: string; upload?: string | undefined }) {
  const query = useUploads(id)
  return (
    <>
      <Tabs />
      <Shown query={query}>{(view) => <Fill id={id} upload={upload} view={view} />}</Shown>
    </>
  )
}

function Fill({ id, upload, view }: { id: string; upload: string | undefined; view: UploadList }) {
  const { t } = useTranslation('reporting')
  const client = useQueryClient()
  const go = useNavigate()
  const shown = upload ?? view.uploads[0]?.id
  const show = (one: string) =>
    go({ to: '/reporting/returns/$return/workbook', params: { return: id }, search: { upload: one } })
  return (
    <>
      <PageHead
        above={
          <Link className="above" to="/reporting/returns/$return" params={{ return: id }}>
            {t('workbooks.fill.back')}
          </Link>
        }
        title={t('workbooks.fill.title')}
        lead={view.template ? t('workbooks.fill.steps') : t('workbooks.fill.none')}
        action={
          view.template && (
            <Button type="primary" icon={<DownloadOutlined />} href={`/api/returns/${id}/workbook`}>
              {t('workbooks.fill.download')}
            </Button>
          )
        }
      />
      {view.mayUpload && (
        <UploadBox
          path={returnPath(id)}
          label={t('workbooks.fill.upload')}
          onDone={(one) => {
            void client.invalidateQueries({ queryKey: ['reporting', 'uploads', id] })
            void show(one)
          }}
        />
      )}
      {view.template && !view.mayUpload && <Nothing>{t('workbooks.fill.notNow')}</Nothing>}
      {shown && <OneUpload key={shown} id={id} upload={shown} />}
      {view.uploads.length > 1 && <Earlier id={id} view={view} shown={shown} />}
    </>
  )
}

function OneUpload({ id, upload }: { id: string; upload: string }) {
  const query = useUpload(id, upload)
  return <Shown query={query}>{(view) => <UploadResult id={id} view={view} />}</Shown>
}

function Earlier({ id, view, shown }: { id: string; view: UploadList; shown: string | undefined }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  return (
    <Section id="earlier" title={t('workbooks.fill.earlier')}>
      <ul className="ruled">
        {view.uploads
          .filter((one) => one.id !== shown)
          .map((one) => (
            <li key={one.id}>
              <Link
                to="/reporting/returns/$return/workbook"
                params={{ return: id }}
                search={{ upload: one.id }}
                aria-label={t('workbooks.fill.seeOne', { name: one.fileName })}
              >
                {one.fileName}
              </Link>
              <small className="muted">
                {t(`workbooks.fill.state.${one.state}`)} · {formatMoment(one.addedAt, language)}
              </small>
            </li>
          ))}
      </ul>
    </Section>
  )
}
