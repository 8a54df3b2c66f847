import { PaperClipOutlined } from '@ant-design/icons'
import { formatMoment, formatNumber } from '@opensti/ui'
import { Nothing, ProblemNotice, Section, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'
import { AttachButton } from './AttachButton.tsx'
import { useFiles } from './use-files.ts'

type File = RequestView['attachments'][number]

/** Files beside the figures, such as the signed and sealed scan; what was taken away can be put back while it is here. */
export function Attachments({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const files = useFiles(view)
  const kept = view.attachments.filter((file) => file.removed === null)
  const removed = view.attachments.filter((file) => file.removed !== null)
  return (
    <Section
      id="files"
      title={t('files.title')}
      count={kept.length}
      action={view.mayWrite && <AttachButton view={view} />}
    >
      {files.error && <ProblemNotice error={files.error} />}
      {kept.length === 0 ? (
        <Nothing>{view.mayWrite ? t('files.nothingYet') : t('files.nothing')}</Nothing>
      ) : (
        <ul className="ruled">
          {kept.map((file) => (
            <li key={file.id}>
              <span>
                <a href={`/api/returns/${view.id}/attachments/${file.id}`} download={file.fileName}>
                  <PaperClipOutlined /> {file.fileName}
                </a>
                <About file={file} view={view} />
              </span>
              {view.mayWrite && (
                <Button
                  aria-label={t('files.removeOne', { name: file.fileName })}
                  loading={files.busy === file.id}
                  onClick={() => files.remove(file)}
                >
                  {t('files.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {removed.length > 0 && (
        <details className="rep-past">
          <summary>{t('files.removed', { count: removed.length })}</summary>
          <ul className="ruled">
            {removed.map((file) => (
              <li key={file.id}>
                <span>
                  <s>{file.fileName}</s>
                  {file.removed && (
                    <small className="muted">
                      {t('files.removedBy', {
                        by: say(file.removed.by),
                        at: formatMoment(file.removed.at, language, { short: true }),
                      })}
                    </small>
                  )}
                </span>
                {view.mayWrite && (
                  <Button
                    aria-label={t('files.restoreOne', { name: file.fileName })}
                    loading={files.busy === file.id}
                    onClick={() => files.restore(file)}
                  >
                    {t('files.restore')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

/** Which figure it shows, how large it is, who added it and when. */
function About({ file, view }: { file: File; view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const shown = view.entries.find((entry) => entry.indicatorId === file.indicatorId)
  return (
    <small className="muted">
      {shown ? say(shown.indicator) : t('files.whole')} · {size(file.size)} · {say(file.addedBy)}{' '}
      {formatMoment(file.addedAt, language, { short: true })}
    </small>
  )
}

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1000), 0)} kB`
    : `${formatNumber(bytes / 1_000_000, 1)} MB`
}
