import { Section, StateMark, useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AssessmentView } from '../../contract.ts'

/** The units with their scores, in the order of the ranking once there is one; what she may not see yet says so. */
export function UnitsTable({ view }: { view: AssessmentView }) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  const ranked = view.state === 'published'
  const heading = t(ranked ? 'one.ranking' : 'one.results')
  return (
    <Section id="units" title={heading}>
      <table className="card-table asm-units" aria-labelledby="units-heading">
        <thead>
          <tr>
            {ranked && <th scope="col">{t('one.place')}</th>}
            <th scope="col">{t('one.unit')}</th>
            <th scope="col" className="number">
              {t('one.total')}
            </th>
            <th scope="col">{t('one.grade')}</th>
          </tr>
        </thead>
        <tbody>
          {view.units.map((one) => (
            <tr key={one.unit.id}>
              {ranked && (
                <td className="asm-place" data-label={t('one.place')}>
                  {one.place}
                </td>
              )}
              <th scope="row">
                {one.mayRead ? (
                  <Link
                    to="/assessment/$assessment/units/$unit"
                    params={{ assessment: view.id, unit: one.unit.id.split('/')[1] ?? '' }}
                  >
                    {say(one.unit.name)}
                  </Link>
                ) : (
                  say(one.unit.name)
                )}
                {one.openAppeals > 0 && <small>{t('one.openAppeals', { count: one.openAppeals })}</small>}
              </th>
              <td className="number asm-total" data-label={t('one.total')}>
                {one.total ??
                  (one.missing.length > 0 ? (
                    <span className="muted">{t('one.missing', { count: one.missing.length })}</span>
                  ) : (
                    <span className="muted">{one.mayRead ? '—' : t('one.hidden')}</span>
                  ))}
              </td>
              <td data-label={t('one.grade')}>
                {one.grade ? say(one.grade) : '—'}
                {one.vetoed && <StateMark tone="wrong">{t('one.veto')}</StateMark>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ranked && <p className="muted">{t('one.ties')}</p>}
    </Section>
  )
}
