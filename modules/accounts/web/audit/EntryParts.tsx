import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../contract.ts'

/** Everything an entry holds, as it is sealed. */
export function EntryParts({ row }: { row: AuditRow }) {
  const { t } = useTranslation('accounts')
  const parts = [
    ['entry', t('audit.entry'), row.id],
    ['action', t('audit.action'), row.action],
    ['person', t('audit.person'), row.actorId],
    ['object', t('audit.objectId'), row.objectId && `${row.objectKind} ${row.objectId}`],
    ['request', t('audit.request'), row.requestId],
    ['detail', t('audit.detail'), Object.keys(row.detail).length > 0 ? JSON.stringify(row.detail, null, 1) : null],
  ] as const
  return (
    <Descriptions
      column={1}
      colon={false}
      size="small"
      className="entry-parts"
      items={parts.flatMap(([key, label, text]) =>
        text ? [{ key, label, children: <code className="entry-code">{text}</code> }] : [],
      )}
    />
  )
}
