import { formatDate, formatMoment } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../contract.ts'
import { DeedDialog, type Said } from './DeedDialog.tsx'
import { useDeed } from './use-deed.ts'

type Extension = ItemView['extensions'][number]
type Asking = 'ask' | 'grant' | 'refuse'

/** Requests for more time with their answers; the open one is answered here. */
export function Extensions({ view }: { view: ItemView }) {
  const { t } = useTranslation('supervision')
  const { language } = useLanguage()
  const [asking, setAsking] = useState<Asking | null>(null)
  const deed = useDeed(view, () => setAsking(null))
  const open = view.extensions.find((one) => one.answer === null)
  const mayAsk = view.verbs.includes('ask-extension')
  if (view.extensions.length === 0 && !mayAsk) return null
  return (
    <Section
      id="extensions"
      title={t('extensions.title')}
      count={view.extensions.length}
      action={mayAsk && <Button onClick={() => setAsking('ask')}>{t('extensions.ask')}</Button>}
    >
      {view.extensions.length === 0 && <p className="muted">{t('extensions.none')}</p>}
      <ul className="ruled">
        {view.extensions.map((one) => (
          <li key={one.number}>
            <Asked one={one} />
            {one === open && view.verbs.includes('answer-extension') && (
              <div className="acts">
                <Button onClick={() => setAsking('refuse')}>{t('extensions.refuse')}</Button>
                <Button type="primary" onClick={() => setAsking('grant')}>
                  {t('extensions.grant')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <DeedDialog
          title={t(`extensions.${asking}`)}
          lead={leadOf(asking)}
          required={asking !== 'grant'}
          {...(asking === 'ask' && { day: { label: t('extensions.until'), after: view.dueDay } })}
          busy={deed.isPending}
          error={deed.error}
          onOk={(said) => act(asking, said)}
          onClose={() => {
            setAsking(null)
            deed.reset()
          }}
        />
      )}
    </Section>
  )

  function leadOf(what: Asking): string {
    if (what === 'ask') return t('deed.required')
    if (what === 'refuse') return t('extensions.refuseLead')
    return t('extensions.grantLead', { day: formatDate(open?.untilDay ?? view.dueDay, language) })
  }

  function act(what: Asking, { text, day }: Said): void {
    const name = t(`extensions.${what}`)
    if (what === 'ask') deed.mutate({ act: name, path: 'extensions', body: { untilDay: day, reason: text } })
    else
      deed.mutate({
        act: name,
        path: 'extensions/answer',
        body: { number: open?.number ?? 0, answer: what === 'grant' ? 'granted' : 'refused', reason: text },
      })
  }
}

function Asked({ one }: { one: Extension }) {
  const { t } = useTranslation('supervision')
  const { say, language } = useLanguage()
  return (
    <div>
      <b>
        {t('extensions.asked', {
          by: say(one.by),
          at: formatMoment(one.askedAt, language),
          day: formatDate(one.untilDay, language),
        })}
      </b>
      <q>{one.reason}</q>
      <span
        className={
          one.answer === 'granted' ? 'status-reached' : one.answer === 'refused' ? 'status-far-behind' : 'status-behind'
        }
      >
        {one.answer === null
          ? t('extensions.waiting')
          : t(`extensions.${one.answer}`, { by: one.answeredBy ? say(one.answeredBy) : '' })}
      </span>
      {one.answerReason && <q>{one.answerReason}</q>}
    </div>
  )
}
