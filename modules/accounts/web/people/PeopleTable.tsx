import { DataTable, Unseen, useLanguage } from '@opensti/ui/workbench'
import { Button, Grid, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '../../contract.ts'
import { RoleTags } from '../RoleTags.tsx'
import { PersonStateMark } from './PersonStateMark.tsx'

interface Props {
  region: string | undefined
  /** Undefined while they are on their way. */
  people: PersonRow[] | undefined
  error: unknown
  /** True when a filter hides people. */
  narrowed: boolean
  onOpen: (id: string) => void
}

/** People, one to a line; on a phone one to a card. */
export function PeopleTable({ region, people, error, narrowed, onOpen }: Props) {
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
        {
          title: t('people.roles'),
          render: (_, person) => <RoleTags grants={person.grants} region={region} unit={person.unit?.id} />,
        },
        { title: t('people.state'), width: 190, render: (_, person) => <PersonStateMark person={person} /> },
        {
          title: t('people.sessions'),
          width: 150,
          align: 'right',
          render: (_, person) => <span className="number">{person.sessions}</span>,
        },
        {
          title: <Unseen>{t('people.open')}</Unseen>,
          width: 110,
          align: 'right',
          render: (_, person) => open(person),
        },
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
              <RoleTags grants={person.grants} region={region} unit={person.unit?.id} />
              <PersonStateMark person={person} />
            </div>
          ),
        },
      ]
  return (
    <DataTable<PersonRow>
      rows={people}
      error={error}
      empty={t(narrowed ? 'people.nothingFound' : 'people.empty')}
      className="people-table"
      showHeader={wide}
      columns={columns}
      onRow={(person) => ({ onDoubleClick: () => onOpen(person.id) })}
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
