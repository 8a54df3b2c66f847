import type { Comparator, Figure } from '../model.ts'
import { isChange } from './admission.ts'
import { clauseStart, findBrackets, sentenceStart } from './clauses.ts'
import type { Clock, Moment, Spot } from './clock.ts'
import { type Share, splitSubjects } from './distribute.ts'
import type { Frame } from './frame.ts'
import { Namer } from './names.ts'
import type { Part } from './outline.ts'
import type { Quantity } from './quantities.ts'
import type { Surroundings } from './surroundings.ts'
import { kindOf, voiceOf } from './voices.ts'
import type { TimeMention } from './years.ts'

/** 新增 and its kin, before the number and in its own item: the value is an increase. */
const INCREASE =
  /净增|新增(?!长|值)|新(?:入选|认定|获批|设立?|引进|培育|备案|登记|组建|挂牌|上市|注册|签约|纳入|入库)|增加(?![到至值])/
/** What breaks a list that one 新增 opened: a total, a share, a verb of its own. */
const BREAKS_LIST = /累计|其中|总|共|目前|达|每|经费|资金|投资|\(|为|占|是/
const MOVES_ON =
  /^[^,。;、\d]{0,6},?(?:预计)?(?:提高|提升|增加|增长|上升|升|下降|降低|降|减少|压减|压缩|缩短|扩大|发展|跃升|攀升|前移|调整|上调|下调|调高|调低|增|减|上涨)(?:了)?(?:到|至|为)/
const MOVES_FROM = /(?:从|由|将|把)[^,。;]{0,40}$/
const BREAKTHROUGH = /^突破\d+(?:余|多)?[项个类种]?[^,。;、\d]{0,10}(?:技术|难题|瓶颈|产品|装备)/
const MULTIPLE_OF = /的(?:近|约|超过?)? ?$/
/** The value of 增加200家 is not the level of the year compared with. */
const DIFFERENCE = /(?:增加|减少|提高|提升|下降|增长|多|少)(?:了)?(?:约|近|超过?)?$/
const PER_YEAR =
  /每年|年均(?!增|复合|浓度|降|下降|提高)|(?<![\d一二三四五六七八九十今全去本上当近两几多])年(?:接待|服务|新增|培训|举办|开展|处理|生产)/
/** 完成500家的规划目标, 距“达到2.4%”的目标还有差距. */
const QUOTED_AIM = /^[^,。;]{0,4}的[^,。;的]{0,6}目标/
const TURN = /[,;](?:但|然而|不过)|仍(?:然|存在|较|需|不)/g
const RELATIVE: ReadonlySet<Quantity['unitClass']> = new Set(['share', 'multiple', 'point', 'place'])

export interface Passage {
  /** The paragraph, and the same with names and dates veiled. */
  words: string
  veiled: string
  times: TimeMention[]
  /** Where the paragraph stands in the text. */
  offset: number
  part: Part
  frame: Frame
  clock: Clock
}

/** Writes the figures of one paragraph, remembering what the next clause leaves out: subject, list verb, row. */
export class FigureWriter {
  readonly figures: Figure[] = []
  private readonly passage: Passage
  private readonly brackets: { start: number; end: number }[]
  private readonly sentenceEnds: number[]
  private readonly itemStarts: number[]
  private readonly turns: number[]
  private readonly namer: Namer
  /** Names of the amounts of the paragraph, which 三者 refers to. */
  private readonly amounts: string[] = []
  private lastEnd = 0
  private previous: { figure: Figure; sentence: number } | null = null
  private row: { names: string[]; sentence: number } = { names: [], sentence: -1 }

  constructor(passage: Passage) {
    const { words, veiled, part, frame } = passage
    this.passage = passage
    this.brackets = findBrackets(veiled)
    this.sentenceEnds = places(words, /[。!?]/g)
    this.itemStarts =
      part.goal && frame.genre === 'plan' ? [] : places(words, /(?:^|[。;:])[一二三四五六七八九十]{1,2}是/g)
    this.turns = places(words, TURN)
    this.namer = new Namer(part.subject)
  }

  /** Where in the paragraph `at` is. */
  spotOf(at: number): Spot {
    const { words } = this.passage
    let bracketEnd: number | null = null
    for (const bracket of this.brackets) {
      if (bracket.start > at) break
      if (at < bracket.end) bracketEnd = bracket.end
    }
    return {
      sentence: countBelow(this.sentenceEnds, at),
      item: countBelow(this.itemStarts, at),
      bracketEnd,
      opens: at - sentenceStart(words, at) <= 8,
    }
  }

  /** Writes down one statement. */
  write(quantity: Quantity, near: Surroundings, after: Quantity | null, share: Share | null): void {
    const { words, veiled, offset, part, frame } = this.passage
    const { clause, opening, itemStart, stop } = near
    const spot = this.spotOf(quantity.numberStart)
    const from =
      after !== null && MOVES_ON.test(veiled.slice(quantity.end, quantity.end + 16)) && MOVES_FROM.test(clause)
    const moment = this.momentOf(quantity, near, spot, share, from)
    const head = this.plainHead(itemStart, quantity.start)
    const named = this.namer.name({
      head,
      raw: words.slice(itemStart, quantity.start),
      tail: near.tail,
      between: words.slice(Math.min(this.lastEnd, opening), opening),
      unitClass: quantity.unitClass,
      unit: quantity.unit,
      multiple: quantity.comparator === 'mul' || (quantity.unitClass === 'multiple' && MULTIPLE_OF.test(clause)),
      sentence: spot.sentence,
      bracketed:
        veiled[opening - 1] === '('
          ? words.slice(clauseStart(veiled, opening - 1, ',;。、!?:\n\t|()'), opening - 1)
          : '',
    })
    this.lastEnd = quantity.end
    const comparator = this.comparatorOf(quantity, near, named.verb, spot.sentence, share !== null)
    const written = words.slice(opening, quantity.start)
    const voice = voiceOf(part, frame, {
      clause: words.slice(opening, Math.max(quantity.end, stop)).trimStart(),
      after: near.tail,
      lead: veiled.slice(sentenceStart(veiled, quantity.start), opening),
      year: moment.explicit ? moment.year : null,
      until: moment.until,
      openEnded: moment.openEnded && /每年/.test(written),
    })
    const missed = QUOTED_AIM.test(near.tail)
    const turned = !moment.explicit && voice !== part.voice && !missed
    const figure: Figure = {
      start: offset + this.quoteStart(near, quantity.start),
      end: offset + quantity.end + named.tailUsed,
      quote: '',
      name: share?.name ? dealtName(share.name, clause) : (this.earlierOf(share) ?? named.name),
      value: quantity.value,
      value2: quantity.value2,
      unit: quantity.unit,
      comparator,
      // Words that turn a clause away from its part take it out of the part's year too.
      year: turned ? (voice === 'actual' ? frame.reportYear : null) : moment.year,
      startYear: turned ? null : moment.startYear,
      perYear: /每年/.test(written) || (PER_YEAR.test(written) && !isChange(clause)),
      kind: kindOf(voice, comparator, from ? (moment.year === null ? 'undated' : 'dated') : null),
      estimate: /预计/.test(written),
    }
    if (/年均/.test(written) && frame.genre === 'plan' && figure.year === frame.endYear)
      figure.startYear ??= frame.startYear
    if (/年均/.test(written) && figure.year === part.year) figure.startYear ??= part.from
    this.figures.push(figure)
    if (!RELATIVE.has(quantity.unitClass)) this.amounts.push(figure.name)
    this.eachOf(figure, head, quantity, spot.sentence)
    if (share?.name) {
      this.remember(figure.name, spot.sentence)
      this.namer.remember(share.name)
    }
    this.previous = { figure, sentence: spot.sentence }
  }

  private earlierOf(share: Share | null): string | null {
    const name = share?.earlier ? this.amounts.at(-share.earlier.back) : undefined
    return name === undefined ? null : name + (share?.earlier?.said ?? '')
  }

  private momentOf(quantity: Quantity, near: Surroundings, spot: Spot, share: Share | null, from: boolean): Moment {
    const { clause, opening } = near
    const change = RELATIVE.has(quantity.unitClass) && isChange(clause)
    const level =
      quantity.unitClass !== 'multiple' && quantity.unitClass !== 'point' && !change && !DIFFERENCE.test(clause)
    const turn = this.turns.filter((at) => at < quantity.start).at(-1) ?? -1
    // What stands in a bracket is dated by the clause around it: 2015年净增量(263家).
    const { veiled } = this.passage
    const reach = veiled[opening - 1] === '(' ? clauseStart(veiled, opening - 1) : opening
    const moment = this.passage.clock.at(
      quantity.numberStart,
      reach,
      spot,
      level,
      turn,
      /达到?|为|占|率/.test(near.head),
    )
    const said = { explicit: true, until: false, openEnded: false }
    if (share?.year != null) return { ...said, year: share.year, startYear: share.startYear }
    // A in 从A提高到B is of an earlier year, which the text may not say.
    if (from && !(moment.explicit && !moment.until)) return { ...said, year: null, startYear: null }
    return moment
  }

  private comparatorOf(
    quantity: Quantity,
    near: Surroundings,
    verb: string | null,
    sentence: number,
    dealtOut: boolean,
  ): Comparator {
    const { veiled } = this.passage
    if (quantity.unitClass === 'multiple' && MULTIPLE_OF.test(near.clause)) return 'mul'
    // 突破30项关键技术 breaks through them, it does not exceed thirty.
    if (BREAKTHROUGH.test(veiled.slice(quantity.start, quantity.end + 12)) && quantity.unitClass === 'count')
      return 'eq'
    // 分别超过90家和870家: the word before the row holds for all of it.
    const inRow = (dealtOut || /分别/.test(near.clause)) && /^[、,和与及 ]+$/.test(near.head)
    if (inRow && quantity.comparator === 'eq' && this.previous) return this.previous.figure.comparator
    if (quantity.comparator !== 'eq' || RELATIVE.has(quantity.unitClass)) return quantity.comparator
    if (INCREASE.test(near.head)) return 'inc'
    // 净增量(263家): the bracket repeats what stands before it.
    const bracketed = near.head === '' && veiled[near.opening - 1] === '('
    if (bracketed && INCREASE.test(veiled.slice(Math.max(0, near.opening - 10), near.opening))) return 'inc'
    const listed = this.previous?.sentence === sentence && this.previous.figure.comparator === 'inc'
    const goesOn = verb === null && near.head.length > 1 && !BREAKS_LIST.test(near.head)
    const joined = /[、,;和及与]/.test(veiled.slice(near.itemStart - 1, near.itemStart + 1))
    return listed && goesOn && joined && this.previous?.figure.unit === quantity.unit ? 'inc' : 'eq'
  }

  /** The words before a number without its time words, which are kept apart. */
  private plainHead(start: number, end: number): string {
    const { words, times } = this.passage
    let head = ''
    let at = start
    for (const time of times) {
      if (time.end <= at || time.start >= end || time.role === 'none' || time.role === 'base') continue
      head += words.slice(at, Math.max(at, time.start))
      at = time.end
    }
    return head + words.slice(Math.min(at, end), end)
  }

  /** A quote must name its figure: with nothing before the number in its item, the clause before is taken along. */
  private quoteStart({ itemStart, opening }: Surroundings, start: number): number {
    const { words, veiled } = this.passage
    let at = itemStart
    if (words.slice(itemStart, start).replace(/[\s、,;()和及与的]|达到?|为|是|有/g, '') === '') {
      const joined = /[,(:、]/.test(veiled[opening - 1] ?? '')
      at = itemStart > opening ? opening : joined ? clauseStart(veiled, opening - 1) : opening
    }
    while (at < start && /[\s、,;:)。]/.test(words[at] ?? '')) at += 1
    return at
  }

  /** 均 gives the value to each subject in front of it, or to each of the row before. */
  private eachOf(figure: Figure, head: string, quantity: Quantity, sentence: number): void {
    const match = /^[,、;\s]*(.{0,60}?)(?:均|都|双双)(?!衡|匀|等|市)/.exec(head)
    if (!match) return
    const said = match[1] ?? ''
    const own = /等|各/.test(said) ? [] : splitSubjects(said)
    const subjects = said === '' && this.row.sentence === sentence ? this.row.names : own
    if (subjects.length < 2 || subjects.length > 4) return
    const scope = quantity.unitClass === 'place' ? '排名' : ''
    figure.name = `${subjects[0]}${scope}`
    for (const subject of subjects.slice(1)) {
      const at = this.passage.words.lastIndexOf(subject.slice(0, 4), quantity.start)
      const start = own.length > 1 && at >= 0 ? this.passage.offset + at : figure.start
      this.figures.push({ ...figure, name: `${subject}${scope}`, start })
    }
  }

  private remember(name: string, sentence: number): void {
    if (this.row.sentence !== sentence) this.row = { names: [], sentence }
    if (!this.row.names.includes(name) && !this.row.names.some((known) => name.startsWith(known)))
      this.row.names.push(name)
  }
}

/** 分别增长5%、8%: the subject was dealt out, the change is said once for all of the row. */
function dealtName(subject: string, clause: string): string {
  const change =
    /(?:分别|依次)[^,。;、\d]{0,14}?((?:年均)?(?:增长|提高|提升|下降|增加|减少|上升))(?![到至])/.exec(clause)?.[1] ?? ''
  return subject.endsWith(change) ? subject : subject + change
}

function places(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index)
}

function countBelow(sorted: number[], at: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}
