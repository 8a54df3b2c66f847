import { describe, expect, it } from 'vitest'
import { fundsChart, midtermReport } from '../testing/sample-papers.ts'
import { arrangePaper, chineseDate, chineseNumber } from './arrange-paper.ts'
import { checkSvg } from './check-svg.ts'
import { titleLines } from './title-lines.ts'

describe('a paper by GB/T 9704-2012', () => {
  it('numbers headings 一、（一）1.（1）, each level anew below a higher one', () => {
    const headings = ([1, 2, 2, 3, 4, 4, 1, 2] as const).map(
      (level) => ({ kind: 'heading', level, text: '甲' }) as const,
    )
    const { body } = arrangePaper({ form: 'document', title: '甲', body: headings })
    expect(body.map((block) => ('text' in block ? block.text : ''))).toEqual([
      '一、甲',
      '（一）甲',
      '（二）甲',
      '1.甲',
      '（1）甲',
      '（2）甲',
      '二、甲',
      '（一）甲',
    ])
    expect([1, 10, 11, 20, 23].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十三'])
  })

  it('ends the date four characters from the right and centres the office over it', () => {
    const at = (name: string) => arrangePaper({ ...midtermReport, signature: { name, date: '2026-07-05' } }).signature
    // 2026年7月5日 is six characters wide: three of Chinese and six figures.
    expect(at('云湖市科学技术局')).toMatchObject({ dateRight: 4, nameRight: 3 })
    expect(at('云湖市人民政府办公室科技创新委员会')).toMatchObject({ nameRight: 2, dateRight: 7.5 })
    expect(chineseDate('2026-11-22')).toBe('2026年11月22日')
  })

  it('numbers attachments only when there are several, and closes lines as they should be', () => {
    const one = arrangePaper({ ...midtermReport, attachments: [{ title: '清单', body: [] }] })
    expect(one.attachments).toEqual([{ lead: '附件：', label: '', title: '清单' }])
    expect(one.annexes[0]?.label).toBe('附件')
    const many = arrangePaper(midtermReport)
    expect(many.attachments.map(({ label }) => label)).toEqual(['1.', '2.'])
    expect([many.addressee, many.contact.at(-1), many.copies.at(-1)]).toEqual(['市人民政府：', '）', '。'])
  })

  it('parts a long title into lines of about equal length that cut no word', () => {
    expect(titleLines('云湖市科学技术局关于“十五五”科技创新规划实施情况中期评估的报告')).toEqual([
      '云湖市科学技术局关于“十五五”',
      '科技创新规划实施情况中期评估的报告',
    ])
    expect(titleLines('短的\n两行')).toEqual(['短的', '两行'])
    const lines = titleLines(
      '关于2025—2030年度全市高新技术企业培育行动计划落实情况和下半年重点工作安排的请示'.repeat(2),
    )
    expect(lines.every((line) => line.length <= 20)).toBe(true)
  })
})

describe('drawings', () => {
  it('know their size', () => {
    expect(checkSvg(fundsChart)).toEqual({ width: 442, height: 214 })
  })

  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`
  it.each([
    ['a script', svg('<script>1</script>')],
    ['a handler', svg('<rect onload="x()"/>')],
    ['a picture of elsewhere', svg('<image href="file:///etc/passwd"/>')],
    ['a style sheet', svg('<style>@import "http://x"</style>')],
    ['a paint of elsewhere', svg('<rect fill="url(http://x#a)"/>')],
    ['foreign content', svg('<foreignObject/>')],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`],
    ['no size', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['broken XML', '<svg viewBox="0 0 1 1">'],
  ])('are refused with %s', (_, drawing) => {
    expect(() => checkSvg(drawing)).toThrow(expect.objectContaining({ code: 'picture_not_plain' }))
  })
})
