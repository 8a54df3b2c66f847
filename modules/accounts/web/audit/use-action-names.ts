import { useTranslation } from 'react-i18next'
import { accountsWords } from '../words.ts'

/** How an action is called; one that has no name yet shows its code. */
export function useActionName(): (action: string) => string {
  const { t } = useTranslation('accounts')
  return (action) => t(`actions.${action}`, { defaultValue: action })
}

/** Actions that leave an entry in the log, by subject. Those of the machinery leave none. */
export function useActionOptions() {
  const { t } = useTranslation('accounts')
  const name = useActionName()
  const { accounts, plans } = accountsWords.zh.actions
  const quiet = ['note-seen', 'reserve-sign-in']
  return Object.entries({ accounts, plans }).map(([group, actions]) => ({
    label: t(`actionGroups.${group}`),
    title: group,
    options: Object.keys(actions)
      .filter((verb) => !quiet.includes(verb))
      .map((verb) => ({ value: `${group}.${verb}`, label: name(`${group}.${verb}`) })),
  }))
}
