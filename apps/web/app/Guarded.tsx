import { useSession } from '@opensti/accounts/session'
import { Explanation, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Screens for some roles only, each with what one must be allowed for it to make sense. */
export const guarded = {
  dashboard: 'dashboard.view.read',
  readings: 'plans.reading.list',
  supervision: 'supervision.item.list',
  publication: 'publication.release.list',
  decomposition: 'assessment.decomposition.list',
  assessment: 'assessment.exercise.list',
  evaluation: 'evaluation.exercise.list',
  people: 'accounts.person.list',
  audit: 'audit.entry.list',
  system: 'operations.state.read',
  levelThree: 'accounts.level-three.read',
} as const

interface Props {
  screen: keyof typeof guarded
  children: ReactNode
}

/** Whoever may not use a screen is told whose it is and whom to ask, instead of a screen full of refusals. */
export function Guarded({ screen, children }: Props) {
  const { might } = useSession()
  return might(guarded[screen]) ? children : <Forbidden screen={screen} />
}

function Forbidden({ screen }: Pick<Props, 'screen'>) {
  const { t } = useTranslation('shell')
  const { say, language } = useLanguage()
  const { person } = useSession()
  const roles = [...new Set(person?.grants.map((grant) => say(grant.roleName)))].join(language === 'zh' ? '、' : ', ')
  const standing = roles === '' ? t('forbidden.noRoles') : t('forbidden.roles', { roles })
  return (
    <Explanation
      title={t('forbidden.title')}
      lines={[t(`forbidden.${screen}`), standing, t('forbidden.ask')]}
      actions={
        <>
          <Button type="primary" href="/workbench/">
            {t('forbidden.home')}
          </Button>
          <Link to="/account">{t('forbidden.account')}</Link>
        </>
      }
    />
  )
}
