import { describe, expect, it } from 'vitest'
import { matchUnits } from './match-units.ts'

const LEXICON = [
  { id: 'science', names: ['云湖市科学技术局', '云湖市科技创新委员会'], shortForms: ['市科技局', '市科技创新委'] },
  { id: 'reform', names: ['云湖市发展和改革委员会'], shortForms: ['市发展改革委'] },
  { id: 'industry', names: ['云湖市工业和信息化局'], shortForms: ['市工信局'] },
  { id: 'labour', names: ['云湖市人力资源和社会保障局'], shortForms: [] },
  { id: 'market', names: ['云湖市市场监督管理局'], shortForms: ['市市场监管局'] },
  { id: 'propaganda', names: ['中共云湖市委宣传部'], shortForms: ['市委宣传部'] },
  { id: 'tax-state', names: ['云湖市国家税务局'], shortForms: ['市国税局', '市税务局'] },
  { id: 'tax-local', names: ['云湖市地方税务局'], shortForms: ['市地税局', '市税务局'] },
  { id: 'east', names: ['云湖市东山区人民政府'], shortForms: ['东山区政府'] },
]

const CASES: readonly [name: string, id: string | null, reason: string][] = [
  ['云湖市科学技术局', 'science', 'name'],
  ['市科技创新委', 'science', 'short-form'],
  ['云湖市科技局', 'science', 'same-function'],
  ['科技局', 'science', 'same-function'],
  ['市发改委', 'reform', 'same-function'],
  ['市发展和改革委', 'reform', 'same-function'],
  ['市人力资源社会保障局', 'labour', 'same-function'],
  ['市人社局', 'labour', 'same-function'],
  ['市市场监管局', 'market', 'short-form'],
  ['市场监管局', 'market', 'same-function'],
  ['市委宣传部', 'propaganda', 'short-form'],
  ['市税务局', null, 'ambiguous'],
  ['东山区人民政府', 'east', 'same-function'],
  ['各区政府', null, 'group'],
  ['有关部门', null, 'group'],
  ['市水务局', null, 'unknown'],
]

describe('matchUnits', () => {
  for (const [name, id, reason] of CASES) {
    it(`${name} is ${id ?? 'nobody'} (${reason})`, () => {
      expect(matchUnits([name], LEXICON)).toEqual([{ name, id, reason }])
    })
  }
})
