import { formatMoment } from '@opensti/ui'
import { DataTable, Unseen, useLanguage } from '@opensti/ui/workbench'
import { Button, Grid, type TableColumnsType, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AuditRow } from '../../contract.ts'
import { EntryParts } from './EntryParts.tsx'
import { useEntryWords } from './use-entry-words.ts'

interface Props {
  /** Undefined while they are on their way. */
  entries: AuditRow[] | undefined
  error: unknown
  people: ReadonlyMap<string, string>
  region: string | undefined
  narrowed: boolean
  onPerson: (actor: string) => void
}

/** Entries, newest first. Opening one shows its numbers, for asking the log of the server or a colleague. */
export function AuditTable({ entries, error, people, region, narrowed, onPerson }: Props) {
  const { t } = useTranslation('accounts')
  const { say, language } = useLanguage()
  const wide = Grid.useBreakpoint().md
  const { actionOf, actorOf, objectOf, detailOf } = useEntryWords(people, region)
  const time = (row: AuditRow) => (
    <time dateTime={row.at} className="number">
      {formatMoment(row.at, language, { seconds: true })}
    </time>
  )
  const who = (row: AuditRow) =>
    row.actorId && row.actorName ? (
      <Button
        type="link"
        size="small"
        className="name-link"
        title={t('audit.onlyPerson', { name: say(row.actorName) })}
        onClick={() => onPerson(row.actorId ?? '')}
      >
        {say(row.actorName)}
      </Button>
    ) : (
      <span className="quiet">{actorOf(row)}</span>
    )
  const seal = (row: AuditRow) =>
    row.seal === null ? <Tag>{t('audit.pending')}</Tag> : <span>{t('audit.sealNumber', { seal: row.seal })}</span>
  const columns: TableColumnsType<AuditRow> = wide
    ? [
        { title: t('audit.time'), width: 230, render: (_, row) => time(row) },
        { title: t('audit.person'), width: 140, render: (_, row) => who(row) },
        { title: t('audit.action'), width: 220, render: (_, row) => actionOf(row) },
        { title: t('audit.object'), width: 220, render: (_, row) => objectOf(row) },
        { title: t('audit.detail'), render: (_, row) => <span className="quiet">{detailOf(row)}</span> },
        { title: t('audit.seal'), width: 110, align: 'right', render: (_, row) => seal(row) },
      ]
    : [
        {
          render: (_, row) => (
            <div className="entry-card">
              <div>
                <strong>{actionOf(row)}</strong> {seal(row)}
              </div>
              <div>
                {who(row)} {objectOf(row)}
              </div>
              <small>{detailOf(row)}</small>
              <small>{time(row)}</small>
            </div>
          ),
        },
      ]
  return (
    <DataTable<AuditRow>
      rows={entries}
      error={error}
      empty={t(narrowed ? 'audit.nothingFound' : 'audit.empty')}
      size="small"
      showHeader={wide}
      columns={columns}
      pagination={false}
      expandable={{
        expandedRowRender: (row) => <EntryParts row={row} />,
        columnWidth: 40,
        columnTitle: <Unseen>{t('audit.detail')}</Unseen>,
      }}
    />
  )
}
