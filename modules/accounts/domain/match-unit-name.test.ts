import { expect, test } from 'vitest'
import { matchUnitName } from './match-unit-name.ts'

const units = [
  { id: 'lakeside/science', names: ['湖畔市科技创新委员会', '市科创委', '湖畔市科学技术局', '市科技局'] },
  { id: 'lakeside/market', names: ['湖畔市市场监督管理局（湖畔市知识产权局）', '市市场监管局'] },
  { id: 'lakeside/linhu', names: ['临湖区人民政府', '临湖区政府'] },
  { id: 'lakeside/beian', names: ['北岸区人民政府', '北岸区政府'] },
]

test.each([
  ['市科技局', ['lakeside/science']],
  ['湖畔市科学技术局', ['lakeside/science']],
  ['市科创委', ['lakeside/science']],
  ['科技局', ['lakeside/science']],
  ['湖畔市市场监督管理局', ['lakeside/market']],
  ['湖畔市市场监督管理局(湖畔市知识产权局)', ['lakeside/market']],
  ['区政府', ['lakeside/linhu', 'lakeside/beian']],
  ['市财政局', []],
  ['局', []],
])('%s is %j', (written, found) => {
  expect(matchUnitName(units, written)).toEqual(found)
})
