import { describe, expect, it } from 'vitest'
import type { Task } from '../model.ts'
import { findNoise } from '../noise.ts'
import { readSections } from '../sections.ts'
import { readTasks } from './read-tasks.ts'

/** Items as they stand in the papers of invented ministries, provinces, prefectures, districts and counties. */

function tasksOf(text: string): Task[] {
  const noise = findNoise(text)
  return readTasks(text, readSections(text, noise), noise)
}

const line = ({ title, lead, coop, others }: Task) =>
  `${title} | ${lead.join(' ')} | ${coop.join(' ')} | ${others.join(' ')}`.replace(/ {2,}/g, ' ').replace(/[ |]+$/, '')

const RULE = '各项任务列首位的为牵头单位。\n'

/** One item, and "title | lead | coop | others" of its tasks, as written. */
const ITEMS: readonly [item: string, ...tasks: string[]][] = [
  // departments of a ministry
  ['修订规则。年底前完成。（市场司牵头，法规司、信息中心参与）', '修订规则 | 市场司 | 法规司 信息中心'],
  ['制定标准。完成5项。（标准司）', '制定标准 | 标准司'],
  ['建立统计制度。（规划财务司、信息中心、海洋研究院）', '建立统计制度 | 规划财务司 信息中心 海洋研究院'],
  ['培育机构。（财务司、市场司牵头，各省级主管部门参与）', '培育机构 | 财务司 市场司 | 各省级主管部门'],
  ['加强党建。（机关党委、人事司按职责分工负责）', '加强党建 | 机关党委 人事司'],
  ['编制规划。（规划司牵头，各司局、各直属单位参与）', '编制规划 | 规划司 | 各司局 各直属单位'],
  ['发布年报。（办公厅会同各有关司局负责）', '发布年报 | 办公厅'],
  [
    '建设观测网。（牵头司局：减灾司；配合司局：办公厅、国家海洋预报中心）',
    '建设观测网 | 减灾司 | 办公厅 国家海洋预报中心',
  ],
  [
    '省部会商。（办公厅、沿海各省、自治区、直辖市海洋主管部门）',
    '省部会商 | 办公厅 沿海各省、自治区、直辖市海洋主管部门',
  ],
  ['竞赛。（成果转化科牵头，农村科技科、市科技情报研究所配合）', '竞赛 | 成果转化科 | 农村科技科 市科技情报研究所'],
  [
    '倍增。（省科技厅、省税务局，各设区市及省直管县（市）人民政府）',
    '倍增 | 省科技厅 省税务局 各设区市及省直管县（市）人民政府',
  ],
  // groups and places, in the width of the document
  ['推广。（市科技局牵头，各县（市、区）政府配合）', '推广 | 市科技局 | 各县（市、区）政府'],
  ['推广。（市科技局牵头,各县(市、区)政府配合)', '推广 | 市科技局 | 各县(市、区)政府'],
  ['推广。（责任单位：市科技局，江口县、陶源县政府）', '推广 | 市科技局 江口县政府 陶源县政府'],
  ['推广。（省科技厅牵头，清河市、云台市人民政府配合）', '推广 | 省科技厅 | 清河市人民政府 云台市人民政府'],
  ['推广。（区教育局负责，西门街道、东门街道办事处配合）', '推广 | 区教育局 | 西门街道办事处 东门街道办事处'],
  ['推广。（市科技局，天河区、高新区管委会按职责分工负责）', '推广 | 市科技局 天河区 高新区管委会'],
  ['推广。（湖畔高新区、临港开发区管委会负责）', '推广 | 湖畔高新区管委会 临港开发区管委会'],
  ['推广。（责任单位：州科技局；各县、市人民政府）', '推广 | 州科技局 各县、市人民政府'],
  ['推广。（责任单位：区投促局，各镇、街道）', '推广 | 区投促局 各镇、街道'],
  ['推广。（州数据局牵头，各市〔州〕人民政府配合）', '推广 | 州数据局 | 各市〔州〕人民政府'],
  // organs that are named after their place, and offices of the party
  [
    '金融。（责任单位：人民银行白鹿市分行、市委金融办、白鹿金融监管分局）',
    '金融 | 人民银行白鹿市分行 市委金融办 白鹿金融监管分局',
  ],
  [
    '金融。（州委金融办牵头，国家金融监督管理总局云岭监管分局、财政局配合）',
    '金融 | 州委金融办 | 国家金融监督管理总局云岭监管分局 州财政局',
  ],
  ['督查。（责任单位：市委督查室、市政府督查室、市统计局）', '督查 | 市委督查室 市政府督查室 市统计局'],
  ['科普。（州科协、州委宣传部、团州委、州妇联）', '科普 | 州科协 州委宣传部 团州委 州妇联'],
  ['数字。（市发展改革委〔市数据局〕牵头，市工信局配合）', '数字 | 市发展改革委〔市数据局〕 | 市工信局'],
  // all of a body, and nobody in particular
  ['考核。（党群办公室牵头，各部门、各街道配合）', '考核 | 党群办公室 | 各部门 各街道'],
  ['考核。（县府办牵头，县直各单位、各乡镇配合）', '考核 | 县府办 | 县直各单位 各乡镇'],
  ['考核。（市科改领导小组办公室牵头，各成员单位参与）', '考核 | 市科改领导小组办公室 | 各成员单位'],
  ['考核。（市科技局牵头，市财政局、各相关部门、各责任单位配合）', '考核 | 市科技局 | 市财政局'],
  ['考核。（市科技局牵头，市财政局等各部门配合）', '考核 | 市科技局 | 市财政局'],
  // lines, sentences and labels in brackets
  ['转化。由省科技厅会同省财政厅、省国资委负责。', '转化 | 省科技厅 | 省财政厅 省国资委'],
  ['评价。改革职称评审。此项工作由市人社局牵头，市科技局配合。', '评价 | 市人社局 | 市科技局'],
  ['服务。省科技厅、商务厅按职责分工负责。', '服务 | 省科技厅 省商务厅'],
  ['督导。\n市委督查室负责督查，市科技局配合。', '督导 | 市委督查室 | 市科技局'],
  ['金融。【牵头单位】市委金融办【配合单位】人行云岭市分行', '金融 | 市委金融办 | 人行云岭市分行'],
  ['人才。\n牵头单位：市委组织部（市委人才办）\n责任单位：市科技局', '人才 | 市委组织部（市委人才办） | | 市科技局'],
  ['大赛。办好。\n主办单位：市科技局\n协办单位：市教育局', '大赛 | 市科技局 | 市教育局'],
  // headings that hold the bracket
  ['投资增长8%（区发改局）', '投资增长8% | 区发改局'],
  ['建成平台（一期）（区数据局、区城运中心）', '建成平台（一期） | 区数据局 区城运中心'],
  ['技改增长10%（区工信局牵头）；新增中心6家（区发改局牵头）', '技改增长10% | 区工信局', '技改增长10% | 区发改局'],
]

