import { AppError } from '@opensti/kernel'
import { useLanguage } from '@opensti/ui/workbench'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { checkPassword, type PasswordOwner, shortestPassword } from '../../domain/password-rules.ts'
import { useDoor } from '../security/use-door.ts'

/** A field for a new password: the advice first, and while typing how much is missing. The server judges by the same rules. */
export function NewPasswordItem({ owner, autoFocus = false }: { owner: PasswordOwner; autoFocus?: boolean }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  const kindsLeast = useDoor()?.password.kinds ?? 1
  const typed = Form.useWatch<string | undefined>('newPassword') ?? ''
  const missing = shortestPassword - [...typed.normalize('NFKC')].length

  const judge = (password: string) => {
    try {
      checkPassword(password, owner, { kindsLeast })
    } catch (error) {
      if (error instanceof AppError) return error.text[language]
      throw error
    }
    return null
  }
  return (
    <Form.Item
      name="newPassword"
      label={t('password.new')}
      validateTrigger="onSubmit"
      rules={[
        { required: true, message: t('password.missing') },
        {
          validator: async (_, value: string | undefined) => {
            const fault = value ? judge(value) : null
            if (fault) throw new Error(fault)
          },
        },
      ]}
      extra={
        <>
          <span className="password-advice">
            {t(kindsLeast > 1 ? 'password.adviceKinds' : 'password.advice', {
              least: shortestPassword,
              kinds: kindsLeast,
            })}
          </span>
          {typed !== '' && (
            <span aria-live="polite" className={missing > 0 ? 'password-short' : 'password-enough'}>
              {missing > 0 ? t('password.more', { count: missing }) : t('password.enough')}
            </span>
          )}
        </>
      }
    >
      <Input.Password autoComplete="new-password" autoFocus={autoFocus} maxLength={1000} />
    </Form.Item>
  )
}
