import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Task } from '../model.ts'
import { findNoise } from '../noise.ts'
import { readSections } from '../sections.ts'
import { readTasks } from './read-tasks.ts'

function tasksOf(text: string): Task[] {
  const noise = findNoise(text)
  return readTasks(text, readSections(text, noise), noise)
}

/** The same text as an office types it that uses full-width punctuation. */
function widen(text: string): string {
  return text.replace(/[(),:;]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}

const units = (list: string) => list.split(' ').filter(Boolean)

/** A bracket or line as it stands after an item, and who leads | helps | does something else. */
const STATEMENTS: readonly [statement: string, lead: string, coop?: string, others?: string][] = [
  // who leads and who helps
  ['(市科技局牵头,市财政局配合)', '市科技局', '市财政局'],
  ['(市科技局牵头,市发展改革委、教育局、财政局配合)', '市科技局', '市发展改革委 市教育局 市财政局'],
  ['(牵头单位:市科技局;配合单位:市工业和信息化局、市财政局)', '市科技局', '市工业和信息化局 市财政局'],
  ['(牵头单位:市科技局,配合单位:市工业和信息化局、财政局)', '市科技局', '市工业和信息化局 市财政局'],
  ['(牵头部门:省科技厅;参与部门:省教育厅、省财政厅等)', '省科技厅', '省教育厅 省财政厅'],
  ['(市科技局、市工信局牵头,各县(市、区)人民政府参加)', '市科技局 市工信局', '各县(市、区)人民政府'],
  ['(由市科技局牵头,市市场监管局、税务局协同)', '市科技局', '市市场监管局 市税务局'],
  ['(市科技局牵头,市场监管局、数据局配合)', '市科技局', '市市场监管局 市数据局'],
  ['(市科技局会同市财政局负责)', '市科技局', '市财政局'],
  ['(省科技厅会同省财政厅、教育厅落实)', '省科技厅', '省财政厅 省教育厅'],
  ['(主办单位:市科技局;协办单位:市科协、市教育局)', '市科技局', '市科协 市教育局'],
  ['(牵头:市科技局;配合:各区政府)', '市科技局', '各区政府'],
  ['(市科技局牵头、市财政局配合)', '市科技局', '市财政局'],
  ['(市科技局牵头,市财政局等部门配合)', '市科技局', '市财政局'],
  ['(市科技局牵头,市财政局等有关单位配合)', '市科技局', '市财政局'],
  ['(市科技局牵头,市财政局、市有关部门配合)', '市科技局', '市财政局'],
  ['(市科技局牵头,各有关部门配合)', '市科技局', ''],
  [
    '(省科技厅牵头,省发展改革委、工业和信息化厅及各设区市人民政府等参与)',
    '省科技厅',
    '省发展改革委 省工业和信息化厅 各设区市人民政府',
  ],
  // who is responsible
  ['(责任单位:市科技局、市财政局)', '市科技局 市财政局'],
  ['(责任单位:市科技局、财政局、人力资源和社会保障局)', '市科技局 市财政局 市人力资源和社会保障局'],
  ['(市科技局负责)', '市科技局'],
  ['(市委人才办、市人力资源社会保障局负责)', '市委人才办 市人力资源社会保障局'],
  ['(科技部、教育部、财政部按职责分工负责)', '科技部 教育部 财政部'],
  ['(科技部、发展改革委、工业和信息化部、国资委等按职责分工负责)', '科技部 发展改革委 工业和信息化部 国资委'],
  ['(国家发展改革委、科技部、国家知识产权局按职责分工负责)', '国家发展改革委 科技部 国家知识产权局'],
  ['(责任单位:各县区人民政府,市科技局)', '各县区人民政府 市科技局'],
  ['(责任部门:自治区科技厅、自治区教育厅)', '自治区科技厅 自治区教育厅'],
  ['(责任单位:自治区科技厅、教育厅、财政厅)', '自治区科技厅 自治区教育厅 自治区财政厅'],
  ['(市科技局、市财政局)', '市科技局 市财政局'],
  ['(各有关单位按职责分工负责)', '各有关单位'],
  ['(各区人民政府组织实施)', '各区人民政府'],
  // another role beside a leader
  ['(省科技厅牵头,省财政厅配合,各地级以上市人民政府结合实际落实)', '省科技厅', '省财政厅', '各地级以上市人民政府'],
  ['(市科技局牵头,市财政局、教育局按职责分工负责)', '市科技局', '', '市财政局 市教育局'],
  ['(牵头单位:市科技局;责任单位:市财政局、各区政府)', '市科技局', '', '市财政局 各区政府'],
  ['(责任单位:市科技局(牵头)、市财政局、市教育局)', '市科技局', '', '市财政局 市教育局'],
  // prefixes and shared ends
  ['(市委组织部牵头,市委宣传部、网信办,市科技局、公安局配合)', '市委组织部', '市委宣传部 市委网信办 市科技局 市公安局'],
  ['(省委宣传部、统战部,省科技厅、司法厅负责)', '省委宣传部 省委统战部 省科技厅 省司法厅'],
  ['(云湖高新区管委会牵头,东山、西河、南屏区政府配合)', '云湖高新区管委会', '东山区政府 西河区政府 南屏区政府'],
  ['(云湖市科技局牵头,财政局、商务局配合)', '云湖市科技局', '云湖市财政局 云湖市商务局'],
  ['(县科技局牵头,县财政局、农业农村局,各乡镇人民政府配合)', '县科技局', '县财政局 县农业农村局 各乡镇人民政府'],
  ['(区科技局牵头,区发展改革局、财政局,各街道办事处配合)', '区科技局', '区发展改革局 区财政局 各街道办事处'],
  [
    '(市科技局牵头,云湖海关、云湖银保监分局、市税务局、人民银行云湖分行配合)',
    '市科技局',
    '云湖海关 云湖银保监分局 市税务局 人民银行云湖分行',
  ],
  ['(市科技局牵头,团市委、市妇联、科协、云湖大学配合)', '市科技局', '团市委 市妇联 市科协 云湖大学'],
  ['(市科技局牵头,市发展改革、财政、教育等部门配合)', '市科技局', '市发展改革部门 财政部门 教育部门'],
  ['(市规划和自然资源局、住房和城乡建设局及交通运输局负责)', '市规划和自然资源局 市住房和城乡建设局 市交通运输局'],
  ['(市文化广电旅游局与市教育局负责)', '市文化广电旅游局 市教育局'],
  ['(市推进大湾区建设领导小组办公室牵头,市科技局配合)', '市推进大湾区建设领导小组办公室', '市科技局'],
  // lists of all kinds
  ['〔市科技局牵头,市财政局配合〕', '市科技局', '市财政局'],
  [
    '(科技部牵头,发展改革委、人民银行、银监会、税务总局等按职责分工负责)',
    '科技部',
    '',
    '发展改革委 人民银行 银监会 税务总局',
  ],
  ['(市科技局牵头;市发展和改革局、市商务局,各镇街(园区)配合)', '市科技局', '市发展和改革局 市商务局 各镇街(园区)'],
  [
    '(责任单位:市科技创新局;配合单位:市发展和改革局、市经济和信息化局)',
    '市科技创新局',
    '市发展和改革局 市经济和信息化局',
  ],
  [
    '(市科技局、市教育局、市卫生健康委等部门及各区人民政府按职责分工负责)',
    '市科技局 市教育局 市卫生健康委 各区人民政府',
  ],
  ['(科技部门牵头,财政、税务部门配合)', '科技部门', '财政部门 税务部门'],
  ['(市科技局牵头,各高校、科研院所配合)', '市科技局', '各高校 科研院所'],
  ['(市科技局牵头,市级各有关部门、各县(市、区)政府配合)', '市科技局', '各县(市、区)政府'],
  [
    '(责任单位:市科学技术局、市发展和改革委员会,各市、县(区)人民政府)',
    '市科学技术局 市发展和改革委员会 各市、县(区)人民政府',
  ],
  ['(责任单位:科技局、发改局、财政局)', '科技局 发改局 财政局'],
  ['(市市政和园林局、城市管理局负责)', '市市政和园林局 市城市管理局'],
  ['(市政府办公室牵头,市科技局配合)', '市政府办公室', '市科技局'],
  ['(市科技局牵头,国网云湖供电公司、中国电信云湖分公司配合)', '市科技局', '国网云湖供电公司 中国电信云湖分公司'],
  ['(省科技厅牵头,省有关单位、各地级以上市政府参与)', '省科技厅', '各地级以上市政府'],
  ['(市科技局负责落实)', '市科技局'],
  // deadlines and persons are no units
  ['(市科技局牵头,市财政局配合,2027年底前完成)', '市科技局', '市财政局'],
  ['(责任单位:市科技局;完成时限:2027年12月)', '市科技局'],
  ['(责任领导:某某;责任单位:市科技局)', '市科技局'],
  // lines
  ['责任单位:市科技局、市财政局', '市科技局 市财政局'],
  ['牵头单位:市科技局  配合单位:市财政局、各区政府', '市科技局', '市财政局 各区政府'],
  ['牵头单位:市科技局\n配合单位:市财政局、教育局', '市科技局', '市财政局 市教育局'],
  ['【责任单位:市科技局、市财政局】', '市科技局 市财政局'],
  ['[市科技局牵头,市财政局配合]', '市科技局', '市财政局'],
]

describe('who does what', () => {
  for (const [statement, lead, coop = '', others = ''] of STATEMENTS) {
    for (const [width, form] of [
      ['half', statement],
      ['full', widen(statement)],
    ] as const) {
      it(`${statement.replace('\n', ' / ')} (${width} width)`, () => {
        const separator = /^[(【[]/.test(statement) ? '' : '\n'
        const text = `一、主要任务\n(一)建设创新平台。支持企业与院校共建平台,形成体系。${separator}${form}\n(二)培养人才。办好学校,引进人才。`
        const tasks = tasksOf(text)
        const narrow = (names: string[]) => names.map((name) => name.normalize('NFKC'))
        expect(tasks.map((task) => [narrow(task.lead), narrow(task.coop), narrow(task.others)])).toEqual([
          [units(lead), units(coop), units(others)],
        ])
        expect(tasks[0]!.title).toBe('建设创新平台')
        expect(tasks[0]!.quote).toBe(form)
        expect(text.slice(tasks[0]!.start, tasks[0]!.end)).toBe(form)
      })
    }
  }
})

/** Brackets that name nobody. */
const NO_TASKS = [
  '成果完成人(团队)可获奖励。',
  '建设省实验室(由企业牵头,高校参与)。',
  '广州创新大赛(广东赛区)已办五届。',
  '(此件公开发布)',
  '建设中国科学院(云湖分院)。',
  '落户云湖(南岸大学)。推进(东山区、西河区)。',
  '由市科技主管部门(以下简称市科技局)。',
  '(责任单位列第一位者为牵头单位)',
  '落实条例(草案)和办法(试行),配合省有关单位做好工作。',
  '全年支持项目(含配合国家任务的项目)20个。',
]

describe('no task', () => {
  for (const text of NO_TASKS) it(text, () => expect(tasksOf(`一、任务\n1.措施。${text}`)).toEqual([]))
})

describe('the first of a list leads where the document says so', () => {
  for (const rule of [
    '(责任单位列第一位者为牵头单位)',
    '注:责任单位中排在首位的为牵头单位。',
    '各项任务的责任单位,排第一位的为牵头部门,其他为配合。',
  ]) {
    it(rule, () => {
      const text = `某市任务分工\n${rule}\n一、平台\n1.建设实验室。(市科技局、发展改革委、各区政府)\n2.培养人才。(责任单位:市教育局、市科技局)`
      expect(tasksOf(text).map(({ lead, coop, others }) => ({ lead, coop, others }))).toEqual([
        { lead: ['市科技局'], coop: [], others: ['市发展改革委', '各区政府'] },
        { lead: ['市教育局'], coop: [], others: ['市科技局'] },
      ])
    })
  }
})

describe('titles', () => {
  it('gives every bracket of an item the same title', () => {
    const text =
      '(一)改革\n2.探索突破。\n先行先试(市发展改革委负责)。建立机制(市知识产权局负责);探索制度(市财政局负责)。'
    expect(tasksOf(text).map(({ title }) => title)).toEqual(['探索突破', '探索突破', '探索突破'])
  })

  it('names paragraphs of one item by their own first sentence', () => {
    const text =
      '(二)培育主体\n培育企业。引导企业投入。(市科技局负责)\n培育新型研发机构。支持组建。(市工业和信息化局负责)\n(三)人才'
    expect(tasksOf(text).map(({ title }) => title)).toEqual(['培育企业', '培育新型研发机构'])
  })

  it('lets a line after the last subitem speak for the whole item', () => {
    const text =
      '(一)建设平台\n1.共建中心。做好建设。\n2.开放仪器。做好开放。\n责任单位:市科技局\n(二)人才\n1.引才。做好工作。'
    expect(tasksOf(text).map(({ title }) => title)).toEqual(['建设平台'])
  })

  it('lets it speak for the subitem where each has its own', () => {
    const text = '(一)建设平台\n1.共建中心。做好。\n责任单位:市科技局\n2.开放仪器。做好。\n责任单位:市教育局'
    expect(tasksOf(text).map(({ title }) => title)).toEqual(['共建中心', '开放仪器'])
  })

  it('reads dashes and points that open a line', () => {
    const text = '(一)平台\n——共建中心。做好建设。(市科技局负责)\n一是开放仪器。做好开放。(市教育局负责)'
    expect(tasksOf(text).map(({ title }) => title)).toEqual(['共建中心', '开放仪器'])
  })

  it('takes the bracket in a heading off its title', () => {
    expect(tasksOf('一、总则\n(一)共建平台。(省科技厅牵头,省教育厅参与)\n——做好。')[0]!.title).toBe('共建平台')
    expect(tasksOf('一、总则\n(一)共建平台(省科技厅牵头,省教育厅参与)\n做好。')[0]!.title).toBe('共建平台')
  })
})

describe('tables', () => {
  it('reads rows under a head that names a column of units', () => {
    const text = [
      '序号\t重点任务\t牵头单位\t配合单位\t完成时限',
      '1\t建设实验室\t市科技局\t市财政局、教育局\t2026年',
      '2\t1.培养人才。办好学校\t市教育局\t\t2027年',
      '3\t招商引资\t\t市商务局\t长期',
    ].join('\n')
    expect(tasksOf(text).map(({ title, lead, coop }) => ({ title, lead, coop }))).toEqual([
      { title: '建设实验室', lead: ['市科技局'], coop: ['市财政局', '市教育局'] },
      { title: '培养人才', lead: ['市教育局'], coop: [] },
      { title: '招商引资', lead: [], coop: ['市商务局'] },
    ])
  })

  it('reads columns parted by blanks', () => {
    const text =
      '序号  重点任务  责任单位  完成时限\n1  建设实验室  市科技局、财政局  2026年\n2  培养人才  市教育局  长期'
    expect(tasksOf(text).map(({ title, lead }) => `${title} ${lead}`)).toEqual([
      '建设实验室 市科技局,市财政局',
      '培养人才 市教育局',
    ])
  })

  it('reads a table that stands one cell to a line', () => {
    const rows = [
      '1',
      '建设实验室',
      '市科技局',
      '市财政局、教育局',
      '2026年',
      '2',
      '2.培养人才',
      '市教育局',
      '市科技局',
      '长期',
    ]
    const text = ['云湖市科技任务分工表', '序号', '重点任务', '牵头单位', '配合单位', '完成时限', ...rows].join('\n')
    expect(tasksOf(text).map(({ title, lead, coop }) => ({ title, lead, coop }))).toEqual([
      { title: '建设实验室', lead: ['市科技局'], coop: ['市财政局', '市教育局'] },
      { title: '培养人才', lead: ['市教育局'], coop: ['市科技局'] },
    ])
  })

  it('takes the units of the row above where the cell was merged', () => {
    const text = '任务\t责任单位\n建设实验室\t市科技局\n开放仪器\t\n培养人才\t市教育局'
    expect(tasksOf(text).map(({ title, lead }) => `${title} ${lead}`)).toEqual([
      '建设实验室 市科技局',
      '开放仪器 市科技局',
      '培养人才 市教育局',
    ])
  })
})

const SEEDS = new URL('../../../../../../shared/', import.meta.url)
const DOCUMENTS = ['002_63669fec260b4861', '004_c91499acc1fbdec2'] as const

describe.skipIf(!existsSync(SEEDS))('the hand-made answer (not run where ../shared is absent)', () => {
  for (const name of DOCUMENTS) {
    it(`${name}: every task with its title and units`, () => {
      const tasks = tasksOf(readFileSync(new URL(`seeds/${name}.txt`, SEEDS), 'utf8'))
      const gold: Task[] = JSON.parse(readFileSync(new URL(`reading/gold/${name}.json`, SEEDS), 'utf8')).tasks
      const line = ({ quote, title, lead, coop, others }: Task) => [quote, title, lead, coop, others].join(' | ')
      expect(tasks.map(line)).toEqual(gold.map(line))
    })
  }
})
