import type { Comparator, Figure } from '../model.ts'
import { isChange, refusal, type Surroundings } from './admission.ts'
import { clauseEnd, clauseStart, findBrackets, sentenceStart } from './clauses.ts'
import type { Clock, Moment } from './clock.ts'
import { distribute, type Share, splitSubjects } from './distribute.ts'
import type { Frame } from './frame.ts'
import { NAMED_FIRM } from './lexicon.ts'
import { veil } from './masks.ts'
import { nameFigure } from './names.ts'
import type { Part } from './outline.ts'
import { findQuantities, type Quantity } from './quantities.ts'
import { kindOf, voiceOf } from './voices.ts'
import { findTimes, type TimeMention } from './years.ts'

/** 新增 and its kin, before the number and in its own item: the value is an increase. */
const INCREASE =
  /净增|新增(?!长|值)|新入选|新认定|新获批|新设立?|新引进|新培育|新备案|新登记|新组建|新挂牌|新上市|新注册|增加(?![到至值])/
const MOVES_ON =
  /^[^,。;]{0,6}(?:提高|提升|增加|增长|上升|升|下降|降低|降|减少|压减|压缩|缩短|扩大|发展|跃升|攀升|前移|调整|增|减)(?:了)?(?:到|至|为)/
const MOVES_FROM = /(?:从|由|将|把)[^,。;]{0,40}$/
const MULTIPLE_OF = /的(?:近|约|超过?)?$/

/** Reads the figures of one paragraph of normalised text; places are offsets into the whole text. */
export function readParagraph(
  text: string,
  from: number,
  to: number,
  part: Part,
  frame: Frame,
  clock: Clock,
): Figure[] {
  const words = text.slice(from, to)
  if (!/[\d一二两三四五六七八九十百千万亿半首榜前番最]/.test(words)) return []
  const times = findTimes(words)
  const veiled = veil(words, times)
  const quantities = findQuantities(veiled)
  if (quantities.length === 0) {
    for (const time of times) clock.hear(time, 0, 0, null)
    return []
  }
  const shares = distribute(veiled, quantities, times)
  const brackets = findBrackets(veiled)
  const reader = new ParagraphReader(words, veiled, from, part, frame, clock)
  const firmEnd = firmSpans(veiled)
  let nextTime = 0
  quantities.forEach((quantity, index) => {
    for (; nextTime < times.length && (times[nextTime]?.start ?? 0) < quantity.numberStart; nextTime += 1) {
      const time = times[nextTime] as TimeMention
      clock.hear(time, reader.sentenceOf(time.start), reader.itemOf(time.start), innermost(brackets, time.start))
    }
    if (firmEnd.some(([start, end]) => quantity.start >= start && quantity.start < end)) return
    reader.read(
      quantity,
      quantities[index - 1] ?? null,
      quantities[index + 1] ?? null,
      shares.get(quantity.numberStart) ?? null,
      times,
    )
  })
  for (; nextTime < times.length; nextTime += 1) {
    const time = times[nextTime] as TimeMention
    clock.hear(time, reader.sentenceOf(time.start), reader.itemOf(time.start), innermost(brackets, time.start))
  }
  return reader.figures
}

function innermost(brackets: { start: number; end: number }[], at: number): number | null {
  let end: number | null = null
  for (const bracket of brackets) {
    if (bracket.start > at) break
    if (at < bracket.end) end = bracket.end
  }
  return end
}

/** Stretches whose subject is one named firm, to the end of the sentence. */
function firmSpans(text: string): [number, number][] {
  const spans: [number, number][] = []
  for (const match of text.matchAll(new RegExp(NAMED_FIRM, 'g'))) {
    const end = /[。;]/.exec(text.slice(match.index + 1))
    spans.push([match.index, end ? match.index + 1 + end.index : text.length])
  }
  return spans
}

class ParagraphReader {
  readonly figures: Figure[] = []
  private readonly words: string
  private readonly veiled: string
  private readonly offset: number
  private readonly part: Part
  private readonly frame: Frame
  private readonly clock: Clock
  private subject = ''
  private previous: { figure: Figure; sentence: number } | null = null
  private readonly sentenceEnds: number[]
  private readonly itemStarts: number[]

