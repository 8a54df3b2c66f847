import { CHANGE, COMPARISON_SET, ENTITY_NOUNS, REGION_SCOPE, STRUCTURE_NOUNS } from './lexicon.ts'
import type { Quantity } from './quantities.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Which numbers are statements. Official texts are full of numbers that count policies, describe the size of a firm
 * or set a deadline; each rule below names one such use.
 */

type Rule = (quantity: Quantity, near: Surroundings) => boolean

/** Verbs and links after which a small number in characters is a real count: 共有三家, 建成两座. */
const COUNTING =
  /(?:前移|上升|提升|跃升|前进|新增|净增|增加|达到?|有|共|拥有|建成|获批?|获得|荣获|获评|入选|引进|培育|认定|设立|成立|组建|完成|举办|新建|创建|打造|形成|落户|落地|承担|突破|超过?|约|近|不少于|至少|以上|至|到|了|实施|建设|布局|推动|支持|创成|通过|评为|签约|开工|投产|上市|立项|遴选|支|数量|总数)$/
const REACHING =
  /(?:达到?|突破|超过?|近|约|逾|破|过|上|迈上|跨越?|接近|冲刺|到|至|满|投入|投资|融资|产值|收入|规模|贷款|总额|净增|新增|增加|就业)$/
const DURATION_INDICATOR =
  /(?:天数|寿命|年限|时间|时限|时长|工时|周期|期限|压缩|缩短|提速|用时|学时|优良|达标|利用)[^,。;]{0,16}$/
const SCORED = /(?:得分|评分|分值|满意度|测评|成绩|总分|评价|指数|均分|考核|评估)[^,。;]{0,12}$/
const INDEX =
  /(?:指数|系数|得分|比值|强度|收入比|倍数|排名|比率|率|容积率|比例|水平)(?:达到?|为|提高到|提升到|提升至|控制在|上升到|增至|超过|降至|保持在|稳定在|在|降低到|下降到)$/
const GRANT = /(?:给予|按|按照|予以|奖励|补助|补贴|资助|奖补|一次性|支持|额度|最高|贴息|兑付|处以|罚款)[^,。;]{0,24}$/
const GRANTED = /(?:给予|奖励|补助|补贴|资助|奖补)(?:每[家人个项]|一次性)?$/
/** 省财政每年安排研发补助8000万元 is what the budget spends, not what one receives. */
const FUNDED = /财政[^,。;]{0,8}(?:安排|投入|统筹|下达)/
const PARAMETER = /(?:(?:贴息|补贴|补助|奖励|资助)(?:比例|标准|额度)|税率)(?:为|由[^,。;]{0,12}|按)?(?:降至|降为)?$/
const GRANT_AFTER =
  /^(?:的|以内的?|以下的?|一次性)?(?:[^,。;]{0,10})(?:奖励|补助|补贴|资助|奖补|罚款|贴息|扶持资金|支持)/
/** 经费超过3亿元的县(市)有2个. */
const OF_PLACES = /^的(?:地级)?(?:市|县|区|州|镇|乡)/
/** 对年研发投入1000万元以上且增速超过20%的企业: who fulfils this is granted that. */
const FOR_WHOM = /^[\s]*(?:对|凡|符合)(?!接|标|外|口|照|应|比)/
const LEVEL = /^(?:级|量级|规模级|以上级|级别)/

const STRONG_COUNT = /^[家所座名人位件套台条项个只支户艘架场次类张处部例颗]/

