/** `each`: all of a list answer for their own share (按职责分工负责), so that none of them leads the others. */
export type Role = 'lead' | 'responsible' | 'each' | 'coop' | 'other'

const PART =
  '(?:第一责任|主要责任|牵头责任|牵头负责|主责|责任|牵头|负责|主办|承办|实施|组织实施|落实|完成|主管|配合|参与|参加|协作|协同|协办|协助|支持|会办|指导|督导|监督)(?:落实|实施)?(?:单位|部门|主体|处室|科室|机构|司局)'

/** Labels before a colon (牵头单位:…, with a remark such as (列第一位者为牵头单位)) or in a bracket (【牵头单位】…). */
export const LABEL = new RegExp(
  `${PART}(?:及[^:,;。]{0,12})?\\s*(?:\\([^()]{0,30}\\))?\\s*:|(?<=^|[\\s,;。(])(?:牵头|责任|配合|负责|参与|主办|协办)\\s*:|[【[(]${PART}[】\\])]\\s*:?`,
  'g',
)

/** A label in a bracket of its own: 【牵头单位】. */
export const LABEL_ALONE = new RegExp(`^[【[(]${PART}[】\\])]$`)

/** Labels whose text names no unit: deadlines and persons. */
export const OTHER_LABEL =
  /(?:完成)?(?:时限|时间|日期|期限|进度(?:安排)?|阶段性?目标|年度目标|成果形式|备注)(?:要求)?\s*:|(?:责任|牵头|分管|联系|市)?(?:领导|责任人|负责人|联系人|联络员)\s*:/g

/** Labels of an item's goal, which may stand between its leader and its helpers. */
export const GOAL_LABEL =
  /^(?:主要|工作|年度|阶段性?|预期|量化|考核)?(?:目标|成果|指标|进度|标志)(?:任务|安排|要求|形式)?\s*:/

const ADVERB =
  '按照|按|依照|依|根据|依据|结合|各自|本地区?|自身|职责|职能|实际|任务|分工|分别|共同|联合|具体|主要|统筹|抓总|予以|给予|提供|抓|加强|组织|积极|密切|全力|认真|协调|等'

const VERB =
  '牵头|负责|主办|承办|协办|主管|配合|参与|参加|协助|协同|支持|指导|督导|督查|监督|落实|实施|推进|推动|办理|开展|做好|抓好|完成|各负其责|各司其职'

/** The words after a list that say what its units do: 牵头, 配合, 按职责分工负责, 结合实际落实. */
export const ROLE_END = new RegExp(
  `(?:${ADVERB}|和|及)*(?:${VERB})(?:${ADVERB}|${VERB}|相关|有关|工作)*$|(?:作为|为|是)${PART}$|统筹(?:协调|推进|抓总)?$`,
)

/** A sentence that ends by saying what its units do. */
export const SAID = new RegExp(`(?:${VERB})(?:${ADVERB}|${VERB}|相关|有关|工作)*$`)

/** What a word or label makes of the units beside it. */
export function roleOf(word: string): Role {
  if (/牵头|主办|主责|第一责任|主要责任|^统筹/.test(word)) return 'lead'
  if (/配合|参与|参加|协助|协同|协办|协作|支持|会办|会同/.test(word)) return 'coop'
  if (/指导|督导|监督/.test(word)) return 'other'
  if (/各负其责|各司其职|(?:职责|职能|分工|分别|各自).*负责|负责.*分工/.test(word)) return 'each'
  if (/负责|责任|承办|主管/.test(word)) return 'responsible'
  return 'other'
}

/** 列第一位者为牵头单位, 排在首位的为牵头部门. */
export const FIRST_LEADS =
  /(?:第一|首位|首个|第1位|最前)[^。;:]{0,10}?(?:为|是|系|即)[^。,;:]{0,8}(?:牵头|主办|主责|第一责任)|(?:牵头|主办)(?:单位|部门)[^。,;:]{0,6}(?:列|排|居)[^。,;:]{0,6}(?:第一|首位|首)/

/** 带*号的为牵头单位. */
export const STAR_LEADS = /(?:\*|★|☆|星号)[^。;:]{0,10}(?:为|是)[^。,;:]{0,6}牵头/

const ROLE_HINT = new RegExp(`${VERB}|(?:责任|牵头)(?:单位|部门|主体|处室|司局)`)

/** True when a text may speak of a unit's part in a task: 市科技局牵头, 责任单位:…. */
export function hasRole(text: string): boolean {
  return ROLE_HINT.test(text)
}
