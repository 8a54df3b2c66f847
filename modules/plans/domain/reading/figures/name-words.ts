import { ACTION_VERBS, ATTAINING } from './lexicon.ts'

/** Words around the noun of a figure, and how to take them off. */

const OPENERS =
  /^(?:[、,;:。\s◇]+|[(]?[一二三四五六七八九十\d]{1,3}[)]|首次|\d{1,2}[.、]|其中|并且?|且|和|与|以及|及(?!其)|同时|此外|另外|目前|当前|现(?!代|有)|截至|截止|预计|力争|争取|确保|努力|使得?|已经?|全年|今年以来|一年来|年内|(?:今年|明年)?(?:年|月)底前|当年|先后|成功|初步|基本(?!公|医|养)|据统计|到|至|底|末|期末|期间|时期|以来|的|等|也|还|将|要(?!素)|应(?!用|急|届|收)|可(?!再)|能(?!源|耗|力|效)|则|而|又|再(?!生)|继续|进一步|不断|加快(?!构)|着力|积极|大力|重点(?=培育|支持|建设|引进|打造|推进|实施)|分批|共计|共(?![同建享有青])|合计|总共|总计|一共|仅(?!次)|只(?=[有占])|[一二三四五六七八九十]是|◇|——|-+|[(]|[)])/
const CLOSERS = new RegExp(
  `(?:(?<![签大节预公合制条])约|(?:${ATTAINING.replace('|约|', '|')})|[、,:(\\s◇]|的|不低于|不少于|不超过|年均|平均|比例为|仅为|接近|将|要|均已|已有|就有|占比为|以上|预计|将达|可达|可|力争|确保|基本|总数的|大约|左右|累计达|目前|每年|其中|就|还|也|都|双双|至少|首[破次]|只|再|最高)$`,
)
export const VERB = new RegExp(
  `^(?:${ACTION_VERBS.toSorted((a, b) => b.length - a.length).join('|')})(?:了|起|出|过|成(?![果员长品本套交效年功])|认定)?`,
)
const VERB_AT_END = new RegExp(
  `(?:${ACTION_VERBS.filter((verb) => verb.length > 1 && !/^(?:服务|研发|投资|融资|项目|应用|出口|进口|销售|生产|治理|转化|申请|授权|登记|申报|培训|出资|累计|签约|发展|孵化|毕业|奖励|补助|补贴|融资)$/.test(verb)).join('|')}|做大|拿出|联合)(?:了|起|出|过)?$`,
)
/** Verbs that only say that something is there. */
const STANDING = /^(?:拥有|现有|共有|设有|建有|有(?!效|研|色|机|线|限)|实现(?!率)|达到|打造|形成|共设立)(?:了)?/
/** Words that no name may consist of. */
const EMPTY = new RegExp(
  `^(?:${ACTION_VERBS.toSorted((a, b) => b.length - a.length).join('|')}|通过|取得|处理|参加|增长|提高|提升|上升|下降|回落|比|较|同比|环比|占|居|列|位居|位列|排名|累计|总数|总量|数量|合计|达|为|是|在|的|了|和|与|由|从|按|约|仅|均|全[国省市]|我[省市县区]|其|中|即|如|每[家项个人]|首期|超过|以上|也|还)*$`,
)

const NOUN_LIKE =
  /^(?:研发(?!出|成功)|服务(?=业|机构|平台|中心|收入)|应用(?=研究|场景|基础)|投资(?=额|规模|基金|总)|融资(?=额|规模|总|余额)|生产(?=总值|线|基地|能力)|销售(?=额|收入)|[进出]口|发展(?=基金|规模)|孵化(?=面积|器|载体|总|企业及)|转移|治理|检测|有[效研机色]|为|向|对|支持(?=经费|资金|额度)|授权(?=发明|专利)|登记(?=额|数|量)|扶持资金|补助|奖励|安置房|退出率|覆盖[率面]|改造(?=面积|率)|合同)/
/** Verbs that are nouns as well: 申报培训, 技术服务. */
const ACTIVITY = /..(?:培训|服务|研发|投资|申请|授权|治理|改造|融资)$/

/** The words before a number without what opens and closes a clause. */
export function trimHead(head: string): string {
  let core = head.trim()
  for (let before = ''; before !== core; ) {
    before = core
    core = core.replace(OPENERS, '')
  }
  for (let before = ''; before !== core; ) {
    before = core
    core = core.replace(CLOSERS, '')
  }
  return core
    .trim()
    .replace(/^是(?=..)/, '')
    .replace(/中有$/, '')
}

/** A name as it is written down. */
export function tidyName(name: string): string {
  const plain = name
    .replace(/[◇\s]+/g, '')
    .replace(/^[、,;:的了)]+|[、,;:的了(]+$/g, '')
    .replace(/^(?:在|围绕|面向)[^,。;]{2,40}?(?:方向|领域|方面|范围内?|期间)(?=.{4})/, '')
    .replace(/^(?:我[省市县区]|本市|全[市县])(?=.{3})/, '')
    // 依托农业院校建设科技小院: by what means it is done is no part of its name.
    .replace(/^(?:依托|联合|利用|借助|发挥)[^,。;]{2,20}?(?=(?:建设|共建|打造|组建|设立|引进|培育|建成).{2})/, '')
    // A long list before 等 only gives examples.
    .replace(/^[^()]*、[^()]*、[^、()]{1,20}?等(?=.{4})/, '')
    .replace(/^.{20,}、[^、]{1,20}?等(?=.{4})/, '')
  const standing = plain.replace(STANDING, '')
  const name60 = (standing.length >= 2 ? standing : plain).slice(-60)
  // A bracket that was cut open names nothing.
  return name60.includes(')') && !name60.includes('(') ? name60.slice(name60.indexOf(')') + 1) : name60
}

/** Only verbs and particles: no name. */
export function isEmptyName(name: string): boolean {
  return name.length < 2 || (EMPTY.test(name) && !ACTIVITY.test(name))
}

/** 引进科技团队 → 科技团队; 净增 → nothing. */
export function withoutVerb(core: string): string {
  return opensWithVerb(core) ? core.replace(VERB, '') : core
}

/** Whether the words open with a verb and leave their subject out; 研发经费 and 有效专利 open with a noun. */
export function opensWithVerb(core: string): boolean {
  return VERB.test(core) && !NOUN_LIKE.test(core)
}

/** 在全市遴选100家标杆企业: the words before the number end with the verb, and its object follows. */
export function endsWithVerb(core: string): boolean {
  return VERB_AT_END.test(core)
}
