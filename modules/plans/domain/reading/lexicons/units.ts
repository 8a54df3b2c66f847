/** How the name of an office, institute or association ends. */
const UNIT_ENDS =
  '政府|管委会|管理委员会|委员会|领导小组|指挥部|专班|办公室|办公厅|秘书处|总局|分局|支队|总队|中心支行|分行|支行|银行|集团|公司|大学|学院|学校|党校|研究院|研究所|科学院|工程院|研究中心|服务中心|管理中心|交易中心|数据中心|促进中心|中心|联合会|总工会|总会|监会|常委会|军分区|工会|协会|学会|促进会|基金会|商会|红十字会|贸促会|团市委|团省委|团区委|团县委|团州委|团中央|团委|妇联|科协|社科联|工商联|残联|侨联|文联|海关|法院|检察院|党委|党工委|党组|工委|政法委|网信办|供销社|通讯社|督查室|研究室|政研室|参事室|实验室|大队|推广站|监测站|司法所|派出所|检验所|监测所|厅|局|司|(?<=[\\u4e00-\\u9fff]{2})(?<![学本专百理工文医内外妇儿])科|机关党总支|(?<![好用益深坏难])处|委|办|部|署|办事处|管理处|服务站|管理站|调查队|监管局|开发区|高新区|示范区|试验区|新区|功能区|产业园|医院|馆|少年宫|报社|电视台|广播电视台|出版社|院'

const ENDS_AS_UNIT = new RegExp(`(?:${UNIT_ENDS})(?:\\([^()]{2,24}\\))?$`)

/** 各区, 各县(市、区), 各镇街, 各地级以上市: places that stand for their governments. */
const EVERY_PLACE =
  /^(?:市内|省内|全市|全省|沿海|相关|有关)?(?:各|全市各|全省各)[^局委办厅部]{0,14}(?:市|州|盟|县|区|旗|地|园区|街?镇街?|镇乡|街道|乡镇)(?:\([^()]{1,12}\))?$/

/** 市属各国有企业, 驻市高校: kinds that say whose they are, and may stand in a list without any word beside it. */
const OWN_KIND =
  /^(?:[市省区县州]属|[市省区县州]管|驻[\u4e00-\u9fff]{1,4}?|在[\u4e00-\u9fff]{1,2}?)各?[\u4e00-\u9fff]{0,4}(?:国企|央企|企业|高校|院校|院所|医院|学校)$/

/** A place by its own name: 天河区, 越秀区. */
const PLACE = /^[\u4e00-\u9fff]{2,6}(?:市|区|县|州|旗|新区|开发区|高新区)$/

const LEVEL = '市|省|区|县|州|国家|中央|机关|部内|厅内|局内|委内|市直|省直|区直|县直|州直|市级|省级|区级|县级|州级'
const KIND = '有关|相关|责任|成员|职能|主管|行业|业务|其他|其它'
const BODY = '部门|单位|方面|委办局|机构|处室|司局|科室'

/** 有关市县, 相关地市: some places that stand for their governments. */
const SOME_PLACES =
  /^(?:有关|相关|属地|所在)(?:地级以上市|地市|市县|县区|区县|市州|州市|市|县|区|州|地区|地方|镇街|街镇|乡镇|镇|街道)(?:\([^()]{1,12}\))?$/

/** Nobody in particular: dropped after named units. */
const UNNAMED = new RegExp(
  `^(?:${LEVEL}|各|各级|全市|全省|等|${KIND})*(?:${BODY})(?:(?:和|及|、)?(?:${LEVEL}|各|${KIND})*(?:${BODY}))?$`,
)

/** The departments of every place below: a group with a name (各省级主管部门), unlike 有关部门. */
const LOCAL_DEPARTMENTS =
  /^(?:各地方?|地方|各省级?|各市级?|各县级?|各区级?|各州级?|各地市|各市县|各县区|各区县|各级地方)(?:[\u4e00-\u9fff]{0,8}?(?:主管|行政|管理))部门$/

/** Functions written without the word office, joined to one word for all: 发展改革、科技、财政等部门. */
export const DEPARTMENTS = /(?:主管|行政主管|管理|行政)?部门$/

/** 各高校, 各园区, 各国有企业: all of a kind. */
const EVERY_KIND = /^各(?!项|类|种|方|级各|自|环节)[\u4e00-\u9fff]{1,12}$/

