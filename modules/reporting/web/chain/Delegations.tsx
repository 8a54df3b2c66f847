import { useSession } from '@opensti/accounts/session'
import { formatDay, localDay } from '@opensti/ui'
import { ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainView } from '../../contract.ts'
import { Field } from '../parts/Field.tsx'
import { useChainChange } from './use-chain-change.ts'

/** Who stands in for whom and until when, and letting a colleague stand in for oneself. */
export function Delegations({ path, view }: { path: string; view: ChainView }) {
  const { t } = useTranslation('reporting')
  const { language } = useLanguage()
  const { person } = useSession()
  const [toPerson, setToPerson] = useState<string>()
  const today = localDay(new Date())
  const [fromDay, setFromDay] = useState(today)
  const [untilDay, setUntilDay] = useState(today)
  const wanted = { toPerson: toPerson ?? '', fromDay, untilDay }
  const give = useChainChange<typeof wanted>('POST', `${path}/delegations`, t('delegation.done'), () =>
    setToPerson(undefined),
  )
  const colleagues = view.members.filter((one) => one.personId !== person?.id)
  const current = view.delegations.filter((one) => one.untilDay >= today)
  const isMember = view.members.some((one) => one.personId === person?.id)
  return (
    <section className="rep-part" aria-labelledby="delegations">
      <h2 id="delegations">{t('delegation.title')}</h2>
      {current.length === 0 ? (
        <p className="rep-nothing">{t('delegation.nothing')}</p>
      ) : (
        <ul className="rep-rows">
          {current.map((one) => (
            <li key={one.id}>
              <span>{t('delegation.one', { from: one.from, to: one.to })}</span>
              <span className="rep-muted">
                {formatDay(one.fromDay, language)} — {formatDay(one.untilDay, language)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isMember && (
        <div className="rep-form">
          <Field label={t('delegation.to')}>
            {(id) => (
              <Select
                id={id}
                value={toPerson}
                onChange={setToPerson}
                placeholder={t('delegation.choose')}
                options={colleagues.map((one) => ({ value: one.personId, label: one.name }))}
              />
            )}
          </Field>
          <Field label={t('delegation.from')}>
            {(id) => <Input id={id} type="date" value={fromDay} onChange={(event) => setFromDay(event.target.value)} />}
          </Field>
          <Field label={t('delegation.until')}>
            {(id) => (
              <Input
                id={id}
                type="date"
                value={untilDay}
                min={fromDay}
                onChange={(event) => setUntilDay(event.target.value)}
              />
            )}
          </Field>
          <Button disabled={!toPerson} loading={give.isPending} onClick={() => give.mutate(wanted)}>
            {t('delegation.give')}
          </Button>
        </div>
      )}
      {give.error && <ProblemNotice error={give.error} />}
    </section>
  )
}
