import { DeleteOutlined } from '@ant-design/icons'
import { ProblemNotice, Section, useLanguage } from '@opensti/ui/workbench'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainView } from '../../contract.ts'
import { useChainChange } from './use-chain-change.ts'

type Step = ChainView['steps'][number]
const roleOf = { prepare: 'reporter', check: 'checker', sign: 'unit-leader' } as const

/** The steps in order. Each belongs to a person, or to whoever holds its role in the unit. */
export function ChainForm({ path, view, mayChange }: { path: string; view: ChainView; mayChange: boolean }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const [steps, setSteps] = useState<readonly Step[]>(view.steps)
  const save = useChainChange<{ steps: readonly Step[] }>('PUT', `${path}/chain`, t('chain.saved'))
  const changed = JSON.stringify(steps) !== JSON.stringify(view.steps)
  const holders = (kind: Step['kind']) =>
    view.members.filter((one) => one.roles.includes(roleOf[kind])).map((one) => say(one.name))
  const set = (at: number, personId: string | null) =>
    setSteps(steps.map((step, index) => (index === at ? { ...step, personId } : step)))
  const add = (kind: 'check' | 'sign') => {
    const last = steps.findLastIndex((step) => step.kind === kind || kind === 'sign' || step.kind === 'prepare')
    setSteps([...steps.slice(0, last + 1), { kind, personId: null }, ...steps.slice(last + 1)])
  }
  return (
    <Section id="steps" title={t('chain.steps')}>
      <ol className="rep-chain">
        {steps.map((step, at) => (
          <li key={at}>
            <b>{t(`way.${step.kind}`)}</b>
            {mayChange ? (
              <Select
                aria-label={t('chain.who', { step: t(`way.${step.kind}`), number: at + 1 })}
                value={step.personId ?? ''}
                onChange={(value) => set(at, value === '' ? null : value)}
                options={[
                  { value: '', label: anyHolder(step.kind) },
                  ...view.members.map((one) => ({ value: one.personId, label: say(one.name) })),
                  ...view.former.map((one) => ({
                    value: one.personId,
                    label: t('chain.former', { name: say(one.name) }),
                    disabled: true,
                  })),
                ]}
              />
            ) : (
              <span>{holderOf(step)}</span>
            )}
            {mayChange && step.kind !== 'prepare' && (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('chain.remove', { step: t(`way.${step.kind}`), number: at + 1 })}
                onClick={() => setSteps(steps.filter((_, index) => index !== at))}
              />
            )}
          </li>
        ))}
      </ol>
      {mayChange ? (
        <div className="acts acts-below">
          <Button onClick={() => add('check')}>{t('chain.addCheck')}</Button>
          <Button onClick={() => add('sign')}>{t('chain.addSign')}</Button>
          <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate({ steps })}>
            {t('chain.save')}
          </Button>
        </div>
      ) : (
        <p className="muted">{t('chain.leaderOnly')}</p>
      )}
      {save.error && <ProblemNotice error={save.error} />}
    </Section>
  )

  function holderOf(step: Step): string {
    const named = view.members.find((one) => one.personId === step.personId)
    const former = view.former.find((one) => one.personId === step.personId)
    if (former) return t('chain.former', { name: say(former.name) })
    return named ? say(named.name) : anyHolder(step.kind)
  }

  function anyHolder(kind: Step['kind']): string {
    const names = holders(kind)
    return t('chain.anyone', { role: t(`role.${kind}`), names: names.join(t('list')) || t('nobodyYet') })
  }
}