/** Documents of several items, and all their tasks. */
const LISTS: readonly [name: string, text: string, ...tasks: string[]][] = [
  [
    'keeps a line of units to its item, however short the next one is',
    '（一）引才。\n责任单位：县委组织部\n（二）留才。\n牵头单位：县人社局\n配合单位：县住建局\n3.育才。\n责任部门：县教育局',
    '引才 | 县委组织部',
    '留才 | 县人社局 | 县住建局',
    '育才 | 县教育局',
  ],
  [
    'keeps it apart over a heading between two groups',
    '（一）减负。\n牵头单位：市审计局\n\n二、放权\n（二）松绑。\n配合单位：市财政局\n责任单位：市科技局',
    '减负 | 市审计局',
    '松绑 | 市科技局 | 市财政局',
  ],
  [
    'keeps it apart where items have dashes or no numbers',
    '（一）开放\n——仪器共享。\n牵头单位：省科技厅\n——数据共享。\n责任单位：省数据局、省统计局',
    '仪器共享 | 省科技厅',
    '数据共享 | 省数据局 省统计局',
  ],
  [
    'joins lines over a deadline, a person or a goal between them',
    '（一）建园。\n牵头单位：区发改局\n责任领导：李××\n工作目标：年内开园。\n配合单位：区住建局、财政局\n完成时限：12月底\n（二）建馆。\n责任单位：区科协',
    '建园 | 区发改局 | 区住建局 区财政局',
    '建馆 | 区科协',
  ],
  [
    'joins labels in brackets and labels with remarks',
    '（一）建链。\n【牵头单位】州工信局\n【配合单位】州商务局\n（二）补链。\n牵头单位（部门）：州商务局\n配合单位（部门）：州工信局',
    '建链 | 州工信局 | 州商务局',
    '补链 | 州商务局 | 州工信局',
  ],
  [
    'reads a list that runs over to the next line',
    '（一）攻关。\n牵头单位：市科技局、\n市工信局\n配合单位：市财政局，\n各县（市、区）政府\n（二）转化。\n责任单位：市教育局、\n（三）其他。',
    '攻关 | 市科技局 市工信局 | 市财政局 各县（市、区）政府',
    '转化 | 市教育局',
  ],
  [
    'lets nobody lead a list that shares the work, where the document says that the first leads',
    `${RULE}（一）稳岗。（市人社局、总工会，各园区按职责分工负责）\n（二）扩岗。（市人社局、教育局各负其责）\n（三）拓岗。\n责任单位：市商务局、市国资委\n（四）转岗。（市人社局牵头，市教育局、财政局按职责分工负责）`,
    '稳岗 | 市人社局 市总工会 各园区',
    '扩岗 | 市人社局 市教育局',
    '拓岗 | 市商务局 | | 市国资委',
    '转岗 | 市人社局 | | 市教育局 市财政局',
  ],
  [
    'lets the first lead where all lists share the work, because the document can mean no others',
    `${RULE}（一）稳岗。（市人社局、教育局按职责分工负责）\n（二）扩岗。（市商务局、国资委分工负责）`,
    '稳岗 | 市人社局 | | 市教育局',
    '扩岗 | 市商务局 | | 市国资委',
  ],
  [
    'reads the last item at the end of a page',
    '（一）稳岗。\n责任单位：市人社局\n（二）扩岗。\n【牵头单位】市商务局\n完成时限：6月底\n【配合单位】市国资委\n版权所有：某市',
    '稳岗 | 市人社局',
    '扩岗 | 市商务局 | 市国资委',
  ],
  [
    'lets the first lead even so, where its own label says so',
    `${RULE}（一）稳岗。\n责任单位（列首位的为牵头单位）：市人社局、教育局按职责分工负责\n（二）扩岗。\n责任单位：市商务局、市国资委`,
    '稳岗 | 市人社局 | | 市教育局',
    '扩岗 | 市商务局 | | 市国资委',
  ],
]

