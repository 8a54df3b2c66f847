import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

/** What a figure takes from the document around it: its year, its kind, its name. */
const CASES: readonly [name: string, text: string, ...figures: string[]][] = [
  [
    'a heading that names the span before the plan',
    '云岭省科技“十六五”规划\n一、“十五五”主要成就\n研发经费达到486亿元，年均增长13.2%。\n二、发展目标\n到2035年，研发强度达到2.8%。',
    '研发经费 486 亿元 null/2030 baseline',
    '研发经费年均增长 13.2 % 2026/2030 baseline',
    '研发强度 2.8 % null/2035 target',
  ],
  [
    'a preface that opens with the years before the plan',
    '云岭省科技“十五五”规划\n“十四五”末，有效发明专利18.7万件，居全国第9位。\n到2030年，有效发明专利达到30万件。',
    '有效发明专利 18.7 万件 null/2025 baseline',
    '有效发明专利全国排名 9 位 null/2025 baseline',
    '有效发明专利 30 万件 null/2030 target',
  ],
  [
    'years in characters',
    '云岭省科技“十五五”规划\n一、发展目标\n到二〇三〇年，研发强度达到3%。展望二○三五年，研发强度达到4%。',
    '研发强度 3 % null/2030 target',
    '研发强度 4 % null/2035 target',
  ],
  [
    'a plan that says how long it takes',
    '东区关于建设科技强区的实施方案\n一、目标\n力争通过三年努力，到2028年底，研发强度突破4%。\n二、举措\n（一）建载体。三年盘活楼宇20万平方米。',
    '研发强度 4 % null/2028 target',
    '盘活楼宇 20 万平方米 2026/2028 target',
  ],
  [
    'targets that a report quotes',
    '云岭省科技规划实施情况报告（2025年）\n一、完成情况\n研发强度2.4%，完成“达到2.3%”的规划目标。',
    '研发强度 2.4 % null/2025 actual',
    '研发强度 2.3 % null/2025 target',
  ],
  [
    'shares of the three amounts before, and rows that share their end',
    '2024年云岭州科技经费公报\n一、经费\n基础研究经费0.7亿元，应用研究经费2.1亿元。两者所占比重分别为25%和75%。\n企业、高等学校经费所占比重分别为80%、20%。',
    '基础研究经费 0.7 亿元 null/2024 actual',
    '应用研究经费 2.1 亿元 null/2024 actual',
    '基础研究经费所占比重 25 % null/2024 actual',
    '应用研究经费所占比重 75 % null/2024 actual',
    '企业经费所占比重 80 % null/2024 actual',
    '高等学校经费所占比重 20 % null/2024 actual',
  ],
  [
    'conditions, means, classes and rules, which state nothing',
    '东区若干措施（2026年）\n一、措施\n对年研发投入1000万元以上且增速超过20%的企业给予支持。依托云湖大学等3所高校办班。获批二类以上医疗器械注册证的予以奖励。各项任务列在首位的为牵头单位。推广农机500台（套）。',
    '推广农机 500 台（套） null/2026 target',
  ],
]

describe('figures in their document', () => {
  for (const [name, text, ...figures] of CASES) {
    it(name, () => {
      const found = readDocument(text).figures.map(
        ({ name, value, unit, startYear, year, kind }) => `${name} ${value} ${unit} ${startYear}/${year} ${kind}`,
      )
      expect(found).toEqual(figures)
    })
  }

  it('goes on after a glossary, in papers that were joined into one text', () => {
    const text =
      '甲市规划（2026—2030年）\n一、目标\n到2030年，研发强度达到3%。\n附件\n名词说明\n1.研发强度：指比重。\n乙市规划（2026—2030年）\n一、目标\n到2030年，高新技术企业达到500家。'
    expect(readDocument(text).figures.map(({ value }) => value)).toEqual([3, 500])
  })

  it('finds nothing in text that leaves no room for words', () => {
    expect(readDocument('1家'.repeat(2000)).figures).toEqual([])
    expect(readDocument('1家\n'.repeat(200)).figures).toEqual([])
  })
})
