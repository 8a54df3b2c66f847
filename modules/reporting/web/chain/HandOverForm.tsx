import { Field, ProblemNotice, Section, useLanguage } from '@opensti/ui/workbench'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainView } from '../../contract.ts'
import { useChainChange } from './use-chain-change.ts'

/** When someone moves on: what names her names her successor. Drafts belong to the return and stay. */
export function HandOverForm({ path, view }: { path: string; view: ChainView }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const [fromPerson, setFrom] = useState<string>()
  const [toPerson, setTo] = useState<string>()
  const wanted = { fromPerson: fromPerson ?? '', toPerson: toPerson ?? '' }
  const hand = useChainChange<typeof wanted>('POST', `${path}/hand-over`, t('handOver.done'), () => {
    setFrom(undefined)
    setTo(undefined)
  })
  const former = view.former.map((one) => ({
    value: one.personId,
    label: t('chain.former', { name: say(one.name) }),
  }))
  const people = view.members.map((one) => ({ value: one.personId, label: say(one.name) }))
  return (
    <Section id="hand-over" title={t('handOver.title')}>
      <p className="muted">{t('handOver.lead')}</p>
      <div className="rep-form">
        <Field label={t('handOver.from')}>
          {(id) => (
            <Select
              id={id}
              value={fromPerson}
              onChange={setFrom}
              options={[...former, ...people]}
              placeholder={t('delegation.choose')}
            />
          )}
        </Field>
        <Field label={t('handOver.to')}>
          {(id) => (
            <Select
              id={id}
              value={toPerson}
              onChange={setTo}
              options={people.filter(({ value }) => value !== fromPerson)}
              placeholder={t('delegation.choose')}
            />
          )}
        </Field>
        <Button disabled={!fromPerson || !toPerson} loading={hand.isPending} onClick={() => hand.mutate(wanted)}>
          {t('handOver.do')}
        </Button>
      </div>
      {hand.error && <ProblemNotice error={hand.error} />}
    </Section>
  )
}
