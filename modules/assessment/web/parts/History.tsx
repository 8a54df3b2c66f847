import type { Bilingual } from '@opensti/kernel'
import { formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'

interface Move {
  verb: string
  name: Bilingual
  text: string | null
  by: Bilingual | null
  at: string
}

/** What has been done, the latest first. */
export function History({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation('assessment')
  const { say, language } = useLanguage()
  if (moves.length === 0) return null
  return (
    <section className="asm-part" aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      <ol className="asm-timeline" reversed>
        {[...moves].reverse().map((move) => (
          <li key={`${move.at} ${move.verb}`}>
            <time dateTime={move.at}>{formatMoment(move.at, language)}</time>
            <span>
              <b>{say(move.name)}</b> <span className="asm-muted">{move.by ? say(move.by) : t('house')}</span>
              {move.text && <q>{move.text}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
