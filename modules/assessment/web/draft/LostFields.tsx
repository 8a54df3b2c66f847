import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** Deductions or vetoes of a formula: what for, how much, and where that is written. */
export function LostFields({ of }: { of: 'deductions' | 'vetoes' }) {
  const { t } = useTranslation('assessment')
  const needed = [{ required: true, message: t('draft.needed') }]
  const deductions = of === 'deductions'
  return (
    <fieldset className="fieldset asm-list">
      <legend>{t(`draft.${of}`)}</legend>
      <Form.List name={of}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <fieldset key={key} className="fieldset asm-row">
                <legend>{t('draft.item', { number: name + 1 })}</legend>
                <Form.Item
                  name={[name, 'zh']}
                  label={t(deductions ? 'draft.deductionName' : 'draft.vetoName')}
                  rules={needed}
                  className="asm-grow"
                >
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'en']} label={t('draft.english')} className="asm-grow">
                  <Input maxLength={200} />
                </Form.Item>
                {deductions && (
                  <>
                    <Form.Item name={[name, 'points']} label={t('draft.each')} rules={needed}>
                      <Input inputMode="decimal" />
                    </Form.Item>
                    <Form.Item name={[name, 'most']} label={t('draft.most')} rules={needed}>
                      <Input inputMode="decimal" />
                    </Form.Item>
                  </>
                )}
                <Form.Item name={[name, 'article']} label={t('draft.article')} rules={needed}>
                  <Input maxLength={200} />
                </Form.Item>
                <Button
                  onClick={() => remove(name)}
                  aria-label={`${t('draft.remove')} ${t('draft.item', { number: name + 1 })}`}
                >
                  {t('draft.remove')}
                </Button>
              </fieldset>
            ))}
            <Button onClick={() => add({ zh: '', article: '' })}>
              {t(deductions ? 'draft.addDeduction' : 'draft.addVeto')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
