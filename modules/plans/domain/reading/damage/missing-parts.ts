import type { Damage } from '../model.ts'
import { readBoxNumber, readNumber } from '../structure/numbering.ts'
import { readHanNumber } from '../text/han-numbers.ts'
import type { Line } from '../text/lines.ts'
import { missingPart } from './messages.ts'

type Kind = 'missing-table' | 'missing-box' | 'missing-figure' | 'missing-annex'

const KINDS: Record<string, Kind> = {
  表: 'missing-table',
  附表: 'missing-table',
  专栏: 'missing-box',
  图: 'missing-figure',
  附图: 'missing-figure',
  附件: 'missing-annex',
}

const NUMBER = '[一二三四五六七八九十]{1,3}|\\d{1,2}'

/** (专栏1), 见表2, 详见附件3, 专栏4、5: the text speaks of a numbered part. */
const REFERENCE = new RegExp(
  `(?:(?<=\\()|详见|见|参见|如|按照?|具体见|列入)(附表|附图|附件|专栏|表|图)\\s*((?:${NUMBER})(?:[、和及](?:${NUMBER}))*)(?![\\d年月批项个级%])`,
  'g',
)

/** Sentences that end in a colon and promise what must follow: 分解目标如下:, 见下表:. */
const ANNOUNCEMENT = /(?:如下(?:表|图)?(?:所示)?|(?:见|如)?下[表图](?:所示)?|下列(?:目标|指标|表))\s*[:。]?$/

/** Tables, boxes, figures and annexes that the text announces and that are not in this copy. */
export function findMissingParts(lines: readonly Line[]): Damage[] {
  const present = presentParts(lines)
  const found: Damage[] = []
  const missed = new Set<string>()
  for (const [i, line] of lines.entries()) {
    for (const reference of referencesIn(line)) {
      if (present.has(reference.key) || missed.has(reference.key)) continue
      missed.add(reference.key)
      found.push(missingPart(reference.kind, reference.start, reference.quote))
    }
    const empty = emptyBox(lines, i) ?? unkeptPromise(lines, i)
    if (empty) found.push(empty)
  }
  return found
}

/** Captions with something under them, as "表1". */
function presentParts(lines: readonly Line[]): Set<string> {
  const present = new Set<string>()
  for (const line of lines) {
    const box = readBoxNumber(line.content)
    const name = box && /^[\u4e00-\u9fff]+?(?=[一二三四五六七八九十\d]+$|$)/.exec(box.number)?.[0]
    if (box && name) present.add(`${name}${box.value || 1}`)
  }
  return present
}

interface Reference {
  key: string
  kind: Kind
  start: number
  quote: string
}

function referencesIn(line: Line): Reference[] {
  if (!/[表栏图件]/.test(line.content)) return []
  return [...line.content.matchAll(REFERENCE)].flatMap((match) => {
    const from = match.index + match[0].indexOf(match[1]!)
    const quote = line.content.slice(from, match.index + match[0].length)
    return match[2]!.split(/[、和及]/).map((number) => ({
      key: `${match[1]}${readHanNumber(number)}`,
      kind: KINDS[match[1]!]!,
      start: line.start + from,
      quote,
    }))
  })
}

/** 专栏四 with nothing under it but the next heading. */
function emptyBox(lines: readonly Line[], i: number): Damage | null {
  const line = lines[i]!
  const box = readBoxNumber(line.content)
  if (box?.style !== 'box' || box.length < line.content.length) return null
  const next = lines[i + 1]
  if (next && !opensSection(next)) return null
  const name = /^[\u4e00-\u9fff]+?(?=[一二三四五六七八九十\d]+$)/.exec(box.number)?.[0] ?? '专栏'
  return missingPart(KINDS[name] ?? 'missing-box', line.start, box.number)
}

/** …如下: followed by a new section of the same or a higher rank, or by nothing. */
function unkeptPromise(lines: readonly Line[], i: number): Damage | null {
  const line = lines[i]!
  const promise = ANNOUNCEMENT.exec(line.content.slice(-60))
  if (!promise) return null
  const next = lines[i + 1]
  if (next && !opensSection(next)) return null
  const quote = line.content
    .slice(-60)
    .split(/[。;]/)
    .findLast((part) => part.trim() !== '')!
  const start = line.end - (line.content.length - line.content.lastIndexOf(quote))
  const kind = /图/.test(promise[0]) ? 'missing-figure' : 'missing-table'
  return missingPart(kind, start, quote)
}

/** A list may follow a promise; a section that is not its first item may not. */
function opensSection({ content }: Line): boolean {
  const numbering = readNumber(content)
  if (!numbering) return /^附\s*件/.test(content)
  return numbering.value > 1 || ['part', 'chapter', 'section'].includes(numbering.style)
}
