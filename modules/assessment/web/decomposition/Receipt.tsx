import { formatMoment } from '@opensti/ui'
import { DeedDialog, ProblemNotice, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShareView } from '../../contract-decomposition.ts'
import { useDeed, useDone } from '../use-assessment.ts'

type Share = Pick<ShareView, 'id' | 'confirmedAt' | 'confirmedBy' | 'mayConfirm' | 'mayObject' | 'objection'>

/** Whether a receiver has confirmed its share or objects to it; buttons for whoever may. */
export function Receipt({ share }: { share: Share }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const { objection } = share
  return (
    <>
      {share.confirmedAt ? (
        <>
          {share.confirmedBy && say(share.confirmedBy)}
          <small>{formatMoment(share.confirmedAt, language)}</small>
        </>
      ) : share.mayConfirm ? (
        <Answer share={share} />
      ) : (
        <span className="muted">{t('shares.notYet')}</span>
      )}
      {objection && (
        <>
          <small>{t('shares.objected', { reason: objection.reason })}</small>
          <small>
            {t('shares.objectedBy', { name: say(objection.by) })} · {formatMoment(objection.at, language)}
          </small>
        </>
      )}
    </>
  )
}

function Answer({ share }: { share: Share }) {
  const { t } = useTranslation('assessment')
  const done = useDone()
  const [objecting, setObjecting] = useState(false)
  const confirm = useDeed(() => undefined)
  const object = useDeed(() => setObjecting(false))
  const path = `/api/shares/${share.id}`
  return (
    <>
      <span className="acts">
        <Button
          type="primary"
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ method: 'POST', path: `${path}/receipt`, said: done(t('shares.confirm')) })}
        >
          {t('shares.confirm')}
        </Button>
        {share.mayObject && <Button onClick={() => setObjecting(true)}>{t('shares.object')}</Button>}
      </span>
      {confirm.error && <ProblemNotice error={confirm.error} />}
      {objecting && (
        <DeedDialog
          title={t('shares.object')}
          lead={t('shares.objectLead')}
          text="required"
          busy={object.isPending}
          error={object.error}
          onOk={(reason) =>
            object.mutate({
              method: 'POST',
              path: `${path}/objection`,
              body: { reason },
              said: done(t('shares.object')),
            })
          }
          onClose={() => setObjecting(false)}
        />
      )}
    </>
  )
}
