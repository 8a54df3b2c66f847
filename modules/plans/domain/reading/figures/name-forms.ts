/**
 * Forms of the words before a number that say nothing without a subject: a change, a share, a place, a total, an
 * aspect. All take the words without openers and closers.
 */

export interface Form {
  kind: 'change' | 'share' | 'total' | 'aspect' | 'each' | 'plain'
  /** What follows the subject in the name. */
  words: string
}

const MOVE =
  '增长率?|增幅|增速|增加|增|提高|提升|上升|上涨|下降|降低|降|降幅|减幅|涨幅|减少|减|回落|压减|压缩|缩短|缩减|扩大|放大|前移|前进|后退|跃升|攀升|收窄|精简|多|少|快|慢|高|低|高出|还差|相差|差'
const CHANGE = new RegExp(
  `^(?:约|仅|已|均|也|且|又|再|还|同口径|可比口径|大幅|分别|预计)*((?:增速|增幅|占比|比重|目标)?(?:同比|环比|年均|每年|平均)?(?:比|较|同)?[^,。;占]{0,14}?(?:同期|平均水平)?)(${MOVE})(?:了|幅度?)?(?:率达?|达)?$`,
)
const AGAINST = /^(?:高于|低于|超过|快于|优于|多于|少于|领先|落后|距离?)[^,。;]{1,14}$/
const SHARE = /^(?:约|仅|已|均|也|且|又|合计|各)*(占(?!比|地面|用).{0,40}|占比|比重|所占比[重例]|占)$/
const TOTAL =
  /^(?:数量|总数|总量|总计|累计|合计|共计|总额|总规模|总和|累计总数|累计数|净增量|净增数|净增|新增|增量|存量|新增数|余额|总人数|人数|家数|个数|件数|增速|目标|总面积|挂牌总数|新增挂牌数|累计总量)$/
const ASPECT =
  /^(?:总|合计|累计|其|平均|人均|亩均|户均|一期|首期|二期|年|全年|当年|总的)*(?:总|投入|合同|揭榜|授信|支持|安排|放款|贷款|补助|奖补|参与|参赛|接待|服务|建设|推广|示范推广|孵化|在孵|种植|占地|建筑|办理|平均办理|兑现|兑付|通过|覆盖|登记|成交|交易|融资|投资|产业|算力|办结|办复|有效|入库|增长|营业|主营业务|社会|不良|贷款不良|转化|带动|研发|基础研究|质押融资|减免|撬动|完成|存活|合格|利用|达标|对接成功)*(?:率|面积|金额|额度?|总额|规模|经费|资金|收入|总收入|总产值|投资|总投资|投入|税收|税额|倍数|时间|时限|周期|人数|人次|数量|用户|比例|满意度|满意率|强度|利润|床位|营业收入|幅度)$/
/** An indicator of a region by itself, whatever the sentence spoke of before. */
const OWN_INDICATOR = /^研发(?:经费)?(?:投入)?强度$/
const YIELD = /^(?:亩均|人均|户均|单位|平均)[^,。;]{1,6}$/
const EACH =
  /^(?:平均)?(?:每[家项人个笔户名台件次位]|每(?:[百千万]|十万)名?(?:人口|人)|户均|单[家个项](?:最高)?)(?:补助|奖补|资助|支持|给予|投入|安排|支持额度|资助额度)?$/

/** What kind of words these are. `raw` still holds what was taken off as an opener. */
export function formOf(core: string, relative: boolean): Form {
  if (SHARE.test(core)) {
    const words = core.replace(/^(?:约|仅|已|均|也|且|又|合计|各)+/, '')
    return { kind: 'share', words: shareWords(words) }
  }
  if (AGAINST.test(core)) return { kind: 'change', words: core }
  const change = CHANGE.exec(core)
  if (
    change &&
    (relative || /^(?:同比|环比|年均|每年|平均|比|较)?$/.test(change[1] ?? '') || /^[比较]/.test(change[1] ?? ''))
  )
    if (!hasSubject(change[1] ?? '')) return { kind: 'change', words: changeWords(change[1] ?? '', change[2] ?? '') }
  if (EACH.test(core)) return { kind: 'each', words: core }
  if (TOTAL.test(core)) return { kind: 'total', words: core }
  if ((ASPECT.test(core) && !OWN_INDICATOR.test(core)) || YIELD.test(core)) return { kind: 'aspect', words: core }
  return { kind: 'plain', words: core }
}

function shareWords(words: string): string {
  if (/^(?:占|占比|所占比[重例]|比重)$/.test(words)) return '占比'
  return /(?:比[重例]|[率份额量数]|总额)$/.test(words) ? words : `${words}比重`
}

/** 总磷浓度比上年下降: a change that names its own subject. */
function hasSubject(before: string): boolean {
  return (
    before !== '' &&
    !/^(?:目标|(?:增速|增幅|占比(?=[比较])|比重)?)(?:同比|$)|^(?:增速|增幅|占比(?=[比较])|比重)?(?:同比|环比|年均|每年|平均|比|较|同)/.test(
      before,
    )
  )
}

function changeWords(before: string, move: string): string {
  const plain = before.replace(/^(?:比|较)(?:上年|去年|前年|上一年)?(?:度|同期)?$/, '').replace(/^每年$/, '年均')
  return plain + move.replace(/^增$/, '增加').replace(/^多$/, '增加').replace(/^减$/, '减少')
}

const PLACING =
  /(?:连续[一二两三四五六七八九十\d]+年|并列|继续|稳|仍|已|均|都|双双|首次|成功|力争|综合)*(?:位居|位列|名列|位于|位次|跃居|稳居|跻身|进入|排在|排名|排到|居于|居|列|排|位|仅次于|处于|处|上升|提升|前移|晋升|跃升|攀升)*(?:至|到|为|在)?$/
const SCOPE =
  /(?:在|居|列|位居|位列|名列|跃居|稳居|进入|跻身|排名|排|位于|并列|为)*((?:全[国省市区球]|国内|世界|中国|副省级|“)[^,。;居列排位]{0,24})$/

/** 增速居全国副省级以上城市(之首) → 增速 in 全国副省级以上城市. */
export function readPlacing(core: string): { subject: string; scope: string } {
  const plain = core.replace(/(?:之首|榜首|首位|前列)?$/, '').replace(PLACING, '')
  const scope = SCOPE.exec(plain)
  const subject = (scope ? plain.slice(0, scope.index) : plain).replace(PLACING, '')
  return { subject, scope: (scope?.[1] ?? '').replace(PLACING, '').replace(/(?:排名|的)$/, '') }
}

const PLACE_MOVE = /^(.*?)(前移|上升|提升|前进|后退|下降|跃升|攀升|提高|晋升)(?:了)?$/
const NO_PLACE = /^(?:(?:比|较|同比)[^,。;]{0,8}|(?:在)?全[国省市](?:的)?)?(?:位次|排名|名次)?$/

/** 前移2位 is a change of the place said before, 综合评价前进3位 one of its own; null for a place itself. */
export function readPlaceMove(core: string): { subject: string; move: string } | null {
  const match = PLACE_MOVE.exec(core)
  if (!match) return null
  const before = match[1] ?? ''
  return {
    subject: NO_PLACE.test(before) ? '' : before.replace(/(?:比|较).*$|(?:位次|排名|名次)$/, ''),
    move: match[2] ?? '',
  }
}

/** 上调至, 压减到: the value it comes to, not the change. */
export const MOVED_TO = new RegExp(`^(?:${MOVE}|上调|下调|调整|调高|调低|跃升|攀升|发展|拓展|恢复|回升)*$`)
