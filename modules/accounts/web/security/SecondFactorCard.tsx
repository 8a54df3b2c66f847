import { formatMoment } from '@opensti/ui'
import { api, useLanguage } from '@opensti/ui/workbench'
import { App, Button, Card, Space, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnSecurityView, RecoveryCodeList } from '../../contract.ts'
import { EnrolSteps } from './EnrolSteps.tsx'
import { type Proof, ProofForm } from './ProofForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useSecurityDeed } from './use-security.ts'

type Doing = 'nothing' | 'enrol' | 'renew' | 'remove'

/** One-time codes of one's own: on or off, how many recovery codes are left, and the means to change it. */
export function SecondFactorCard({ factor }: { factor: OwnSecurityView['secondFactor'] }) {
  const { t } = useTranslation('accounts')
  const [doing, setDoing] = useState<Doing>('nothing')
  const [codes, setCodes] = useState<string[] | null>(null)
  const show = (fresh: string[]) => {
    setCodes(fresh)
    setDoing('nothing')
  }
  const stop = () => setDoing('nothing')
  return (
    <Card
      title={t('security.factor.title')}
      extra={
        <Tag color={factor.on ? 'success' : 'default'}>
          {factor.on ? t('security.person.on') : t('security.factor.off')}
        </Tag>
      }
    >
      {codes && <RecoveryCodes codes={codes} onSaved={() => setCodes(null)} />}
      {!codes && doing === 'nothing' && <Standing factor={factor} onChoose={setDoing} />}
      {!codes && doing === 'enrol' && <EnrolSteps onDone={show} onCancel={stop} />}
      {!codes && doing === 'renew' && <Renew onDone={show} onCancel={stop} />}
      {!codes && doing === 'remove' && <Remove needed={factor.needed} onEnd={stop} />}
    </Card>
  )
}

function Standing({ factor, onChoose }: { factor: OwnSecurityView['secondFactor']; onChoose: (doing: Doing) => void }) {
  const { t } = useTranslation('accounts')
  const { language } = useLanguage()
  if (!factor.on) {
    return (
      <>
        <p>{t('security.factor.offLead')}</p>
        <Button type="primary" onClick={() => onChoose('enrol')}>
          {t('security.factor.start')}
        </Button>
      </>
    )
  }
  const few = factor.codesLeft <= 3
  return (
    <>
      <p>{t('security.factor.on', { time: factor.since ? formatMoment(factor.since, language) : '' })}</p>
      <p className={few ? 'few-codes' : 'quiet'}>
        {t(few ? 'security.factor.fewLeft' : 'security.factor.left', { count: factor.codesLeft })}
      </p>
      <Space wrap>
        <Button type={few ? 'primary' : 'default'} onClick={() => onChoose('renew')}>
          {t('security.factor.renew')}
        </Button>
        <Button danger onClick={() => onChoose('remove')}>
          {t('security.factor.remove')}
        </Button>
      </Space>
    </>
  )
}

function Renew({ onDone, onCancel }: { onDone: (codes: string[]) => void; onCancel: () => void }) {
  const { t } = useTranslation('accounts')
  const renew = useSecurityDeed(
    (proof: Proof) => api<RecoveryCodeList>('POST', '/api/accounts/own/second-factor/codes', proof),
    ({ codes }) => onDone(codes),
  )
  return (
    <ProofForm
      lead={t('security.factor.renewLead')}
      submit={t('security.factor.renew')}
      withCode
      isBusy={renew.isPending}
      error={renew.error}
      onSubmit={(proof) => renew.mutate(proof)}
      onCancel={onCancel}
    />
  )
}

function Remove({ needed, onEnd }: { needed: boolean; onEnd: () => void }) {
  const { t } = useTranslation('accounts')
  const { message } = App.useApp()
  const remove = useSecurityDeed(
    (proof: Proof) => api('POST', '/api/accounts/own/second-factor/remove', proof),
    () => {
      void message.success(t(needed ? 'security.factor.removedNeeded' : 'security.factor.removed'))
      onEnd()
    },
  )
  return (
    <ProofForm
      lead={t('security.factor.removeLead')}
      submit={t('security.factor.remove')}
      danger
      withCode
      isBusy={remove.isPending}
      error={remove.error}
      onSubmit={(proof) => remove.mutate(proof)}
      onCancel={onEnd}
    />
  )
}
