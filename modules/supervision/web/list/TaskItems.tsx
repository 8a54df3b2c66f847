import { useSession } from '@opensti/accounts/session'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Due } from '../parts/Due.tsx'
import { ItemState } from '../parts/ItemState.tsx'
import { useItems } from '../use-supervision.ts'
import '../supervision.css'

/** What is supervised of one task of a plan, with how many papers show what was done; for those who may see items at all. */
export function TaskItems({ region, task }: { region: string; task: string }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const allowed = useSession().might('supervision.item.list')
  const { data } = useItems(allowed ? region : undefined, `task=${encodeURIComponent(task)}`)
  const items = data?.pages.flatMap((page) => page.items)
  if (!items) return null
  return (
    <Section id="supervised" title={t('ofTask.title')} count={items.length}>
      {items.length === 0 ? (
        <p className="muted">{t('ofTask.none')}</p>
      ) : (
        <ul className="ruled">
          {items.map((one) => (
            <li key={one.id}>
              <div>
                <Link to="/supervision/items/$item" params={{ item: one.id }}>
                  {one.title}
                </Link>
                <div className="muted">
                  {one.number} · {say(one.leadUnit.name)} ·{' '}
                  {one.papers === 0 ? t('ofTask.noPapers') : t('ofTask.papers', { count: one.papers })}
                </div>
              </div>
              <div>
                <Due one={one} />
                <ItemState one={one} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
