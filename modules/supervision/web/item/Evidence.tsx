import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { formatMoment, formatNumber } from '@opensti/ui'
import { api, ProblemNotice, Section, useLanguage, useSingleMutation } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'

/** Files that show that it was done. */
export function Evidence({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  const { language } = useLanguage()
  const client = useQueryClient()
  const mayAdd = view.verbs.includes('add-evidence')
  const add = useSingleMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return api('POST', `/api/items/${view.id}/evidence`, form)
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['supervision', 'item', view.id] }),
  })
  return (
    <Section
      id="evidence"
      title={t('evidence.title')}
      count={view.evidence.length}
      action={
        mayAdd && (
          <Upload
            accept=".pdf,.jpg,.jpeg,.png,.ofd,.docx,.xlsx"
            showUploadList={false}
            beforeUpload={(file) => {
              add.mutate(file)
              return false
            }}
          >
            <Button icon={<UploadOutlined />} loading={add.isPending}>
              {t('evidence.add')}
            </Button>
          </Upload>
        )
      }
    >
      {add.error && <ProblemNotice error={add.error} />}
      {view.evidence.length === 0 ? (
        <p className="muted">{t(mayAdd ? 'evidence.none' : 'evidence.noneSeen')}</p>
      ) : (
        <ul className="ruled">
          {view.evidence.map((file) => (
            <li key={file.id}>
              <a href={`/api/items/${view.id}/evidence/${file.id}`} download={file.fileName}>
                <PaperClipOutlined aria-hidden="true" /> {file.fileName}
              </a>
              <small>
                {sizeOf(file.size)} · {formatMoment(file.addedAt, language)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function sizeOf(bytes: number): string {
  if (bytes >= 1_000_000) return `${formatNumber(bytes / 1_000_000, 1)} MB`
  return `${formatNumber(Math.max(1, bytes / 1000), 0)} kB`
}
