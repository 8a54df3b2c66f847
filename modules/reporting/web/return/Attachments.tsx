import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { formatMoment, formatNumber } from '@opensti/ui'
import { api, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'

/** Files beside the figures, such as the signed and sealed scan. */
export function Attachments({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const client = useQueryClient()
  const attach = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return api('POST', `/api/returns/${view.id}/attachments`, form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['reporting', 'return', view.id] }),
  })
  return (
    <section className="rep-part rep-files" aria-labelledby="files">
      <div className="rep-part-head">
        <h2 id="files">
          {t('files.title')}
          <span className="rep-count">{view.attachments.length}</span>
        </h2>
        {view.mayWrite && (
          <Upload
            accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              attach.mutate(file)
              return false
            }}
          >
            <Button icon={<UploadOutlined />} loading={attach.isPending}>
              {t('files.add')}
            </Button>
          </Upload>
        )}
      </div>
      {attach.error && <ProblemNotice error={attach.error} />}
      {view.attachments.length === 0 ? (
        <p className="rep-nothing">{view.mayWrite ? t('files.nothingYet') : t('files.nothing')}</p>
      ) : (
        <ul className="rep-rows">
          {view.attachments.map((file) => (
            <li key={file.id}>
              <a href={`/api/returns/${view.id}/attachments/${file.id}`} download={file.fileName}>
                <PaperClipOutlined /> {file.fileName}
              </a>
              <small className="rep-muted">
                {size(file.size)} · {formatMoment(file.addedAt, language, { short: true })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${formatNumber(bytes / 1000, 0)} kB` : `${formatNumber(bytes / 1_000_000, 1)} MB`
}
