import { formOf, MOVED_TO, readPlaceMove, readPlacing } from './name-forms.ts'
import { PART, partOf } from './name-parts.ts'
import { bearer, join, type Named, readShape, type Words } from './name-shape.ts'
import { isEmptyName, opensWithVerb, tidyName, trimHead, VERB, withoutVerb } from './name-words.ts'
import { entityOf, subjectOf } from './topics.ts'
import type { UnitClass } from './units.ts'

/**
 * What a figure is about, in the document's own words and complete in itself. Chinese lets the number stand after its
 * noun (引进团队9个), before it (9个团队) or alone (累计192家), and leaves out what the clause before has said.
 */

const RELATIVE: ReadonlySet<UnitClass | null> = new Set<UnitClass | null>(['share', 'multiple', 'point', 'place'])
/** 比上年的102.1亿元, (上年为365件): the value of the year compared with. */
const BASE = /(?:(?:比|较)(上年|去年)?[^,。;]{0,8}的|^\(?(上年|去年)(?:同期)?(?:为|是)?)$/
const BASE_TIME = /(?:比|较|是|为|相当于)[^,。;\d]{0,6}?((?:19|20)\d\d年底?|上年|去年|前两年)/
const FUND_SIZE = /^(?:[^,。;]{0,12}?(?:设立|出资|组建|发起|做大))?(?:了)?(首期|总规模|规模|一期|总额)?$/
const SIZE_TAIL = /^(?:规模)?的?([^,。;、:()\d]{2,26}?(?:基金|资金池|资金|专项))/
/** Verbs that reach the next item of a list: 引进人才110名、团队8个. */
const LIST_VERB = /^(?:新?引进|培养|培育|支持|选派|遴选支持|遴选|培训|新认定|新建|制定|联合|获得?|累计备案|备案|组建)/

/** Names the figures of a paragraph in reading order, and remembers what the next clause may leave out. */
export class Namer {
  /** Noun of the last level, without its verb: what 累计, 总数 and 其中 refer to. */
  private noun: string
  /** Name of the last value that was no change: what 增长 and 占 refer to. */
  private last: string
  private lastPlace = ''
  private aspect = ''
  private topic = ''
  private whole: string | null = null
  private sentence = 0
  private opened = false
  private listVerb = ''
  private readonly heading: string

  constructor(heading: string) {
    this.heading = heading
    this.noun = heading
    this.last = heading
  }

  /** Name of the figure in these words; a name is never empty and never a mere verb while there is any noun around. */
  name(words: Words): Named {
    const relative = RELATIVE.has(words.unitClass)
    const { verb, tailUsed, joined } = readShape(words, relative)
    this.listen(words)
    const core = trimHead(words.head.replace(/\([^()]*[\d◇][^()]*\)/g, ''))
    const name = this.compose(words, core, joined, relative)
    return { name: this.fallBack(name, words, joined), verb, tailUsed }
  }

  /** A figure was named otherwise (dealt out by 分别): the next clause refers to that. */
  remember(name: string): void {
    this.last = name
    this.noun = withoutVerb(name) || name
  }

  /** Takes in what the words between the last number and this clause are about. */
  private listen({ between, raw, sentence }: Words): void {
    if (sentence !== this.sentence) {
      this.sentence = sentence
      this.topic = ''
      this.aspect = ''
      this.whole = null
    }
    if (/[。;]/.test(between)) this.whole = null
    // What still belongs to the sentence of the number before says nothing about this one.
    const stop = Math.max(between.lastIndexOf('。'), between.lastIndexOf('!'))
    if (stop >= 0) this.topic = ''
    const reach = between.slice(-400)
    const said = this.opened ? reach.replace(/^[^,。;:\t|]*/, '') : reach
    this.opened = true
    const clauses = said.split(/[,。;:\t|]/)
    const current = said.slice(said.lastIndexOf('。') + 1).split(/[,;:\t|]/)
    for (const clause of current) this.topic = entityOf(clause, false) || this.topic
    const entity = entityOf(raw, true)
    if (entity) this.topic = entity
    else if (/^[,;。]?(?:我[省市县区]|全[省市县区])/.test(raw.trim())) this.topic = ''
    const spoken = clauses
      .slice(0, -1)
      .map(subjectOf)
      .filter((subject) => subject !== '')
      .at(-1)
    if (spoken && stop >= 0) {
      this.noun = spoken
      this.last = spoken
    } else if (spoken && /[中上]$|。/.test(between.trim().replace(/[,:;]+$/, ''))) this.last = spoken
    else if (spoken && this.noun === '') {
      this.noun = spoken
      this.last = spoken
    }
    if (/其中/.test(raw) || /其中,?$/.test(between)) this.whole = this.noun
  }

  private compose(words: Words, core: string, joined: string | null, relative: boolean): string {
    const { raw, unitClass } = words
    if (words.bracketed !== '' && core === '') return this.inBracket(words.bracketed)
    const base = BASE.exec(raw.trim())
    if (base && this.last !== '') {
      return base[1] || base[2] ? `${this.last.replace(/\(上年\)$/, '')}(上年)` : this.last
    }
    if (words.multiple) return this.multipleOf(raw, core)
    const fund = unitClass === 'money' ? SIZE_TAIL.exec(words.tail)?.[1] : undefined
    const size = FUND_SIZE.exec(core)
    if (fund && size) return this.level(fund + (size[1]?.replace(/^首期$/, '首期规模') ?? '规模'), fund)
    const move = words.unit === '位' || unitClass === 'place' ? readPlaceMove(core) : null
    if (move && !/[至到]$/.test(raw.trim())) return this.placeMove(core, move.subject, move.move)
    if (unitClass === 'place') return this.place(core)
    if (core !== '' && MOVED_TO.test(core) && /[至到为]$/.test(raw.trim())) return this.bare('', '')
    if (joined !== null && opensWithVerb(core)) return this.ofTail(core, joined)
    if (/^距离?$/.test(core)) return join(this.last, '目标')
    const form = formOf(core, relative)
    if (form.kind === 'change') return this.change(form.words, words)
    if (form.kind === 'share') {
      const name = join(this.last, form.words)
      this.last = name
      return name
    }
    if (form.kind === 'total') return this.total(form.words)
    if (form.kind === 'each')
      return join(this.noun, `${/平均/.test(raw) ? '平均' : ''}${core.replace(/^平均/, '')}${this.aspect}`)
    if (form.kind === 'aspect') return this.ofSubject(core)
    if (joined !== null) return this.ofTail(core, joined)
    if (relative && /占(?:到|了|比)?[^,。;]{0,2}$/.test(raw.trim()) && !/占|[比率]重?$/.test(core))
      return this.shareOf(core, raw)
    if (core === '' || isEmptyName(core)) return this.bare(core, raw)
    return this.plain(core, relative, raw, unitClass)
  }

  /** 总磷浓度下降20%, 增加值增长8%, 高技能人才占比40%: the clause says its own subject. */
  private plain(core: string, relative: boolean, raw: string, unitClass: UnitClass | null): string {
    // What is only supposed is no subject for what follows.
    if (/^(?:如|若|扣除|减去|剔除)/.test(core)) return tidyName(core.replace(/^(?:如|若)?(?:减去|扣除|剔除)?/, ''))
    const part = this.partName(core, relative)
    if (part !== null) return part
    const put = core.replace(/^(.{3,})(新增|净增)$/, '$2$1').replace(/距离?$/, '')
    const name = this.withTopic(tidyName(put), put)
    if (relative) {
      this.last = name
      const own =
        /^(.{3,30}?)(?:占(?!比).{2,20}|比.{2,8}(?:增长|提高|下降).*|(?:同比|年均)*(?:增长|下降|提高|增加|减少))$/.exec(
          name,
        )
      this.noun = own?.[1] ?? name
      if (own && !/占/.test(name)) this.last = this.noun
      return name
    }
    const listed = this.listVerb !== '' && /^[、和及与]/.test(raw.trim()) && !VERB.test(core) && unitClass === 'count'
    this.listVerb = listed ? this.listVerb : (LIST_VERB.exec(core)?.[0] ?? '')
    return this.level(listed ? this.listVerb + name : name, withoutVerb(name) || name)
  }

  /** 海外人才约占三分之一, 占57%: a share of what was said before. */
  private shareOf(core: string, raw: string): string {
    const own = isEmptyName(core) ? null : (this.partName(core, true) ?? this.plain(core, true, raw, 'share'))
    this.last = join(own ?? this.last, '占比')
    return this.last
  }

  private total(words: string): string {
    this.last = join(this.noun, words)
    return this.last
  }

  private partName(core: string, relative: boolean): string | null {
    const listed = this.whole !== null && this.whole !== ''
    const name = partOf(core, this.whole || this.noun, listed, relative)
    if (name !== null) this.last = name
    return name
  }

  private change(said: string, { unitClass, tail }: Words): string {
    const amount = unitClass === 'money' && /^(?:增加|减少)$/.test(said) ? '额' : ''
    const level = /^的平均(?:水平|值)/.test(tail) ? '平均水平' : ''
    return join(this.last.replace(/\(上年\)$/, ''), said + amount + level)
  }

  private placeMove(core: string, subject: string, move: string): string {
    const own = tidyName(subject)
    const before = this.lastPlace || (this.last === '' ? '' : `${this.last}排名`)
    return own === '' ? join(before, move) : `${this.withTopic(own, `在${core}`)}排名${move}`
  }

  private place(core: string): string {
    const { subject, scope } = readPlacing(core)
    const own = tidyName(
      subject
        .replace(/^(?:我[省市区县]|全市|市|我[委局])$/, '')
        .replace(/(?:由|从).*$/, '')
        .replace(/^(.{0,12}?)在(.*?)[中上]$/, '$1$2'),
    )
    const form = own === '' ? null : formOf(own, true)
    const leans = form !== null && form.kind !== 'plain'
    const whose =
      own === '' || isEmptyName(own)
        ? this.last
        : leans
          ? join(form.kind === 'change' ? this.last : this.noun, own)
          : this.withTopic(own, `在${own}`)
    const name = tidyName(`${/^(.*?)排名$/.exec(whose)?.[1] ?? whose}${scope}排名`.replace(/排名排名$/, '排名'))
    this.lastPlace = name
    if (own !== '' && !leans && !isEmptyName(own)) this.last = whose
    return name
  }

  private multipleOf(raw: string, core: string): string {
    const time = BASE_TIME.exec(raw)?.[1] ?? (/同比/.test(raw) ? '上年' : '')
    const of =
      /(?:是|为|相当于)(?:(?:19|20)\d\d年底?|上年|去年)?([^,。;\d(]{0,12}?)(?:\([^()]*\)|\d+[^\d的]{1,3})?的$/.exec(
        raw.trim(),
      )?.[1] ?? ''
    const own = core.replace(/(?:是|为|相当于|比|较|同比|分别).*$/, '')
    const subject = own.length >= 3 && !isEmptyName(own) ? this.withTopic(tidyName(own), own) : this.last
    if (time === '' && of === '') return join(subject, /翻/.test(raw) || raw === '' ? '倍数' : '翻番')
    return join(subject, `为${time}${tidyName(of)}的倍数`)
  }

  /** 2015年净增量(263家), 望津市(198.2亿元): what stands before the bracket names the number. */
  private inBracket(before: string): string {
    const own = tidyName(
      trimHead(before.replace(/^.*\)/, '').replace(/(?:19|20)\d\d年[底末]?/g, '')).replace(
        /^.*(?:[是为]|[市区县州]和)(?=.)/,
        '',
      ),
    )
    if (own === '') return this.last
    const form = formOf(own, false)
    if (form.kind === 'total' || form.kind === 'aspect') return join(this.noun, own)
    if (PART.test(own) && own.length <= 8) return join(own, this.noun)
    return own
  }

  /** 投入强度, 通过率, 支持经费: of what the sentence is about. */
  private ofSubject(core: string): string {
    const own = tidyName(core)
    const name = join(this.topic || bearer(this.noun), own)
    this.aspect = own.replace(/^(?:合计|总|平均)/, '')
    this.last = name
    return name
  }

  /** 9个团队, 遴选100家标杆企业: the noun stands after the number. */
  private ofTail(core: string, joined: string): string {
    const lead = core.replace(/^(?:对|为|向|给|超过|共|以|从|将|我[省市]$)/, '').replace(/(?:超过|共)$/, '')
    const noun = tidyName(joined.replace(/(?:的|等)?(?:参加|提供|出具|给予).*$/, '$&'))
    const name = this.withTopic(tidyName(`${isEmptyName(lead) && lead.length < 2 ? '' : lead}${noun}`), core)
    return this.level(name, noun.length >= 2 ? noun : name)
  }

  /** Nothing but a verb, or nothing at all: the subject is the one said before. */
  private bare(core: string, raw: string): string {
    if (core === '' && /累计|总计/.test(raw)) return this.total('累计')
    const own = core.replace(/^(?:为|是|在|达|均|仅|如|即)+|(?:为|是|在|达|至|到)+$/g, '')
    if (own.length < 2)
      return /达|至$|到$/.test(raw) && /^(?:新增|净增)/.test(this.last) && this.noun !== '' ? this.noun : this.last
    const name = join(this.noun, own)
    if (this.noun !== '') this.last = name
    return name
  }

  /** A clause that opens with a verb has left its subject out:某研究院…,引进团队9个. */
  private withTopic(name: string, core: string): string {
    const leaves = opensWithVerb(core) || /^(?:一期|二期|总|年|在|亩均|户均|人均)/.test(core)
    const apart = /^(?:新增|净增)/.test(core) && !/[区县园院]$/.test(this.topic)
    const known = this.topic === '' || apart || name.includes(this.topic.slice(-4))
    return leaves && !known && name.length + this.topic.length <= 50 ? this.topic + name : name
  }

  private level(name: string, noun: string): string {
    this.last = name
    const prefix = this.topic !== '' && name.startsWith(this.topic) && !noun.startsWith(this.topic)
    const known = tidyName(prefix ? withoutVerb(name.slice(this.topic.length)) || noun : withoutVerb(noun) || noun)
    if (!isEmptyName(known)) this.noun = known
    return name
  }

  private fallBack(name: string, { between, bracketed, unit }: Words, joined: string | null): string {
    if (!isEmptyName(name)) return name
    const near = [
      joined ?? '',
      this.last,
      this.noun,
      this.topic,
      this.heading,
      bracketed,
      tidyName(trimHead(between.split(/[。;,]/).findLast((clause) => clause.length > 3) ?? '')).slice(-20),
    ]
    const noun = near.find((candidate) => !isEmptyName(candidate)) ?? ''
    return noun === '' ? name || unit : join(noun, noun === joined ? '' : name)
  }
}