const RULES: Record<string, Rule> = {
  /** 一个, 一批, 一项: an article, not a count. 一倍, 百分之一 are values. */
  article: (q) =>
    q.style === 'chinese' &&
    q.value === 1 &&
    q.value2 === null &&
    !q.bareScale &&
    (q.unitClass === 'count' || q.unitClass === null || q.unitClass === 'duration') &&
    !/[万亿]/.test(q.unit),
  /** 三大平台, 五位一体, 六大工程: characters below ten need a counting verb and a real measure word. */
  smallWord: (q, { head, tail }) =>
    q.style === 'chinese' &&
    !q.bareScale &&
    q.value < 10 &&
    q.unitClass === 'count' &&
    !/[万亿]/.test(q.unit) &&
    q.comparator === 'eq' &&
    !(COUNTING.test(head) && STRONG_COUNT.test(q.unit) && !/^(?:一体|大|面|翼|级)/.test(tail)),
  /** 万人计划, 千亿产业, 百家企业: a bare scale counts only after a word of reaching. */
  bareScale: (q, { head }) =>
    q.bareScale && !/人次/.test(q.unit) && q.comparator === 'eq' && !REACHING.test(head.trimEnd()),
  /** 千亿级, 30万吨级, 亿元级: a size, not an amount. */
  level: (_, { tail }) => LEVEL.test(tail),
  /** 6条政策, 24项工作内容, 8个方面. */
  structure: (q, { tail }) => q.unitClass === 'count' && STRUCTURE_NOUNS.test(tail),
  /** 11项主要指标, 其中8项如期完成: the document counts its own indicators. */
  ownIndicators: (q, { clause, tail }) =>
    q.unit === '项' &&
    (/^(?:的)?(?:主要|核心|规划|约束性|预期性|考核|发展)*(?:目标)?指标/.test(tail) ||
      /指标(?:中|里)?[,有]?[^,。;]{0,12}$/.test(clause)),
  /** 召开常务会议31次: what an office held, not what a region achieved. */
  meeting: (q, { clause, tail }) =>
    /^[次场]$/.test(q.unit) &&
    /(?:常务会议|党组会|办公会|例会|全体会议|专题会议?|座谈会|推进会|调度会|联席会议|工作会议)[^,。;]{0,4}$/.test(
      clause + tail,
    ),
  /** 5个重点领域 structures a plan; 12个民生领域 that received projects is an achievement. */
  field: (q, { tail, past }) => q.unitClass === 'count' && !past && /^[^,。;、\d◇]{0,6}领域/.test(tail),
  /** 亿元以上项目, 营收超10亿元企业. */
  threshold: (q, { tail, clause, countAhead }) =>
    (q.unitClass === 'money' ||
      q.unitClass === 'measure' ||
      (q.unitClass === null && /[万亿]$/.test(q.unit)) ||
      (q.unitClass === 'count' && /^[万]?人/.test(q.unit))) &&
    (ENTITY_NOUNS.test(tail) ||
      OF_PLACES.test(tail) ||
      tail === '的' ||
      (tail.startsWith('的') && countAhead && q.comparator === 'ge')) &&
    (q.comparator !== 'eq' || /(?:年?产值|营收|收入|规模|市值|估值|年?销售额?)$/.test(clause)) &&
    !/投资基金/.test(tail),
  /** 全国15个副省级城市中: the set compared with. */
  comparisonSet: (q, { head, tail, rankAhead }) =>
    q.unitClass === 'count' && COMPARISON_SET.test(tail) && (rankAhead || REGION_SCOPE.test(head)),
  /** 5年, 30天, 15分钟 are deadlines and distances, unless the indicator itself is a time. */
  duration: (q, { clause, tail }) =>
    q.unitClass === 'duration' &&
    (!DURATION_INDICATOR.test(clause) || /^(?:生活圈|交通圈|通勤圈|经济圈|服务)/.test(tail)),
  /** 分 is a score only where scores are given. */
  score: (q, { clause }) => q.unitClass === 'score' && q.unit.endsWith('分') && !SCORED.test(clause),
  /** A number without unit counts only as an index. */
  unitless: (q, { clause, tail }) =>
    q.unit === '' && !(INDEX.test(clause) && /^(?:$|[,。;、)])/.test(tail) && q.style === 'arabic'),
  /** 10万用户, 超百亿: a scale alone needs a word of reaching, or the noun it counts. */
  scaleOnly: (q, { tail }) =>
    q.unitClass === null && /^[万亿]+$/.test(q.unit) && /^(?:众|里|象|分|方|能|古|紫|向|达(?!到))/.test(tail),
  /** 给予最高100万元奖励, 奖励15万元, 贴息比例为50%: a policy's parameter, not an indicator of the region. */
  grant: (q, { clause, tail, past }) =>
    !past &&
    (q.unitClass === 'money' || q.unitClass === 'share') &&
    ((GRANT.test(clause) && (q.comparator === 'le' || GRANT_AFTER.test(tail))) ||
      (GRANTED.test(clause) && q.unitClass === 'money' && !FUNDED.test(clause)) ||
      PARAMETER.test(clause) ||
      (/(?:给予|按)[^,。;]{0,16}$/.test(clause) && GRANT_AFTER.test(tail))),
  /** 占比超过5%的,…: whoever fulfils it, not what shall be. */
  condition: (q, { tail, clause, past, closed }) =>
    !past &&
    ((tail === '的' && closed) ||
      (FOR_WHOM.test(clause) && q.comparator !== 'eq' && /^(?:的|且|或|并|及|,?同时)/.test(tail))),
  /** 二类以上医疗器械: a class, not a count. */
  grade: (q) => q.style === 'chinese' && q.comparator === 'ge' && /^[类级等]$/.test(q.unit),
  /** 依托云溪大学等3所高校: by means of what. */
  means: (q, { clause, past }) => !past && q.unitClass === 'count' && /^\s*依托[^,。;]{2,24}等?$/.test(clause),
  /** 原价299元: what a web page sells. */
  advertisement: (_, { clause }) => /(?:原价|现价|限时|售价|优惠价|会员价)[^,。;]{0,6}$/.test(clause),
  /** 满18岁, 60岁以上老人. */
  age: (q, { clause }) => q.unit === '岁' && !/寿命|年龄/.test(clause),
  /** 各项任务列在首位的为牵头单位: a rule for lists, not a rank. */
  rule: (q, { tail }) => q.unitClass === 'place' && /牵头|主办|主责|责任单位/.test(tail),
  /** 一期, 二期工程; 第几 is masked. */
  phase: (q) => q.unit === '期' && q.style === 'chinese',
}

/** The name of the rule that keeps this number out of the ledger, or null when it belongs there. */
export function refusal(quantity: Quantity, near: Surroundings): string | null {
  for (const [name, rule] of Object.entries(RULES)) if (rule(quantity, near)) return name
  return null
}

/** Whether the value is a change (增长8%) and not a level (增长到8%). */
export function isChange(clause: string): boolean {
  return new RegExp(`${CHANGE.source}(?:了|约|近|超过?)?$`).test(clause)
}
