import { useLanguage } from '@opensti/ui/workbench'
import { Button, Checkbox, Form, Input, InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Candidate, FigureProposal, ReadingView } from '../../contract-reading.ts'
import { Notice } from '../parts/Notice.tsx'

interface Props {
  figure: FigureProposal
  indicators: ReadingView['indicators']
  /** Why it cannot be accepted as it is. */
  missing: Candidate['missing']
  onAccept: (figure: FigureProposal) => void
  onCancel: () => void
}

const newOne = ''

const comparators: readonly FigureProposal['comparator'][] = [
  'eq',
  'ge',
  'gt',
  'le',
  'lt',
  'approx',
  'range',
  'inc',
  'mul',
]

/** Corrects a figure before it is accepted, and says which indicator it belongs to. */
export function FigureForm({ figure, indicators, missing, onAccept, onCancel }: Props) {
  const { t } = useTranslation('plans')
  const { say } = useLanguage()
  const [form] = Form.useForm<FigureProposal>()
  const first = firstField(figure, missing)
  const comparator = Form.useWatch('comparator', form)
  const submit = (values: FigureProposal) =>
    onAccept({
      ...figure,
      ...values,
      indicatorId: values.indicatorId || null,
      unit: values.unit ?? '',
      value2: values.comparator === 'range' ? (values.value2 ?? null) : null,
      year: values.year ?? null,
      startYear: values.startYear ?? null,
    })
  return (
    <Form
      form={form}
      layout="vertical"
      size="small"
      initialValues={{ ...figure, indicatorId: figure.indicatorId ?? newOne }}
      onFinish={submit}
      className="candidate-form"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      {missing && <Notice tone="warning" title={say(missing)} />}
      <Form.Item name="indicatorId" label={t('reading.indicator')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: newOne, label: t('reading.newIndicator') },
            ...indicators.map((one) => ({
              value: one.id,
              label: t('reading.indicatorIn', { name: say(one.name), unit: one.unit }),
            })),
          ]}
        />
      </Form.Item>
      <Form.Item name="name" label={t('reading.name')} rules={[{ required: true, message: t('reading.nameNeeded') }]}>
        <Input autoFocus={first === 'name'} maxLength={200} />
      </Form.Item>
      <Space wrap align="start">
        <Form.Item name="kind" label={t('reading.kind')}>
          <Select
            style={{ width: 110 }}
            options={(['target', 'baseline', 'actual'] as const).map((value) => ({
              value,
              label: t(`kinds.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="comparator" label={t('reading.comparator')}>
          <Select
            style={{ width: 130 }}
            options={comparators.map((value) => ({ value, label: t(`comparators.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="value"
          label={t('reading.value')}
          rules={[{ required: true, message: t('reading.valueNeeded') }]}
        >
          <InputNumber style={{ width: 120 }} />
        </Form.Item>
        {comparator === 'range' && (
          <Form.Item
            name="value2"
            label={t('reading.value2')}
            rules={[{ required: true, message: t('reading.valueNeeded') }]}
          >
            <InputNumber style={{ width: 120 }} autoFocus={first === 'value2'} />
          </Form.Item>
        )}
        <Form.Item name="unit" label={t('reading.unit')}>
          <Input style={{ width: 90 }} maxLength={20} />
        </Form.Item>
        <Form.Item name="startYear" label={t('reading.startYear')}>
          <InputNumber style={{ width: 90 }} min={1949} max={2100} controls={false} />
        </Form.Item>
        <Form.Item name="year" label={t('reading.year')}>
          <InputNumber style={{ width: 90 }} min={1949} max={2100} controls={false} autoFocus={first === 'year'} />
        </Form.Item>
      </Space>
      <Space>
        <Form.Item name="perYear" valuePropName="checked">
          <Checkbox>{t('reading.perYear')}</Checkbox>
        </Form.Item>
        <Form.Item name="estimate" valuePropName="checked">
          <Checkbox>{t('reading.estimate')}</Checkbox>
        </Form.Item>
      </Space>
      <Space>
        <Button type="primary" htmlType="submit">
          {t('reading.acceptCorrected')}
        </Button>
        <Button onClick={onCancel}>{t('reading.cancel')}</Button>
      </Space>
    </Form>
  )
}

/** Where to begin: at what is missing. A complaint about a name quotes it. */
function firstField(figure: FigureProposal, missing: Candidate['missing']): 'name' | 'year' | 'value2' {
  if (!missing || missing.zh.includes(`“${figure.name}”`)) return 'name'
  if (figure.kind === 'actual' && figure.year === null) return 'year'
  if (figure.comparator === 'range' && (figure.value2 === null || figure.value2 < figure.value)) return 'value2'
  return figure.startYear !== null && figure.year !== null && figure.startYear > figure.year ? 'year' : 'name'
}
