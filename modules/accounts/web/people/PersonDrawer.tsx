import { Loading, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Descriptions, Drawer, Grid } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../contract.ts'
import { useSession } from '../use-session.ts'
import { GrantForm } from './GrantForm.tsx'
import { PersonAccount } from './PersonAccount.tsx'
import { PersonFactor } from './PersonFactor.tsx'
import { PersonRoles } from './PersonRoles.tsx'
import { PersonSessions } from './PersonSessions.tsx'
import { PersonStateMark } from './PersonStateMark.tsx'
import { usePerson } from './use-people.ts'

/** Everything that can be done about one person's account. */
export function PersonDrawer({ region, id, onClose }: { region: string; id: string; onClose: () => void }) {
  const { say } = useLanguage()
  const wide = Grid.useBreakpoint().md
  const { data, error } = usePerson(id)
  return (
    <Drawer open onClose={onClose} size={wide ? 520 : '100%'} title={data ? say(data.name) : ' '}>
      {error && <ProblemNotice error={error} />}
      {!data && !error && <Loading />}
      {data && <PersonParts region={region} person={data} />}
    </Drawer>
  )
}

function PersonParts({ region, person }: { region: string; person: PersonView }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const self = useSession().person?.id === person.id
  return (
    <div className="person-parts">
      <Descriptions
        column={1}
        colon={false}
        size="small"
        items={[
          { key: 'state', label: t('people.state'), children: <PersonStateMark person={person} /> },
          { key: 'signInName', label: t('account.signInName'), children: <code>{person.signInName}</code> },
          { key: 'unit', label: t('people.unit'), children: person.unit ? say(person.unit.name) : t('account.noUnit') },
          ...(person.organisation
            ? [{ key: 'organisation', label: t('people.organisation'), children: say(person.organisation) }]
            : []),
          { key: 'email', label: t('people.email'), children: person.email ?? t('people.noEmail') },
        ]}
      />
      <PersonRoles region={region} person={person} />
      {self ? <p className="quiet">{t('person.self')}</p> : <GrantForm region={region} person={person} />}
      <PersonSessions person={person} />
      {!self && <PersonFactor person={person} />}
      {!self && <PersonAccount person={person} />}
    </div>
  )
}