  constructor(words: string, veiled: string, offset: number, part: Part, frame: Frame, clock: Clock) {
    this.words = words
    this.veiled = veiled
    this.offset = offset
    this.part = part
    this.frame = frame
    this.clock = clock
    this.sentenceEnds = [...words.matchAll(/[。!?]/g)].map(({ index }) => index)
    this.itemStarts =
      part.goal && frame.genre === 'plan'
        ? []
        : [...words.matchAll(/(?:^|[。;:])[一二三四五六七八九十]{1,2}是/g)].map(({ index }) => index)
  }

  sentenceOf(at: number): number {
    return countBelow(this.sentenceEnds, at)
  }

  itemOf(at: number): number {
    return countBelow(this.itemStarts, at)
  }

  read(
    quantity: Quantity,
    before: Quantity | null,
    after: Quantity | null,
    share: Share | null,
    times: TimeMention[],
  ): void {
    const { words, veiled } = this
    const opening = clauseStart(veiled, quantity.start)
    const itemStart = before && before.end > opening && before.end <= quantity.start ? before.end : opening
    const closing = clauseEnd(veiled, quantity.end)
    const stop = Math.min(
      closing,
      after && after.start >= quantity.end ? after.start : closing,
      indexOf(veiled, '、', quantity.end, closing),
    )
    const clause = veiled.slice(opening, quantity.start)
    const near: Surroundings = {
      head: veiled.slice(itemStart, quantity.start),
      clause,
      tail: veiled.slice(quantity.end, stop),
      past: this.part.voice !== 'target',
      countBeside: after !== null && after.start < closing,
      rankAhead:
        after !== null && after.unitClass === 'place' && after.start < clauseEnd(veiled, quantity.end, '。;!?\n'),
    }
    if (refusal(quantity, near) !== null) return

    const sentence = this.sentenceOf(quantity.numberStart)
    const from =
      MOVES_ON.test(veiled.slice(quantity.end, quantity.end + 14)) && MOVES_FROM.test(clause) && after !== null
    const relative =
      quantity.unitClass === 'share' ||
      quantity.unitClass === 'multiple' ||
      quantity.unitClass === 'point' ||
      quantity.unitClass === 'place'
    const plainLevel =
      quantity.unitClass !== 'multiple' &&
      quantity.unitClass !== 'point' &&
      !(isChange(clause) && relative) &&
      !/(?:增加|减少|提高|提升|下降|增长)(?:了)?$/.test(clause)
    const moment = this.momentOf(quantity, opening, sentence, plainLevel, share, from)
    const head = this.plainHead(itemStart, quantity.start, times)
    const named = nameFigure(head, near.tail, this.subject, relative)
    const comparator = this.comparatorOf(quantity, near, named.verb, sentence)
    const lead = veiled.slice(sentenceStart(veiled, quantity.start), opening)
    const voice = voiceOf(this.part, this.frame, {
      clause: words.slice(opening, Math.max(quantity.end, stop)),
      lead,
      year: moment.explicit ? moment.year : null,
      until: moment.until,
      from,
    })
    const year = moment.explicit || voice === this.part.voice ? moment : this.unstated(voice)
    const end = quantity.end + named.tailUsed
    const figure: Figure = {
      start: this.offset + this.quoteStart(itemStart, opening, quantity.start),
      end: this.offset + end,
      quote: '',
      name: share?.name
        ? named.name && !share.name.endsWith(named.name) && relative && named.name.length < 8
          ? share.name + named.name
          : share.name
        : named.name,
      value: quantity.value,
      value2: quantity.value2,
      unit: quantity.unit,
      comparator,
      year: year.year,
      startYear: year.startYear,
      perYear: /每年|年均(?!增|复合)/.test(words.slice(opening, quantity.start)) && !isChange(clause),
      kind: kindOf(voice, comparator, from),
      estimate: /预计/.test(words.slice(opening, quantity.start)),
    }
    this.figures.push(figure)
    this.eachOf(figure, head, quantity)
    this.previous = { figure, sentence }
    if (named.subject) this.subject = named.subject
  }

