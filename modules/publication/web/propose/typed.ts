import type { ProposeRelease } from '../../contract.ts'
import { momentTyped } from '../parts/format-public-moment.ts'

/** What somebody has written and chosen on the way to a proposal. */
export interface Typed {
  titleZh: string
  titleEn: string
  noteZh: string
  noteEn: string
  /** As the field has it, in the browser's own time; empty for "as soon as it is approved". */
  embargo: string
  left: ReadonlySet<string>
  papers: ReadonlySet<string>
  reasons: Readonly<Record<string, string>>
}

export const emptyWords: Typed = {
  titleZh: '',
  titleEn: '',
  noteZh: '',
  noteEn: '',
  embargo: '',
  left: new Set(),
  papers: new Set(),
  reasons: {},
}

/** The message that is sent. Only reasons for what is still found go along. */
export function wishOf(
  typed: Typed,
  place: { cycle: string; period: string } | null,
  found: readonly string[],
): ProposeRelease {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const noteZh = orNull(typed.noteZh)
  return {
    cycle: place?.cycle ?? null,
    period: place?.period ?? null,
    leaveOut: [...typed.left],
    papers: [...typed.papers].map((key) => {
      const [kind = '', ...id] = key.split(' ')
      return { kind, id: id.join(' ') }
    }),
    title: { zh: typed.titleZh.trim(), en: orNull(typed.titleEn) },
    note: noteZh === null ? null : { zh: noteZh, en: orNull(typed.noteEn) },
    embargoAt: typed.embargo === '' ? null : momentTyped(typed.embargo),
    doubts: Object.entries(typed.reasons).flatMap(([key, reason]) => {
      const at = key.lastIndexOf(' ')
      const kind = key.slice(at + 1) as ProposeRelease['doubts'][number]['kind']
      return found.includes(key) && reason.trim() !== ''
        ? [{ place: key.slice(0, at), kind, reason: reason.trim() }]
        : []
    }),
  }
}
