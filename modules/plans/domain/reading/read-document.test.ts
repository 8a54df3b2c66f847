import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const PLAN = [
  '首页 新闻中心 联系我们',
  '云湖市人民政府关于印发云湖市科技创新行动计划(2026-2028年)的通知',
  '云府〔2026〕3号',
  '一、发展目标',
  '到2028年,全社会研发投入占地区生产总值比重达到3.1%,高新技术企业达到1500家。分年目标见表1。',
  '二、重点任务',
  '(一)建设创新平台。新增省级重点实验室5家。(市科技局牵头,市财政局、教育局配合)',
  '版权所有:云湖市人民政府',
].join('\n')

describe('reading a document', () => {
  const reading = readDocument(PLAN)

  it('finds what it says of itself, its tree, figures, tasks, damage and the page around it', () => {
    expect(reading.document).toMatchObject({
      title: '云湖市科技创新行动计划(2026-2028年)',
      startYear: 2026,
      endYear: 2028,
    })
    expect(reading.sections.map(({ number }) => number)).toEqual(['一、', '二、', '(一)'])
    expect(reading.figures.map(({ value, unit }) => `${value}${unit}`)).toEqual(['3.1%', '1500家', '5家'])
    expect(reading.tasks).toMatchObject([{ title: '建设创新平台', lead: ['市科技局'], coop: ['市财政局', '市教育局'] }])
    expect(reading.damage.map(({ sign }) => sign)).toEqual(['missing-table'])
    expect(reading.noise.map(({ reason }) => reason)).toEqual(['menu', 'footer'])
  })

  it('gives every place as offsets into the text', () => {
    const places = [...reading.figures, ...reading.tasks, ...reading.damage]
    for (const { start, end, quote } of places) expect(PLAN.slice(start, end)).toBe(quote)
  })

  it('reads an empty text and a text that is no document', () => {
    for (const text of ['', '\n\n', 'hello', '。'.repeat(50)]) {
      expect(readDocument(text)).toMatchObject({ text, figures: [], tasks: [] })
    }
  })
})

/** Texts on which a careless pattern or loop would take quadratic time. */
const HOSTILE = [
  '(',
  '()',
  '(市科技局',
  '责任单位:',
  '一是二是',
  '、',
  '1',
  '—',
  'x',
  '\t',
  '各',
  '市科技局和',
  '见表1、',
  '支撑企业',
  '首页>',
  '一、甲\n(一)乙\n1.丙\n(1)丁\n',
  '1.甲\n责任单位:市科技局\n',
  '一、甲\n',
]

describe('time', () => {
  for (const piece of HOSTILE) {
    it(`grows with the length of ${JSON.stringify(piece)} repeated`, { timeout: 60_000 }, () => {
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length))
        const began = performance.now()
        readDocument(text)
        return performance.now() - began
      }
      time(2_000)
      const short = Math.max(20, time(20_000))
      // Eight times the length may take eight times as long, with room for a busy machine; quadratic takes sixty-four.
      expect(time(160_000)).toBeLessThan(short * 30)
    })
  }
})

const SEEDS = new URL('../../../../../shared/seeds/', import.meta.url)

describe.skipIf(!existsSync(SEEDS))('the five documents (not run where ../shared is absent)', () => {
  it('are read together within a second', () => {
    const texts = readdirSync(SEEDS).map((name) => readFileSync(new URL(name, SEEDS), 'utf8'))
    const began = performance.now()
    for (const text of texts) readDocument(text)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
