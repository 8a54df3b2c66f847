import { PageHead, useLanguage } from '@opensti/ui/workbench'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Select, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRegionAs } from '../use-session.ts'
import { findPeople, type PeopleFilter } from './find-people.ts'
import { InvitationsTable } from './InvitationsTable.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { useInvitations, usePeople, useRoles } from './use-people.ts'
import '../accounts.css'

/** What the address keeps, so that it brings back the same screen. */
export interface PeopleAddress extends PeopleFilter {
  tab?: string
  person?: string
}

/** The security administrator's desk: who works here, with which roles. */
export function PeopleScreen() {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const region = useRegionAs('security-administrator')
  const address: PeopleAddress = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (change: PeopleAddress, replace = true) =>
    void navigate({ to: '/people', search: { ...address, ...change }, replace })
  const [inviting, setInviting] = useState(false)
  const { data, error } = usePeople(region)
  const waiting = useInvitations(region).data?.invitations.filter(({ state }) => state === 'open').length ?? 0
  const people = data?.people ?? []
  const found = findPeople(people, address, language)
  const narrowed = Boolean(address.q || address.role || address.state)

  return (
    <>
      <PageHead
        title={t('people.title')}
        lead={t('people.lead')}
        action={
          <Button type="primary" onClick={() => setInviting(true)}>
            {t('people.invite')}
          </Button>
        }
      />
      <Tabs
        activeKey={address.tab ?? 'people'}
        onChange={(tab) => go({ tab: tab === 'people' ? undefined : tab })}
        items={[
          {
            key: 'people',
            label: t('people.people'),
            children: (
              <>
                <Filters address={address} onChange={go} />
                <p className="quiet" aria-live="polite">
                  {data &&
                    (narrowed
                      ? t('people.countOf', { count: found.length, total: people.length })
                      : t('people.count', { count: people.length }))}
                </p>
                <PeopleTable
                  region={region}
                  people={data && found}
                  error={error}
                  narrowed={narrowed}
                  onOpen={(person) => go({ person }, false)}
                />
              </>
            ),
          },
          {
            key: 'invitations',
            label: waiting > 0 ? t('people.invitationsOpen', { count: waiting }) : t('people.invitations'),
            children: region && <InvitationsTable region={region} />,
          },
        ]}
      />
      {region && <InviteDialog region={region} open={inviting} onClose={() => setInviting(false)} />}
      {region && address.person && (
        <PersonDrawer region={region} id={address.person} onClose={() => go({ person: undefined })} />
      )}
    </>
  )
}

function Filters({ address, onChange }: { address: PeopleAddress; onChange: (change: PeopleAddress) => void }) {
  const { t } = useTranslation('accounts')
  const { say } = useLanguage()
  const roles = useRoles()
  // What is being typed stays here: the address follows a moment later, too late for Chinese input methods.
  const [typed, setTyped] = useState(address.q ?? '')
  const look = (q: string) => {
    setTyped(q)
    onChange({ q: q || undefined })
  }
  const clear = () => {
    setTyped('')
    onChange({ q: undefined, role: undefined, state: undefined })
  }
  return (
    <search className="filters">
      <Input
        allowClear
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        value={typed}
        onChange={(event) => look(event.target.value)}
      />
      <Select
        allowClear
        aria-label={t('people.roles')}
        placeholder={t('people.anyRole')}
        value={address.role}
        onChange={(role) => onChange({ role })}
        options={roles.map((role) => ({ value: role.code, label: say(role.name) }))}
      />
      <Select
        allowClear
        aria-label={t('people.state')}
        placeholder={t('people.anyState')}
        value={address.state}
        onChange={(state) => onChange({ state })}
        options={[
          { value: 'active', label: t('state.active') },
          { value: 'locked', label: t('state.lockedAny') },
          { value: 'suspended', label: t('state.suspended') },
        ]}
      />
      {(address.q || address.role || address.state) && (
        <Button type="link" onClick={clear}>
          {t('people.clear')}
        </Button>
      )}
    </search>
  )
}