  private momentOf(
    quantity: Quantity,
    opening: number,
    sentence: number,
    plainLevel: boolean,
    share: Share | null,
    from: boolean,
  ): Moment {
    const moment = this.clock.at(quantity.numberStart, opening, sentence, this.itemOf(quantity.numberStart), plainLevel)
    if (share?.year != null) return { year: share.year, startYear: share.startYear, explicit: true, until: false }
    if (from && !(moment.explicit && !moment.until))
      return { year: null, startYear: null, explicit: true, until: false }
    return moment
  }

  /** The year when the words of the clause turn its voice away from that of its part. */
  private unstated(voice: Part['voice']): Moment {
    const year = voice === 'actual' ? this.frame.reportYear : null
    return { year, startYear: null, explicit: false, until: false }
  }

  private comparatorOf(quantity: Quantity, near: Surroundings, verb: string | null, sentence: number): Comparator {
    if (quantity.unitClass === 'multiple' && MULTIPLE_OF.test(near.clause)) return 'mul'
    if (quantity.comparator !== 'eq' || quantity.unitClass === 'place') return quantity.comparator
    if (quantity.unitClass === 'share' || quantity.unitClass === 'multiple' || quantity.unitClass === 'point')
      return 'eq'
    if (INCREASE.test(near.head)) return 'inc'
    const listed = this.previous?.sentence === sentence && this.previous.figure.comparator === 'inc'
    const goesOn =
      verb === null &&
      near.head.length > 1 &&
      !/累计|其中|总|共|目前|达|每|经费|资金|投资|\(|为|占/.test(near.head) &&
      /^[、,;和及与]/.test(this.veiled.slice(quantity.start - near.head.length - 1, quantity.start))
    return listed && goesOn && this.previous?.figure.unit === quantity.unit ? 'inc' : 'eq'
  }

  /** The words before a number without its time words, which are kept apart. */
  private plainHead(start: number, end: number, times: TimeMention[]): string {
    let head = ''
    let at = start
    for (const time of times) {
      if (time.end <= at || time.start >= end || time.role === 'none' || time.role === 'base') continue
      head += this.words.slice(at, Math.max(at, time.start))
      at = time.end
    }
    return head + this.words.slice(Math.min(at, end), end)
  }

  /** A quote must name its figure: with nothing before the number in its item, the clause before is taken along. */
  private quoteStart(itemStart: number, opening: number, start: number): number {
    let at = itemStart
    if (this.words.slice(itemStart, start).replace(/[\s、,;()和及与的]|达到?|为|是|有/g, '') === '') {
      at = itemStart > opening ? opening : clauseStart(this.veiled, Math.max(0, opening - 1))
    }
    while (at < start && /[\s、,;:)。]/.test(this.words[at] ?? '')) at += 1
    return at
  }

  /** 均 gives the value to each subject in front of it. */
  private eachOf(figure: Figure, head: string, quantity: Quantity): void {
    const match = /^[,、;\s]*(.{4,60}?)(?:均|都|双双)(?!衡|匀|等)/.exec(head)
    if (!match || /等|各/.test(match[1] ?? '')) return
    const subjects = splitSubjects(match[1] ?? '')
    if (subjects.length < 2 || subjects.length > 4) return
    const rest = head.slice(match[0].length)
    const scope = /(?:居|列|位)/.test(rest) ? '排名' : ''
    figure.name = `${subjects[0]}${scope}`
    for (const subject of subjects.slice(1)) {
      const at = this.words.lastIndexOf(subject.slice(0, 4), quantity.start)
      this.figures.push({ ...figure, name: `${subject}${scope}`, start: at < 0 ? figure.start : this.offset + at })
    }
  }
}

function countBelow(places: number[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

function indexOf(text: string, char: string, from: number, limit: number): number {
  const at = text.slice(from, limit).indexOf(char)
  return at < 0 ? limit : from + at
}
