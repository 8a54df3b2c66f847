import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../../contract.ts'

/** Every move of a return, the latest first, with its reason. */
export function History({ view }: { view: RequestView }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  return (
    <section className="rep-part rep-history" aria-labelledby="history">
      <h2 id="history">
        {t('history.title')}
        <span className="rep-count">{view.moves.length}</span>
      </h2>
      {view.moves.length === 0 ? (
        <p className="rep-nothing">{t('history.nothing')}</p>
      ) : (
        <ol reversed>
          {[...view.moves].reverse().map((move) => (
            <li key={`${move.at} ${move.verb}`}>
              <time dateTime={move.at}>{formatMoment(move.at, language, { short: true })}</time>
              <span>
                <b>{say(move.by)}</b>
                {move.onBehalfOf && t('history.for', { name: say(move.onBehalfOf) })}
                {move.unit && <small>{say(move.unit)}</small>}
              </span>
              <span>
                {say(move.name)}
                {move.reason && <q>{move.reason}</q>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