describe('lists of items', () => {
  for (const [name, text, ...tasks] of LISTS) {
    it(name, () => expect(tasksOf(`某地任务分工\n${text}`).map(line)).toEqual(tasks))
  }
})

describe('items', () => {
  for (const [item, ...tasks] of ITEMS) {
    it(item.replaceAll('\n', ' / '), () => {
      const text = `某地重点任务\n一、任务\n（一）${item}\n（二）其他事项。`
      expect(tasksOf(text).map(line)).toEqual(tasks)
      for (const { start, end, quote } of tasksOf(text)) expect(text.slice(start, end)).toBe(quote)
    })
  }

  it('lets the first of a sentence lead where the document says so', () => {
    const text = `${RULE}一、任务\n（一）服务。省科技厅、商务厅，清河市、云台市政府按职责分工负责。`
    expect(tasksOf(text).map(line)).toEqual(['服务 | 省科技厅 | | 省商务厅 清河市政府 云台市政府'])
  })
})

/** Sentences and brackets with units in them that give nobody a task. */
const NO_TASKS = [
  '健全制度。各地各部门要密切配合，省科技厅要发挥统筹作用。',
  '健全制度。市科技局牵头制定办法，市财政局配合做好预算。',
  '附则。本方案由市科技局负责解释。',
  '附则。由市科技局会同市财政局制定实施细则。',
  '总结。各部门按职责分工负责。',
  '建设云湖实验室（省重点实验室）。',
  '建立信息互通机制（如市教育局、市科技局）。',
  '打造生活圈（城区范围）。',
]

