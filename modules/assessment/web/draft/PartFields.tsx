import { useLanguage } from '@opensti/ui/workbench'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AssessmentList } from '../../contract.ts'
import { pairsOf, type TypedDraft, weightSum } from './typed-draft.ts'

/** The parts of a formula: name, weight, how it is counted, and where that is written. */
export function PartFields({ indicators }: { indicators: AssessmentList['indicators'] }) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const parts = Form.useWatch<TypedDraft['parts'] | undefined>('parts') ?? []
  const needed = [{ required: true, message: t('draft.needed') }]
  return (
    <fieldset className="fieldset asm-list">
      <legend>
        {t('draft.parts')} <small role="status">{t('draft.sum', { sum: weightSum(parts) })}</small>
      </legend>
      <Form.List name="parts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="fieldset asm-row">
                <legend>{t('draft.item', { number: name + 1 })}</legend>
                <Form.Item name={[name, 'zh']} label={t('draft.partName')} rules={needed} className="asm-grow">
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'en']} label={t('draft.english')} className="asm-grow">
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'weight']} label={t('draft.weight')} rules={needed}>
                  <Input inputMode="decimal" />
                </Form.Item>
                <Form.Item name={[name, 'kind']} label={t('draft.kind')}>
                  <Select
                    options={(['proportional', 'steps', 'judged'] as const).map((value) => ({
                      value,
                      label: t(`draft.kinds.${value}`),
                    }))}
                  />
                </Form.Item>
                {parts[name]?.kind !== 'judged' && (
                  <Form.Item
                    name={[name, 'indicatorId']}
                    label={t('draft.indicator')}
                    rules={needed}
                    className="asm-grow"
                  >
                    <Select
                      showSearch={{ optionFilterProp: 'label' }}
                      options={indicators.map((one) => ({ value: one.id, label: say(one.name) }))}
                    />
                  </Form.Item>
                )}
                {parts[name]?.kind === 'proportional' && (
                  <Form.Item name={[name, 'cap']} label={t('draft.cap')} rules={needed}>
                    <Input inputMode="decimal" />
                  </Form.Item>
                )}
                {parts[name]?.kind === 'steps' && (
                  <Form.Item
                    name={[name, 'steps']}
                    label={t('draft.steps')}
                    className="asm-grow"
                    rules={[
                      ...needed,
                      {
                        validator: async (_rule, text: string) => {
                          if (text && !pairsOf(text)) throw new Error(t('draft.gradesWrong'))
                        },
                      },
                    ]}
                  >
                    <Input placeholder={t('draft.stepsExample')} />
                  </Form.Item>
                )}
                <Form.Item name={[name, 'article']} label={t('draft.article')} rules={needed}>
                  <Input maxLength={200} />
                </Form.Item>
                {fields.length > 1 && (
                  <Button
                    onClick={() => remove(name)}
                    aria-label={`${t('draft.remove')} ${t('draft.item', { number: name + 1 })}`}
                  >
                    {t('draft.remove')}
                  </Button>
                )}
              </fieldset>
            ))}
            <Button onClick={() => add({ zh: '', weight: '', kind: 'proportional', cap: '1', article: '' })}>
              {t('draft.addPart')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
