import { expect, it } from 'vitest'
import { checkSvg } from '../paper/check-svg.ts'
import type { Chart } from './chart.ts'
import { chartSvg } from './chart-svg.ts'

const chart = (values: (number | null)[], kind: Chart['kind'] = 'line'): Chart => ({
  kind,
  title: '<研发> & 经费',
  unit: '亿元',
  categories: values.map((_, i) => `${2021 + i}年`),
  series: [{ name: '合计', values }],
})

it('is a drawing that stands alone, with every value written at its mark', () => {
  const svg = chartSvg(chart([45.2, null, 58.9]), String)
  expect(checkSvg(svg)).toEqual({ width: 442, height: 214 })
  expect([svg.includes('>45.2<'), svg.includes('>58.9<'), svg.includes('&lt;研发&gt; &amp; 经费')]).toEqual([
    true,
    true,
    true,
  ])
})

it('breaks the line where a value is missing instead of drawing one', () => {
  expect(chartSvg(chart([1, null, 3, 4]), String)).toMatch(/d="M[^ML"]+M[^ML"]+L[^ML"]+"/)
})

it('draws below zero, nothing at all, and many bars', () => {
  for (const values of [[-3, 2], [null, null], [0, 0], Array.from({ length: 40 }, (_, i) => i)]) {
    expect(chartSvg(chart(values, 'bar'), String)).not.toMatch(/NaN|Infinity|="-?\d+(\.\d+)?e/)
  }
})