describe('no task', () => {
  for (const text of NO_TASKS) it(text, () => expect(tasksOf(`某地方案\n一、任务\n（一）${text}`)).toEqual([]))
})

describe('tables', () => {
  it('are named by the task, not by its goal', () => {
    const text = [
      '松岭市2027年任务表',
      '序号\t工作任务\t目标要求\t责任领导\t牵头单位\t配合单位\t完成时限',
      '1\t研发投入攻坚\t增长15%以上\t王××\t市科技局\t市统计局、各县（市、区）政府\t12月',
      '2\t实验室建设\t完成投资1.8亿元\t李××\t松岭高新区管委会\t市财政局\t10月',
    ].join('\n')
    expect(tasksOf(text).map(line)).toEqual([
      '研发投入攻坚 | 市科技局 | 市统计局 各县（市、区）政府',
      '实验室建设 | 松岭高新区管委会 | 市财政局',
    ])
  })

  it('are named by what tells rows apart where the task was merged over several', () => {
    const text = [
      '序号\t重点任务\t具体举措\t牵头单位\t责任单位',
      '1\t企业培育\t新增企业12家\t县工信局\t县财政局、税务局，各乡镇（街道）',
      '2\t\t培育中小企业60家\t县工信局\t县税务局',
      '3\t平台建设\t建设研究院\t青岭经开区管委会\t',
    ].join('\n')
    expect(tasksOf(text).map(line)).toEqual([
      '新增企业12家 | 县工信局 | | 县财政局 县税务局 各乡镇（街道）',
      '培育中小企业60家 | 县工信局 | | 县税务局',
      '建设研究院 | 青岭经开区管委会',
    ])
  })

  it('may be drawn with bars', () => {
    const text = [
      '一、清单',
      '| 序号 | 工作内容 | 目标要求 | 责任单位（列首位为牵头） | 备注 |',
      '| --- | --- | --- | --- | --- |',
      '| 1 | 科技下乡 | 全年20场 | 县科协、东河镇、西河镇人民政府 | |',
      '| 2 | 建科普馆 | 年底开馆 | 县文旅局/县教育局 | |',
    ].join('\n')
    expect(tasksOf(text).map(line)).toEqual([
      '科技下乡 | 县科协 | | 东河镇人民政府 西河镇人民政府',
      '建科普馆 | 县文旅局 | | 县教育局',
    ])
  })

  it('may stand one cell to a line at the end of a document, above its signature', () => {
    const head = ['序号', '工作任务', '工作目标', '牵头单位', '配合单位', '完成时限']
    const rows = [
      ['1', '建设石门实验室', '完成投资1.2亿元', '市科技局', '市财政局、石门高新区管委会', '12月底前'],
      ['2', '引进人才', '引进博士50名', '市委组织部', '市人社局', '11月底前'],
      ['3', '开展科普', '不少于20场', '市科协', '各县（市、区）政府', '持续推进'],
    ]
    const text = [
      '石门市2026年任务分工表',
      '一、任务分工',
      ...head,
      ...rows.flat(),
      '石门市科学技术局',
      '2026年2月3日',
    ].join('\n')
    expect(tasksOf(text).map(line)).toEqual([
      '建设石门实验室 | 市科技局 | 市财政局 石门高新区管委会',
      '引进人才 | 市委组织部 | 市人社局',
      '开展科普 | 市科协 | 各县（市、区）政府',
    ])
  })
})
