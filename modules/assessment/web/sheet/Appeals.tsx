import { formatMoment } from '@opensti/ui'
import { Section, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppealView } from '../../contract.ts'
import type { AssessmentFormula } from '../../contract-formula.ts'
import { appealLife } from '../../domain/exercise-life.ts'
import { lineName } from '../../domain/line-name.ts'
import { WorkState } from '../parts/WorkState.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'
import { WithdrawAppeal } from './WithdrawAppeal.tsx'

interface Props {
  assessment: string
  appeals: readonly AppealView[]
  formula: AssessmentFormula
  mayAnswer: boolean
  withUnit?: boolean
}

/** Appeals with their reasons, files and answers. */
export function Appeals({ assessment, appeals, formula, mayAnswer, withUnit = false }: Props) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  const [answering, setAnswering] = useState<AppealView | null>(null)
  return (
    <Section id="appeals" title={t('sheet.appeals')}>
      {appeals.length === 0 && <p className="muted">{t('sheet.noAppeals')}</p>}
      <ul className="ruled stacked asm-appeals">
        {appeals.map((appeal) => (
          <li key={appeal.id}>
            <div className="together">
              <b>
                {withUnit && `${say(appeal.unit.name)} · `}
                {say(lineName(formula, appeal.code))}
              </b>
              <WorkState state={appeal.state} names={appealLife.states[appeal.state]} />
            </div>
            <q>{appeal.reason}</q>
            <small>
              {t('sheet.askedBy', { name: say(appeal.askedBy) })} · {formatMoment(appeal.askedAt, language)}
              {appeal.files.map((file) => (
                <a key={file.id} href={`/api/appeals/${appeal.id}/files/${file.id}`}>
                  {file.fileName}
                </a>
              ))}
            </small>
            {appeal.answerReason && appeal.answeredBy && appeal.answeredAt && (
              <>
                <q className="asm-answer">{appeal.answerReason}</q>
                <small>
                  {t('sheet.answeredBy', { name: say(appeal.answeredBy) })} ·{' '}
                  {formatMoment(appeal.answeredAt, language)}
                </small>
              </>
            )}
            {appeal.withdrawnBy && appeal.withdrawnAt && (
              <small>
                {t('sheet.withdrawnBy', { name: say(appeal.withdrawnBy) })} ·{' '}
                {formatMoment(appeal.withdrawnAt, language)}
              </small>
            )}
            {appeal.mayWithdraw && <WithdrawAppeal appeal={appeal} />}
            {mayAnswer && appeal.state === 'open' && (
              <Button type="primary" onClick={() => setAnswering(appeal)}>
                {t('sheet.answer')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {answering && (
        <AnswerDialog
          key={answering.id}
          assessment={assessment}
          appeal={answering}
          formula={formula}
          onClose={() => setAnswering(null)}
        />
      )}
    </Section>
  )
}
