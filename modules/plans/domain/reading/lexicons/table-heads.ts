/** What a column of a task table holds: the task, how or what for it is done, who does it, or something else. */
export type Column = 'task' | 'measure' | 'goal' | 'lead' | 'responsible' | 'coop' | 'other'

const OFFICES = '(?:责任)?(?:单位|部门|主体|处室|科室|司局)'
const ABOUT = '(?:重点|主要|具体|核心|工作|年度|改革|建设|创新|目标|任务|细化|分项|落实|推进|实施)*'
const AND = '(?:(?:及|和|与|/|、)[\\u4e00-\\u9fff]{1,8})?'

const HEADS: readonly { column: Column; name: RegExp }[] = [
  { column: 'lead', name: new RegExp(`^(?:市级|省级|省直|市直)?(?:第一|总)?(?:牵头|主办|主责)${OFFICES}`) },
  {
    column: 'coop',
    name: new RegExp(`^(?:市级|省级|省直|市直)?(?:主要)?(?:配合|参与|参加|协办|协作|协同|协助|支持|会办)${OFFICES}`),
  },
  {
    column: 'responsible',
    name: /^(?:责任|负责|实施|落实|完成|主管|承办|主要责任)(?:单位|部门|主体|处室|科室|司局)|^(?:责任|任务|职责)?分工$/,
  },
  { column: 'goal', name: new RegExp(`^${ABOUT}(?:目标|要求|指标|成果|成效)(?:任务)?(?:值|要求|内容|形式)?${AND}$`) },
  { column: 'measure', name: new RegExp(`^${ABOUT}(?:内容|措施|举措|做法|路径|抓手|要点)${AND}$`) },
  { column: 'task', name: new RegExp(`^${ABOUT}(?:任务|事项|工作|项目|行动|工程)(?:名称|清单|分解|安排)?${AND}$`) },
]

/** What the head of a column says of it. */
export function columnOf(head: string): Column {
  const name = head.slice(0, 60).replace(/\s|\(.*?\)/g, '')
  if (/^目标任务$/.test(name)) return 'task'
  return HEADS.find(({ name: form }) => form.test(name))?.column ?? 'other'
}
