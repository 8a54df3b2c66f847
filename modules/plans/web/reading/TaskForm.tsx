import { useLanguage } from '@opensti/ui/workbench'
import { Button, Form, Input, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Candidate, NamedUnit, ReadingView, TaskProposal } from '../../contract-reading.ts'
import { Notice } from '../parts/Notice.tsx'

interface Props {
  task: TaskProposal
  units: ReadingView['units']
  /** Why it cannot be accepted as it is. */
  missing: Candidate['missing']
  onAccept: (task: TaskProposal) => void
  onCancel: () => void
}

interface Fields {
  title: string
  number: string
  lead: string[]
  coop: string[]
  others: string[]
}

/** Corrects a task and assigns its units: those of the region by id, any other by the name the document gives. */
export function TaskForm({ task, units, missing, onAccept, onCancel }: Props) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const known = new Map(units.map((unit) => [unit.id, say(unit.shortName)]))
  const asKeys = (named: readonly NamedUnit[]) => named.map((unit) => unit.unitId ?? unit.name)
  const asUnits = (keys: readonly string[]): NamedUnit[] =>
    keys.map((key) => {
      const original = [...task.lead, ...task.coop, ...task.others].find((unit) => unit.unitId === key)
      return known.has(key)
        ? { unitId: key, name: original?.name ?? known.get(key) ?? key }
        : { unitId: null, name: key }
    })
  const options = units.map((unit) => ({ value: unit.id, label: say(unit.shortName), title: say(unit.name) }))
  // A complaint about a unit quotes it: begin there.
  const spoilt = (['lead', 'coop', 'others'] as const).find((role) =>
    task[role].some((unit) => missing?.zh.includes(`“${unit.name}”`)),
  )
  return (
    <Form<Fields>
      layout="vertical"
      size="small"
      className="candidate-form"
      initialValues={{
        title: task.title,
        number: task.number,
        lead: asKeys(task.lead),
        coop: asKeys(task.coop),
        others: asKeys(task.others),
      }}
      onFinish={(fields) =>
        onAccept({
          title: fields.title,
          number: fields.number ?? '',
          lead: asUnits(fields.lead),
          coop: asUnits(fields.coop),
          others: asUnits(fields.others),
        })
      }
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {missing && <Notice tone="warning" title={say(missing)} />}
      <Form.Item
        name="title"
        label={t('reading.taskTitle')}
        rules={[{ required: true, message: t('reading.nameNeeded') }]}
      >
        <Input autoFocus={!spoilt} maxLength={300} />
      </Form.Item>
      <Form.Item name="number" label={t('reading.taskNumber')}>
        <Input maxLength={40} />
      </Form.Item>
      {(['lead', 'coop', 'others'] as const).map((role) => (
        <Form.Item key={role} name={role} label={t(`reading.${role}`)}>
          <Select mode="tags" autoFocus={role === spoilt} options={options} optionFilterProp="label" />
        </Form.Item>
      ))}
      <Space>
        <Button type="primary" htmlType="submit">
          {t('reading.acceptCorrected')}
        </Button>
        <Button onClick={onCancel}>{t('reading.cancel')}</Button>
      </Space>
    </Form>
  )
}
