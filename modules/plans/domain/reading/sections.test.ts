import { describe, expect, it } from 'vitest'
import { findNoise } from './noise.ts'
import { citationsOf, sectionPath } from './section-path.ts'
import { readSections } from './sections.ts'

/** The tree drawn with one blank per level. */
function draw(text: string): string[] {
  return readSections(text, findNoise(text)).map(
    ({ level, number, title }) => `${' '.repeat(level - 1)}${number}|${title}`,
  )
}

const TREES: readonly [name: string, text: string, tree: string[]][] = [
  [
    'the official order',
    '一、总体要求\n(一)指导思想。坚持创新。\n1.原则\n(1)统筹。做好。\n①细目\n(2)协同。做好。\n二、任务',
    ['一、|总体要求', ' (一)|指导思想', '  1.|原则', '   (1)|统筹', '    ①|细目', '   (2)|协同', '二、|任务'],
  ],
  [
    'full-width brackets and stops',
    '一、总则\n\uff08一\uff09目标\n1\uff0e平台\n\uff082\uff09机制',
    ['一、|总则', ' \uff08一\uff09|目标', '  1\uff0e|平台', '   \uff082\uff09|机制'],
  ],
  [
    'parts, chapters and sections of a long plan',
    '第一章 发展环境\n第一节 基础\n一、成就\n第二节 形势\n第二章 目标\n第一节 思路',
    ['第一章|发展环境', ' 第一节|基础', '  一、|成就', ' 第二节|形势', '第二章|目标', ' 第一节|思路'],
  ],
  [
    'parts',
    '第一部分 回顾\n一、成绩\n第二部分 安排\n一、重点',
    ['第一部分|回顾', ' 一、|成绩', '第二部分|安排', ' 一、|重点'],
  ],
  [
    'a document that begins midway',
    '3.树立作风。\n(三)国际化。\n1.交流。\n九、生态\n(一)体制。',
    ['3.|树立作风', '(三)|国际化', ' 1.|交流', '九、|生态', ' (一)|体制'],
  ],
  [
    'numbers that go on through the parts',
    '(一)政策\n1.落实\n2.探索\n(二)载体\n3.模式\n4.走廊',
    ['(一)|政策', ' 1.|落实', ' 2.|探索', '(二)|载体', ' 3.|模式', ' 4.|走廊'],
  ],
  [
    'dashes and points under headings',
    '(一)目标\n——能力提升。到2025年达到3%。\n——主体壮大。达到500家。\n(二)基础\n一是综合实力增强。投入增加。\n二是载体建设提速。',
    ['(一)|目标', ' ——|能力提升', ' ——|主体壮大', '(二)|基础', ' 一是|综合实力增强', ' 二是|载体建设提速'],
  ],
  [
    'points inside a paragraph',
    '(一)问题\n突出表现为:一是投入偏弱,不及全省。二是人才稀缺。三是体系不健全。',
    ['(一)|问题', ' 一是|投入偏弱', ' 二是|人才稀缺', ' 三是|体系不健全'],
  ],
  [
    'a box with numbers of its own, after which the outer run goes on',
    '(一)合作\n1.走廊。做好。\n2.联动。做好。\n专栏3 协同工程\n1.资金。做好。\n2.通关。做好。\n3.网络。做好。\n(二)金融',
    ['(一)|合作', ' 1.|走廊', ' 2.|联动', '  专栏3|协同工程', '   1.|资金', '   2.|通关', '   3.|网络', '(二)|金融'],
  ],
  [
    'a document that nests the other way round',
    '1.平台\n(一)共建\n(二)共享\n2.人才\n(一)引进\n(二)培养\n3.金融\n(一)信贷',
    ['1.|平台', ' (一)|共建', ' (二)|共享', '2.|人才', ' (一)|引进', ' (二)|培养', '3.|金融', ' (一)|信贷'],
  ],
  ['annexes', '一、目标\n(一)能力\n附件1\n任务分工\n一、平台', ['一、|目标', ' (一)|能力', '附件1|', ' 一、|平台']],
  [
    'the list of annexes is no section',
    '一、目标\n(一)能力\n附件:1.任务分工表\n2.名词解释',
    ['一、|目标', ' (一)|能力'],
  ],
  [
    'a list of contents is left out',
    '云湖市科技规划\n目 录\n一、基础 1\n二、目标 2\n一、基础\n做好。\n二、目标\n做好。',
    ['一、|基础', '二、|目标'],
  ],
  [
    'decimals',
    '1.总则\n1.1 目标\n1.2 原则\n2.任务\n2.1 平台',
    ['1.|总则', ' 1.1|目标', ' 1.2|原则', '2.|任务', ' 2.1|平台'],
  ],
  [
    'prose that begins with numbers',
    '一、任务\n一、二、三产业融合发展。\n1.5亿元资金到位。\n2016年是开局之年。\n(2014-2020年)',
    ['一、|任务'],
  ],
  [
    'a heading without number over a paragraph',
    `一、任务\n做好开局。\n建设创新走廊\n${'坚持规划引领,推动要素集聚。'.repeat(4)}\n二、保障`,
    ['一、|任务', ' |建设创新走廊', '二、|保障'],
  ],
]

describe('the section tree', () => {
  for (const [name, text, tree] of TREES) it(name, () => expect(draw(text)).toEqual(tree))

  it('ends a section where the next one outside of it begins', () => {
    const text = '一、甲\n(一)乙\n文。\n(二)丙\n二、丁\n末。'
    const ends = readSections(text).map(({ start, end }) => text.slice(start, end).trim())
    expect(ends).toEqual(['一、甲\n(一)乙\n文。\n(二)丙', '(一)乙\n文。', '(二)丙', '二、丁\n末。'])
  })
})

describe('citations', () => {
  const text = '二、任务\n(一)平台\n3.实验室。建设实验室。\n第二段。\n4\uff0e专项\n第一段。\n第二段。'
  const sections = readSections(text)
  const cite = citationsOf(text, sections, [])

  it('joins the numbers', () => {
    expect(sectionPath(sections, text.indexOf('建设'))).toBe('二、（一）3.')
    expect(sectionPath(sections, text.length - 1)).toBe('二、（一）4.')
    expect(sectionPath([], 3)).toBe('')
  })

  it('counts paragraphs from one; a title that runs into its text is the first', () => {
    expect(cite(text.indexOf('建设')).paragraph).toBe(1)
    expect(cite(text.indexOf('第二段')).paragraph).toBe(2)
    expect(cite(text.indexOf('第一段')).paragraph).toBe(1)
    expect(cite(text.lastIndexOf('第二段')).paragraph).toBe(2)
    expect(cite(text.indexOf('任务')).paragraph).toBe(0)
  })
})
