import { describe, expect, it } from 'vitest'
import { findNoise } from '../noise.ts'
import { readSections } from '../sections.ts'
import { readTasks } from './read-tasks.ts'

/** Documents whose brackets and lines only the whole explains. */
const DOCUMENTS: readonly [name: string, text: string, ...tasks: string[]][] = [
  [
    'bare names where brackets are for names',
    '一、任务\n1.建馆。（市科协、市住建局）\n2.修路。（市交通局、市住建局）\n3.办赛。（市科技局、市教育局）\n4.建园。（东山区）\n5.评奖。（高新处、成果处）\n6.试点（第一批）',
    '建馆 | 市科协 市住建局',
    '修路 | 市交通局 市住建局',
    '办赛 | 市科技局 市教育局',
    '建园 | 东山区',
    '评奖 | 高新处 成果处',
  ],
  [
    'a table of one cell to a line without numbers',
    '某市重点任务分工\n重点任务\n牵头单位\n配合单位\n建设实验室\n市科技局\n市财政局、市教育局\n引进专家\n市委组织部（市委人才办）\n市人社局',
    '建设实验室 | 市科技局 | 市财政局 市教育局',
    '引进专家 | 市委组织部（市委人才办） | 市人社局',
  ],
  [
    'labels of the item and lines about persons and dates',
    '1.重点任务：建设平台\n牵头领导：某某某\n牵头单位：市工信局\n责任单位：各区\n完成时限：12月\n\n2.重点任务：改造厂房\n牵头领导：某某某\n牵头单位：市住建局\n完成时限：12月',
    '建设平台 | 市工信局 | | 各区',
    '改造厂房 | 市住建局',
  ],
  [
    'sentences with a deadline behind them or a dash before them',
    '一、任务\n1.推行代表作。省教育厅、省科技厅牵头，省卫生健康委参与，2026年6月底前取得成果。\n2.推进平台建设——市科技局牵头，市财政局配合\n3.清理帽子。（以上由省科技厅负责）\n4.强链。（市工信局）开展链长制。',
    '推行代表作 | 省教育厅 省科技厅 | 省卫生健康委',
    '推进平台建设 | 市科技局 | 市财政局',
    '清理帽子 | 省科技厅',
    '强链 | 市工信局',
  ],
]

describe('documents', () => {
  for (const [name, text, ...tasks] of DOCUMENTS) {
    it(name, () => {
      const noise = findNoise(text)
      const found = readTasks(text, readSections(text, noise), noise).map(({ title, lead, coop, others }) =>
        [title, lead.join(' '), coop.join(' '), others.join(' ')]
          .join(' | ')
          .replace(/ {2,}/g, ' ')
          .replace(/[ |]+$/, ''),
      )
      expect(found).toEqual(tasks)
    })
  }
})
