import { describe, expect, it } from 'vitest'
import { readDocumentInfo } from './document-info.ts'
import type { DocumentInfo } from './model.ts'
import { findNoise } from './noise.ts'

const BODY = '一、总体要求\n坚持创新驱动发展,加快建设区域科技创新中心,提升策源能力。\n'

const HEADS: readonly [head: string, info: Partial<DocumentInfo>][] = [
  [
    '云湖市人民政府关于印发云湖市科技创新行动计划(2026-2028年)的通知\n云府〔2026〕3号\n各区人民政府:\n云湖市人民政府\n2026年3月1日',
    {
      title: '云湖市科技创新行动计划(2026-2028年)',
      issuer: '云湖市人民政府',
      documentNumber: '云府〔2026〕3号',
      date: '2026-03-01',
      genre: 'action-plan',
      startYear: 2026,
      endYear: 2028,
    },
  ],
  [
    '云湖市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要',
    { genre: 'plan', startYear: 2021, endYear: 2025 },
  ],
  [
    '云湖市“十五五”科技创新规划',
    { title: '云湖市“十五五”科技创新规划', genre: 'plan', startYear: 2026, endYear: 2030 },
  ],
  ['云湖市“十三五”科技创新规划\n(2016-2020年)', { genre: 'plan', startYear: 2016, endYear: 2020 }],
  [
    '云湖市科学技术局2024年工作总结和2025年工作计划',
    { issuer: '云湖市科学技术局', genre: 'work-report', startYear: 2024, endYear: 2025 },
  ],
  ['2025年云湖市政府工作报告', { genre: 'work-report', startYear: 2025, endYear: 2025 }],
  ['云湖市2025年重点科技任务分工表', { genre: 'task-table', startYear: 2025 }],
  [
    '科技部办公厅关于开展企业创新联合体试点工作的通知\n国科办区〔2024〕12号',
    { issuer: '科技部办公厅', documentNumber: '国科办区〔2024〕12号', genre: 'notice' },
  ],
  [
    '某省科技厅 某省财政厅关于印发《某省创新券管理办法》的通知\n成文日期:2023-05-06',
    { title: '某省创新券管理办法', date: '2023-05-06', genre: 'other' },
  ],
  [
    '云湖市人民政府办公室关于印发推进\n\n云湖都市圈科技一体化行动计划\n\n(2024—2027年)的通知',
    {
      title: '推进云湖都市圈科技一体化行动计划(2024—2027年)',
      issuer: '云湖市人民政府办公室',
      startYear: 2024,
      endYear: 2027,
    },
  ],
  ['云湖市\n科技创新“十四五”规划', { title: '云湖市科技创新“十四五”规划', startYear: 2021 }],
  ['云湖市科技创新实施方案\n二〇二五年六月十八日', { date: '2025-06-18' }],
  [
    '根据《云湖市条例》(云府〔2015〕1号)的要求,制定本方案,请遵照执行,确保落实到位。',
    { title: '', documentNumber: null, date: null, startYear: null },
  ],
]

describe('what a document says of itself', () => {
  for (const [head, info] of HEADS) {
    it(head.split('\n')[0]!, () => {
      const text = `${head}\n${BODY}`
      expect(readDocumentInfo(text, findNoise(text))).toMatchObject(info)
    })
  }

  it('keeps the brackets of the document as they are written', () => {
    const title = '云湖市创新方案\uff082024\u20142026年\uff09'
    const text = `关于印发${title}的通知\n${BODY}`
    expect(readDocumentInfo(text, findNoise(text))).toMatchObject({ title, startYear: 2024, endYear: 2026 })
  })
})
