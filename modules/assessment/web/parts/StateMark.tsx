import type { Bilingual } from '@opensti/kernel'
import { useLanguage } from '@opensti/ui/workbench'

/** Where something is in its life, as a word with a frame. */
export function StateMark({ state, names }: { state: string; names: Bilingual }) {
  const { say } = useLanguage()
  return <span className={`asm-state asm-state-${state}`}>{say(names)}</span>
}
