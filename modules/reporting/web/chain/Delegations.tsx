import { useSession } from '@opensti/accounts/session'
import { formatDay, formatMoment, localDay } from '@opensti/ui'
import { Field, Nothing, ProblemNotice, Section, useLanguage } from '@opensti/ui/workbench'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainView } from '../../contract.ts'
import { EndDelegation } from './EndDelegation.tsx'
import { useChainChange } from './use-chain-change.ts'

/** Who stands in for whom and until when, and letting a colleague stand in for oneself. */
export function Delegations({ path, view }: { path: string; view: ChainView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
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
  const current = view.delegations.filter(({ standing }) => standing !== 'over')
  const past = view.delegations.filter(({ standing }) => standing === 'over')
  const isMember = view.members.some((one) => one.personId === person?.id)
  return (
    <Section id="delegations" title={t('delegation.title')}>
      {current.length === 0 ? (
        <Nothing>{t('delegation.nothing')}</Nothing>
      ) : (
        <ul className="ruled">
          {current.map((one) => (
            <li key={one.id}>
              <Standing one={one} />
              {one.mayEnd && <EndDelegation path={path} one={one} />}
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details className="rep-past">
          <summary>{t('delegation.past', { count: past.length })}</summary>
          <ul className="ruled">
            {past.map((one) => (
              <li key={one.id}>
                <Standing one={one} />
              </li>
            ))}
          </ul>
        </details>
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
                options={colleagues.map((one) => ({ value: one.personId, label: say(one.name) }))}
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
    </Section>
  )
}

/** Who stands in for whom, on which days, and whether it ended before its time. */
function Standing({ one }: { one: ChainView['delegations'][number] }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  return (
    <span>
      {t('delegation.one', { from: say(one.from), to: say(one.to) })}
      <small className="muted">
        {formatDay(one.fromDay, language)} — {formatDay(one.untilDay, language)}
        {one.standing === 'ahead' && ` · ${t('delegation.ahead')}`}
        {one.ended &&
          ` · ${t(one.ended.by ? 'delegation.endedBy' : 'delegation.ended', {
            at: formatMoment(one.ended.at, language, { short: true }),
            by: one.ended.by ? say(one.ended.by) : '',
          })}`}
      </small>
    </span>
  )
}
