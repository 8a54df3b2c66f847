import { Section, StateMark, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { AssessmentView } from '../../contract.ts'
import { useRuleWords } from './use-rule-words.ts'

type Shown = Pick<AssessmentView, 'formula' | 'document' | 'indicators' | 'digest' | 'inputsDigest' | 'resultDigest'>

/** The published formula: what counts how much, how, and where it is written; with its digests. */
export function FormulaTable({ view }: { view: Shown }) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const rule = useRuleWords()
  const { parts, deductions, vetoes, grades, decimals } = view.formula
  const cited = ({ document, article }: { document: string; article: string }) => `${document} ${article}`
  return (
    <Section id="formula" title={t('one.formula')}>
      <p className="muted">{t('one.formulaFrom', { document: view.document })}</p>
      <table className="card-table" aria-labelledby="formula-heading">
        <thead>
          <tr>
            <th scope="col">{t('one.item')}</th>
            <th scope="col" className="number">
              {t('one.weight')}
            </th>
            <th scope="col">{t('one.rule')}</th>
            <th scope="col">{t('one.source')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">{say(part.names)}</th>
              <td className="number" data-label={t('one.weight')}>
                {part.weight}
              </td>
              <td data-label={t('one.rule')}>{rule(part.measure)}</td>
              <td data-label={t('one.source')}>{cited(part.cite)}</td>
            </tr>
          ))}
          {deductions.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                {say(one.names)} <StateMark>{t('one.deductions')}</StateMark>
              </th>
              <td className="number" data-label={t('one.weight')}>
                −
              </td>
              <td data-label={t('one.rule')}>{t('one.each', { points: one.points, most: one.most })}</td>
              <td data-label={t('one.source')}>{cited(one.cite)}</td>
            </tr>
          ))}
          {vetoes.map((one) => (
            <tr key={one.code}>
              <th scope="row">
                {say(one.names)} <StateMark tone="wrong">{t('one.vetoes')}</StateMark>
              </th>
              <td className="number" data-label={t('one.weight')}>
                −
              </td>
              <td data-label={t('one.rule')}>{t('one.vetoRule')}</td>
              <td data-label={t('one.source')}>{cited(one.cite)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">
        {grades.map((one) => t('one.gradeFrom', { name: say(one.names), from: one.from })).join(t('listMark'))}
      </p>
      <p className="muted">{t('one.rounding', { decimals })}</p>
      <details className="asm-digests">
        <summary>{t('one.digest')}</summary>
        <p className="muted">{t('one.digestLead')}</p>
        <dl>
          <dt>{t('one.digestFormula')}</dt>
          <dd>{view.digest}</dd>
          {view.inputsDigest && (
            <>
              <dt>{t('one.digestInputs')}</dt>
              <dd>{view.inputsDigest}</dd>
            </>
          )}
          {view.resultDigest && (
            <>
              <dt>{t('one.digestResult')}</dt>
              <dd>{view.resultDigest}</dd>
            </>
          )}
        </dl>
      </details>
    </Section>
  )
}
