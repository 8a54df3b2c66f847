import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** The steps of a new item, each with its own day where one is set. */
export function StepFields() {
  const { t } = useTranslation('supervision')
  return (
    <fieldset className="whole fieldset">
      <legend>{t('register.steps')}</legend>
      <Form.List name="steps">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, at) => (
              <div key={field.key} className="sup-step-field">
                <Form.Item name={[field.name, 'title']} rules={[{ required: true, message: t('register.missing') }]}>
                  <Input maxLength={200} aria-label={t('register.step', { number: at + 1 })} />
                </Form.Item>
                <Form.Item name={[field.name, 'dueDay']}>
                  <Input type="date" aria-label={t('register.stepDay', { number: at + 1 })} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('register.removeStep', { number: at + 1 })}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              onClick={() => add({ title: '' })}
              disabled={fields.length >= 30}
            >
              {t('register.addStep')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
