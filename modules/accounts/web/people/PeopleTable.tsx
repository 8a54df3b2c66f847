import { useLanguage } from '@opensti/ui/workbench'
import { Button, Empty, Grid, Table, type TableColumnsType, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '../../contract.ts'
import { PersonStateMark } from './PersonStateMark.tsx'

interface Props {
  people: PersonRow[]
  loading: boolean
  /** True when a filter hides people. */
  narrowed: boolean
  onOpen: (id: string) => void
}

/** People, one to a line; on a phone one to a card. */
export function PeopleTable({ people, loading, narrowed, onOpen }: Props) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const wide = Grid.useBreakpoint().md
  const open = (person: PersonRow) => (
    <Button size="small" aria-label={t('people.openFor', { name: say(person.name) })} onClick={() => onOpen(person.id)}>
      {t('people.open')}
    </Button>
  )
  const columns: TableColumnsType<PersonRow> = wide
    ? [
        { title: t('people.name'), render: (_, person) => <Names person={person} /> },
        { title: t('people.unit'), render: (_, person) => (person.unit ? say(person.unit.name) : '—') },
        { title: t('people.roles'), render: (_, person) => <Roles person={person} /> },
        { title: t('people.state'), width: 190, render: (_, person) => <PersonStateMark person={person} /> },
        {
          title: t('people.sessions'),
          width: 150,
          align: 'right',
          render: (_, person) => <span className="number">{person.sessions}</span>,
        },
        { width: 110, align: 'right', render: (_, person) => open(person) },
      ]
    : [
        {
          render: (_, person) => (
            <div className="person-card">
              <div>
                <Names person={person} />
                {open(person)}
              </div>
              <small>{person.unit ? say(person.unit.name) : t('account.noUnit')}</small>
              <Roles person={person} />
              <PersonStateMark person={person} />
            </div>
          ),
        },
      ]
  return (
    <Table<PersonRow>
      rowKey="id"
      size="middle"
      className="people-table"
      showHeader={wide}
      loading={loading}
      dataSource={people}
      columns={columns}
      pagination={{ hideOnSinglePage: true, pageSize: 50, showSizeChanger: false }}
      onRow={(person) => ({ onDoubleClick: () => onOpen(person.id) })}
      locale={{
        emptyText: loading ? ' ' : <Empty description={t(narrowed ? 'people.nothingFound' : 'people.empty')} />,
      }}
    />
  )
}

function Names({ person }: { person: PersonRow }) {
  const { say } = useLanguage()
  return (
    <span className="person-names">
      <strong>{say(person.name)}</strong>
      <code>{person.signInName}</code>
    </span>
  )
}

function Roles({ person }: { person: PersonRow }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  if (person.grants.length === 0) return <span className="quiet">{t('people.noRoles')}</span>
  return (
    <span className="person-roles">
      {person.grants.map((grant) => (
        <Tag key={grant.id} title={grant.unit ? say(grant.unit.name) : undefined}>
          {say(grant.roleName)}
        </Tag>
      ))}
    </span>
  )
}
