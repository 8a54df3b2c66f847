import type { GateFinding, ReleaseDraft } from '../../contract.ts'
import { kindNames, lookThrough, type PublicText } from '../../domain/gate.ts'
import { keyOf } from '../parts/Findings.tsx'
import { paperKey } from '../parts/Papers.tsx'
import type { Typed } from './typed.ts'

/**
 * What the gate finds while it is being written, so that nobody learns of it only after sending. The server looks again,
 * and knows the names of people besides.
 */
export function findingsOf(draft: ReleaseDraft, typed: Typed): GateFinding[] {
  const words: PublicText[] = [
    { place: 'title.zh', label: { zh: '标题', en: 'Title' }, text: typed.titleZh },
    { place: 'title.en', label: { zh: '标题（英文）', en: 'Title (English)' }, text: typed.titleEn },
    { place: 'note.zh', label: { zh: '说明', en: 'Note' }, text: typed.noteZh },
    { place: 'note.en', label: { zh: '说明（英文）', en: 'Note (English)' }, text: typed.noteEn },
  ]
  const own = lookThrough(words, []).map((finding) => ({ ...finding, kindName: kindNames[finding.kind] }))
  const goesAlong = ({ place }: GateFinding) =>
    [...typed.left].every((id) => !place.startsWith(`figure/${id}/`)) &&
    draft.papers.every(
      (paper) => typed.papers.has(paperKey(paper)) || !place.startsWith(`paper/${paper.kind}/${paper.id}/`),
    )
  return [...own, ...draft.findings.filter(goesAlong)]
}

export function stillToSettle(
  findings: readonly GateFinding[],
  reasons: Readonly<Record<string, string>>,
): GateFinding[] {
  return findings.filter((finding) => finding.certain || (reasons[keyOf(finding)] ?? '').trim() === '')
}