/** Kinds of helpers that only a word beside them (配合, 参与) makes members of a list: 驻市高校, 省属企业, 链主企业. */
const KIND_OF_UNIT =
  /^[\u4e00-\u9fff“”"]{0,12}(?:企业|国企|央企|高校|院校|科研院所|院所|机构|镇街|街镇|园区|平台|组织|单位)(?:\([^()]{1,12}\))?$/

/** True for 驻市高校, 科研院所, 省属企业: not named, yet more than 有关单位. */
export function isKindOfUnit(name: string): boolean {
  return KIND_OF_UNIT.test(name) && !UNNAMED.test(name) && !/^(?:支持|鼓励|引导|推动|建设|培育|依托|联合)/.test(name)
}

/** Offices of government, which a bare list in a bracket must name to be more than a remark. */
const OFFICE = /(?:局|委|办|厅|部|署|(?<!公)司|督查室|研究室|政府|管委会|委员会|办公室|办公厅)(?:\([^()]{2,24}\))?$/

/** 市科技局 without any verb: an office with its level, not an institute that is named beside another. */
export function isOffice(name: string): boolean {
  return OFFICE.test(name) && !isRemark(name)
}

/** 含市科技馆, 以下简称市科技局: said of something else. */
export function isRemark(name: string): boolean {
  return /^(?:以下|简称|原|即|含|包括|不含|如|例如|比如|参见|见|中国科学院)/.test(name)
}

/** A place by its own name, which may share the end of the one after it: 江口县、陶源县政府. */
export function isPlace(name: string): boolean {
  return PLACE.test(name) && !name.startsWith('各')
}

export function endsAsUnit(name: string): boolean {
  return ENDS_AS_UNIT.test(name)
}

/** True for what may stand in a list of responsible units, named or general. */
export function looksLikeUnit(name: string): boolean {
  if (name.length < 2 || name.length > 44 || /[。;:!?%]/.test(name)) return false
  return (
    endsAsUnit(name) ||
    EVERY_PLACE.test(name) ||
    EVERY_KIND.test(name) ||
    PLACE.test(name) ||
    UNNAMED.test(name) ||
    EVERY_BODY.test(name) ||
    OWN_KIND.test(name) ||
    SOME_PLACES.test(name) ||
    DEPARTMENTS.test(name)
  )
}

/** 各部门, 市直各单位, 各成员单位: all of a body, which is somebody, unlike 各有关部门. */
const EVERY_BODY = new RegExp(
  `^(?:${LEVEL})?各(?:成员|业务|职能|内设)?(?:部门|单位|司局|处室|科室)$|^[\\u4e00-\\u9fff]{2,24}(?:领导小组|委员会|指挥部|联席会议)各?成员单位$`,
)

/** 有关部门, 各有关单位: no unit in particular. */
export function isUnnamed(name: string): boolean {
  return UNNAMED.test(name) && !LOCAL_DEPARTMENTS.test(name) && !EVERY_BODY.test(name)
}

/** Offices of a party committee: after 市委宣传部, 网信办 is 市委网信办. */
export const PARTY_OFFICE =
  /^(?:组织部|宣传部|统战部|政法委|社会工作部|社工部|网信办|编办|改革办|深改办|人才办|科技办|督查室|研究室|政策研究室|财经办|军民融合办|政研室|老干部局|巡察办|直属机关工委|党校|台办|台港澳办|农办|外办|金融办|机要局|保密办|国安办|密码管理局|审计办)$/

/** Party offices that no government has. */
export const ONLY_PARTY = /^(?:组织部|宣传部|统战部|政法委|社会工作部|社工部|政研室|老干部局|巡察办)$/

/** Organs of the centre, which are named after their place and take no prefix from a neighbour. */
export const CENTRAL_ORGAN =
  /(?:海关|海事局|证监局|银保监局|银保监分局|金融监管(?:局|分局|支局)|监管分局|外汇管理分局|外汇(?:管理)?局|外汇分局|调查队|通信管理局|供电局|铁路局|边检总?站|分行|支行|银行|矿山安全监察局|专员办)$/

/** How a department ends that may be written without its prefix after another one of the same level. */
export const BARE_DEPARTMENT =
  /(?:局|委|委员会|办|办公室|厅|总队|支队|法院|检察院|科协|社科联|工商联|总工会|妇联|残联|侨联|文联|红十字会|贸促会|供销社|组织部|宣传部|统战部|社会工作部|政法委|政研室|政策研究室|研究室|督查室|公共资源交易中心|政务服务中心|大数据中心|邮政公司|电力公司|税务局|党校|社科院|科学院|农科院)(?:\([^()]{2,24}\))?$/

/** Names that are whole without a prefix. */
export const SELF_CONTAINED =
  /^(?:团|共青团|中国|中央|中共|全国|国家|国务院|最高|人民银行|人行|各|有关|相关|领导小组|指挥部|驻|军|部队|珠|长三角|京津冀)/
