import type { Bilingual } from '@opensti/kernel'
import { StateMark, type StateTone, useLanguage } from '@opensti/ui/workbench'

/** States of assessments, decompositions, shares and appeals that look otherwise than plain. */
const tones: Readonly<Record<string, StateTone>> = {
  draft: 'quiet',
  approved: 'quiet',
  frozen: 'open',
  open: 'open',
  issued: 'done',
  published: 'done',
  upheld: 'done',
}

/** Where something is in its life. */
export function WorkState({ state, names }: { state: string; names: Bilingual }) {
  const { say } = useLanguage()
  return <StateMark tone={tones[state]}>{say(names)}</StateMark>
}
