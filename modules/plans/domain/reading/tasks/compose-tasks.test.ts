import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNoise } from '../noise.ts'
import { readSections } from '../sections.ts'
import { readTasks } from './read-tasks.ts'

/** Lists and forms put together at random must come back as they went in. */

const LEVELS = ['市', '省', '县', '区', '州', '自治区', '云湖市', '东山区', '清河县', '兵团'] as const

/** Departments that every level has; written bare after another one they take its level. */
const DEPARTMENTS = [
  '科技局',
  '发展改革委',
  '发展和改革局',
  '工业和信息化局',
  '人力资源和社会保障局',
  '住房和城乡建设局',
  '文化广电旅游局',
  '规划和自然资源局',
  '市场监管局',
  '卫生健康委',
  '政务服务和数据管理局',
  '财政局',
  '教育局',
  '司法局',
  '国资委',
  '统计局',
  '审计局',
  '机关事务管理局',
  '退役军人事务局',
  '民族宗教局',
  '税务局',
  '公安局',
  '总工会',
  '科协',
  '妇联',
  '工商联',
  '残联',
  '检察院',
  '法院',
  '供销社',
  '知识产权局',
  '医保局',
  '国动办',
]

/** Names that are whole as they stand. */
const WHOLE = [
  '云湖海关',
  '云湖大学',
  '云湖职业技术学院',
  '云湖实验室',
  '人民银行云湖市分行',
  '国家税务总局云湖市税务局',
  '国家金融监督管理总局云湖监管分局',
  '云湖高新区管委会',
  '云湖经济技术开发区管委会',
  '国网云湖供电公司',
  '中国电信云湖分公司',
  '云湖产业投资集团',
  '云湖城市建设投资集团有限公司',
  '国家统计局云湖调查队',
  '各县（市、区）人民政府',
  '各区人民政府',
  '各街镇',
  '各园区管委会',
  '各乡镇（街道）',
  '各高校',
  '各医疗机构',
  '东山区人民政府',
]

/** Offices under two names; ? stands for the level. */
const NESTED = ['?发展改革委（?能源局）', '?科技局（?外专局）', '?数据局（?大数据中心）']

const PARTY = ['组织部', '宣传部', '统战部', '社会工作部']

interface Unit {
  /** As it comes back. */
  name: string
  /** As it may stand behind another of its level. */
  bare: string
}

const unitsOf = (level: string): Unit[] => [
  ...DEPARTMENTS.map((name) => ({ name: level + name, bare: name })),
  ...WHOLE.map((name) => ({ name, bare: name })),
  ...NESTED.map((name) => ({ name: name.replaceAll('?', level), bare: name.replace('?', '').replaceAll('?', level) })),
  ...PARTY.map((name) => ({ name: `${level}委${name}`, bare: `${level}委${name}` })),
]

const SEPARATORS = ['、', '，', ' ', '、和', '、及', '、与', '、以及'] as const

/** A department of the level that was written out before lets the next one do without. */
function write(units: readonly Unit[], { carried, separator }: { carried: boolean; separator: string }): string {
  const between = separator[0]!
  const last = separator.slice(1) || between
  let known = false
  return units
    .map((unit, i) => {
      const isDepartment = unit.bare !== unit.name
      const written = carried && known && isDepartment ? unit.bare : unit.name
      if (isDepartment) known = true
      return (i === 0 ? '' : i === units.length - 1 ? last : between) + written
    })
    .join('')
}

type Form = (lead: string, coop: string) => string

/** Forms in which the second list helps. */
const FORMS: readonly Form[] = [
  (lead, coop) => `（${lead}牵头，${coop}配合）`,
  (lead, coop) => `（${lead}牵头；${coop}参与）`,
  (lead, coop) => `（由${lead}牵头，${coop}等配合）`,
  (lead, coop) => `（牵头单位：${lead}；配合单位：${coop}）`,
  (lead, coop) => `（牵头单位：${lead}，配合单位：${coop}，完成时限：2027年12月底前）`,
  (lead, coop) => `（牵头部门：${lead}；参与部门：${coop}等有关部门）`,
  (lead, coop) => `〔${lead}牵头，${coop}按职责分工配合〕`,
  (lead, coop) => `【牵头单位：${lead}；协办单位：${coop}】`,
  (lead, coop) => `（${lead}会同${coop}负责）`,
  (lead, coop) => `（${lead}负责，${coop}配合，2026年底前完成）`,
  (lead, coop) => `（2026年底前，${lead}牵头，${coop}协助）`,
  (lead, coop) => `\n牵头单位：${lead}\n配合单位：${coop}\n完成时限：2026年12月`,
  (lead, coop) => `\n责任领导：某某\n牵头单位：${lead}\n配合单位：${coop}`,
  (lead, coop) => `牵头单位：${lead}；配合单位：${coop}。`,
  (lead, coop) => `由${lead}牵头，${coop}配合。`,
  (lead, coop) => `[${lead}牵头，${coop}、各有关单位配合]`,
]

const lists: fc.Arbitrary<{ text: string; lead: string[]; coop: string[] }> = fc
  .record({
    level: fc.constantFrom(...LEVELS),
    order: fc.infiniteStream(fc.nat()),
    lead: fc.integer({ min: 1, max: 3 }),
    coop: fc.integer({ min: 1, max: 7 }),
    carried: fc.boolean(),
    separator: fc.constantFrom(...SEPARATORS),
    form: fc.constantFrom(...FORMS),
    half: fc.boolean(),
  })
  .map(({ level, order, lead, coop, carried, separator, form, half }) => {
    const pool = unitsOf(level)
    const next = () => pool.splice(order.next().value! % pool.length, 1)[0]!
    // A sentence without bracket or label must name one office at least.
    const office = pool.splice(order.next().value! % DEPARTMENTS.indexOf('总工会'), 1)[0]!
    const leaders = [office, ...Array.from({ length: lead - 1 }, next)]
    const helpers = Array.from({ length: coop }, next)
    const join = separator === '，' ? '、' : separator
    const leadText = write(leaders, { carried, separator: join })
    const coopText = write(helpers, { carried, separator })
    const written = form(leadText, coopText)
    return {
      text: half ? narrow(written) : written,
      lead: leaders.map(({ name }) => narrow(name)),
      coop: helpers.map(({ name }) => narrow(name)),
    }
  })

function narrow(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〔[]/g, '(')
    .replace(/[〕\]]/g, ')')
}

describe('lists put together at random', () => {
  it('come back as they went in', () => {
    fc.assert(
      fc.property(lists, ({ text, lead, coop }) => {
        const paper = `某地行动方案\n一、主要任务\n（一）建设创新平台。支持企业与院校共建平台。${text}\n（二）培养人才。办好学校，引进人才。`
        const noise = findNoise(paper)
        const tasks = readTasks(paper, readSections(paper, noise), noise)
        expect(tasks.map((task) => [task.title, task.lead.map(narrow), task.coop.map(narrow), task.others])).toEqual([
          ['建设创新平台', lead, coop, []],
        ])
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 400), seed: Number(process.env.FC_SEED ?? 7) },
    )
  })
})
