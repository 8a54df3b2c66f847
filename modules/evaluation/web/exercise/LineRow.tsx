import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { EvaluationView, LineView } from '../../contract.ts'
import { EvidenceList } from '../parts/EvidenceList.tsx'
import { LedgerFacts } from '../parts/LedgerFacts.tsx'
import { StandingMark } from '../parts/StandingMark.tsx'
import { ReviewForm } from './ReviewForm.tsx'

/** One line: the ledger, the unit's word and supervision's beside it; on a phone a card. */
export function LineRow({ line, view }: { line: LineView; view: EvaluationView }) {
  const { t } = useTranslation('evaluation')
  const { say } = useLanguage()
  const differs = line.own?.standing && line.review?.standing && line.own.standing !== line.review.standing
  return (
    <tr className={differs ? 'marked marked-changed' : undefined}>
      <th scope="row">
        {say(line.title)}
        <small>
          {t(`kind.${line.kind}`)} · {say(line.unit.name)} · {t('columns.weight')} {line.weight}
        </small>
        <LedgerFacts line={line} />
      </th>
      <td data-label={t('columns.own')} className={line.own?.standing ? '' : 'evl-empty'}>
        <StandingMark standing={line.own?.standing} />
        {line.own?.words && <p>{line.own.words}</p>}
      </td>
      <td data-label={t('columns.review')} className={line.review?.standing || view.mayReview ? '' : 'evl-empty'}>
        {view.mayReview ? (
          <ReviewForm line={line} evaluationId={view.id} />
        ) : (
          <>
            <StandingMark standing={line.review?.standing} />
            {line.review?.words && <p>{line.review.words}</p>}
          </>
        )}
      </td>
      <td data-label={t('columns.evidence')} className={line.evidence.length > 0 ? '' : 'evl-empty'}>
        <EvidenceList line={line} />
      </td>
      <td data-label={t('columns.points')} className={line.points === null ? 'evl-empty' : ''}>
        {line.points ?? '—'}
      </td>
    </tr>
  )
}
