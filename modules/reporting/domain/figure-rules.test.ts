import { expect, it } from 'vitest'
import { wrongFigure } from './figure-rules.ts'

it.each([
  ['-5.5', '家', '高新技术企业', 'negative'],
  ['5.5', '家', '高新技术企业', 'fraction'],
  ['5.0', '家', '高新技术企业', null],
  ['1480', '家', '高新技术企业', null],
  ['11.3', '件', '每万人口高价值发明专利拥有量', null],
  ['-11.3', '件', '每万人口高价值发明专利拥有量', 'negative'],
  ['-3.2', '%', '研发经费增速', null],
  ['-0.4', '亿元', '财政结余', null],
] as const)('%s %s of %s: %s', (value, measure, name, wrong) => {
  expect(wrongFigure(value, measure, [name])).toBe(wrong)
})
