import type { Bilingual } from '@opensti/kernel'
import { Section, Timeline, useLanguage } from '@opensti/ui/workbench'
import { useTranslation } from 'react-i18next'

interface Move {
  verb: string
  name: Bilingual
  text: string | null
  by: Bilingual | null
  at: string
}

/** What has been done. */
export function History({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation('assessment')
  const { say } = useLanguage()
  if (moves.length === 0) return null
  return (
    <Section id="history" title={t('history')}>
      <Timeline
        entries={moves.map(({ at, name, by, text }) => ({
          at,
          what: say(name),
          by: by ? say(by) : t('house'),
          words: text,
        }))}
      />
    </Section>
  )
}
