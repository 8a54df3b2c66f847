import { ACTION_VERBS, ATTAINING } from './lexicon.ts'

/**
 * What a figure is about, in the document's own words. Chinese lets the number stand after its noun (引进团队9个),
 * before it (9个团队) or alone (累计192家), when the subject is carried over from the clause before.
 */

export interface Named {
  name: string
  /** What the next clause may refer back to. */
  subject: string
  /** The clause opens with a verb of its own, so that a list verb (新增) does not reach it. */
  verb: string | null
  /** The number's own noun stands after it, up to here in `tail`. */
  tailUsed: number
}

const OPENERS =
  /^(?:[、,;:。\s◇]+|[(]?[一二三四五六七八九十\d]{1,3}[)]|首次|\d{1,2}[.、]|其中|并且?|且|和|与|以及|及|同时|此外|另外|目前|当前|现|截至|截止|预计|力争|争取|确保|努力|使得?|已经?|全年|今年以来|一年来|年内|先后|成功|初步|基本|据统计|到|至|底|末|期末|期间|时期|以来|的|等|也|还|将|要|应|可|能|则|而|又|再|继续|进一步|不断|加快|着力|积极|大力|重点|分批|共计|共|合计|总共|总计|一共|[一二三四五六七八九十]是|——|-+|[(]|[)])/
const CLOSERS = new RegExp(
  `(?:${ATTAINING}|[、,:(\\s◇]|的|不低于|不少于|不超过|年均|平均|比例为|仅为|接近|将|要|均已|已有|就有|占比为|以上|预计|将达|可达|可|力争|确保|基本|总数的|大约|左右|累计达|目前|每年|其中|就|还|也|都|双双)$`,
)
const VERB = new RegExp(
  `^(?:${ACTION_VERBS.toSorted((a, b) => b.length - a.length).join('|')})(?:了|起|出|过|成|认定)?`,
)
const TAIL_NOUN = /^(?:的|以上的?|左右的?)?([^,。;、:()◇\d]{1,26})/
/** A share, a rate or a rank says nothing without its subject. */
const LEANS =
  /^(?:约|仅|已|均|也|且|并|又)*(?:全[国省市区县球](?:排名|位居|居|列)?$|(?:同口径|可比口径|分别)|占|同比|环比|比|较|增长|增幅|增速|减幅|降幅|涨幅|下降|提高|提升|上升|居|位居|位列|排|列|排名|名列|占比|是|为|相当于|达到|翻|净增|累计|总数|总量|年均|平均|增加|减少|放大|其中|仅次于)/
/** What is left of 跃升至, 提高到 once the link is cut off. */
const MOVES = /^[跃提增升攀降减扩拓调上下][升高加调降少]?$/
const OWN_SUBJECT =
  /^(.{2,40}?)(?:(?:同比|环比|比上年|较上年|年均|平均)*(?:增长|下降|提高|上升|增加|减少|提升|降低)(?:了)?$|(?:位居|位列|居|排名|列|占(?!比)).{0,16}$)/
/** Aspects of a subject that stands in the clause before. */
const ASPECT = /^[^,。;]{0,3}(?:率|幅度|占比|比重|名次|满意度|规模|总额|金额|面积|倍数|额度)$/
/** Ends of a noun phrase that is an indicator already. */
const PART_OF = /级$|类$|型$/

/** Names a figure from the words before and after its number, within its clause. */
export function nameFigure(head: string, tail: string, carried: string, relative: boolean): Named {
  const core = trim(head.replace(/\([^()]*[\d◇][^()]*\)/g, ''))
  const verb = VERB.exec(core)?.[0] ?? null
  const noun = TAIL_NOUN.exec(tail)?.[1]?.trim() ?? ''
  const object = verb === null ? core : core.slice(verb.length)
  const wantsTail =
    noun !== '' && !relative && (object === '' || /[对为向的]$|^(?:超过|共)$/.test(object) || core.length <= 1)
  const tailUsed = wantsTail ? (TAIL_NOUN.exec(tail)?.[0].length ?? 0) : 0
  if (wantsTail) {
    const name = tidy(`${core}${noun}`)
    return { name, subject: tidy(noun), verb, tailUsed }
  }
  if (core === '' || MOVES.test(core)) return { name: carried, subject: carried, verb, tailUsed: 0 }
  const leans = LEANS.test(core) || ASPECT.test(core) || (relative && core.length <= 3)
  if (leans) return { name: tidy(`${carried}${core}`), subject: carried, verb, tailUsed: 0 }
  if (relative) return { name: tidy(core), subject: tidy(ownSubject(core)), verb, tailUsed: 0 }
  if (PART_OF.test(core)) {
    const whole = carried.replace(/^.*(?:国家级|省级|市级)/, '').replace(/^(?:新增|累计)/, '')
    return { name: tidy(core + whole), subject: carried, verb, tailUsed: 0 }
  }
  return { name: tidy(core), subject: tidy(object || core), verb, tailUsed: 0 }
}

/** 利润居全省第2位, 增加值增长8%: what comes before the change or the place is the subject. */
function ownSubject(core: string): string {
  return OWN_SUBJECT.exec(core)?.[1] ?? core
}

function trim(head: string): string {
  let core = head.trim()
  for (let before = ''; before !== core; ) {
    before = core
    core = core.replace(OPENERS, '')
  }
  for (let before = ''; before !== core; ) {
    before = core
    core = core.replace(CLOSERS, '')
  }
  return core.trim()
}

function tidy(name: string): string {
  return name
    .replace(/[◇\s]+/g, '')
    .replace(/^[、,;:的了]+|[、,;:的了]+$/g, '')
    .slice(-60)
}
