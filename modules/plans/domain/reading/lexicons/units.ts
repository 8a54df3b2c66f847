/** Words that give a unit its part in a task. */
const ROLE_WORD = '牵头|负责|主办|承办|协办|主管|配合|参与|参加|协助|协同|会同|指导|落实|实施'

const ROLE = new RegExp(
  `${ROLE_WORD}|(?:责任|牵头|配合|参与|参加|协作|协同|实施|落实|主责|完成|支持)(?:单位|部门|主体|处室|科室)`,
)

/** How the name of an office ends. */
export const UNIT_END =
  '政府|管委会|管理委员会|委员会|领导小组|办公室|办公厅|秘书处|监管局|总局|分局|支队|总队|中心支行|分行|支行|银行|集团|公司|大学|学院|学校|研究院|研究所|研究中心|中心|联合会|协会|学会|促进会|商会|团市委|团省委|团区委|团县委|团委|妇联|工会|科协|社科联|工商联|残联|侨联|文联|红十字会|海关|法院|检察院|部门|单位|党委|党工委|党组|党校|工委|政法委|网信办|厅|局|委|办|部|署|社|院|所|站|处|队|园区|开发区|高新区|示范区|新区|市直|各区|各县|各市|各地|镇街|街道|乡镇'

const ENDS_AS_UNIT = new RegExp(`(?:${UNIT_END})$`)

/** True when a text speaks of a unit's part in a task: 市科技局牵头, 责任单位:…. */
export function hasUnitRole(text: string): boolean {
  return ROLE.test(text) && new RegExp(`(?:${UNIT_END})`).test(text)
}

export function endsAsUnit(name: string): boolean {
  return ENDS_AS_UNIT.test(name)
}
