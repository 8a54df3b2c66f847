import { describe, expect, it } from 'vitest'
import { breaksOff, isSameTitle, placeOfTitle } from './titles.ts'

describe('isSameTitle', () => {
  it.each([
    ['《云溪市科技创新“十四五”规划》', '云溪市科技创新十四五规划（2021—2025年）'],
    ['云溪市科技创新"十四五"规划（20xx—20xx年）', '云溪市科技创新“十四五”规划'],
    ['云溪市人民政府关于印发《云溪市科技创新规划》的通知', '云溪市科技创新规划'],
  ])('knows %s again', (a, b) => expect(isSameTitle(a, b)).toBe(true))

  it.each([
    ['云溪市科技创新规划（2016—2020年）', '云溪市科技创新规划（2021—2025年）'],
    ['2023年政府工作报告', '2024年政府工作报告'],
    ['云溪市科技创新规划', '云溪市人才规划'],
    ['', ''],
  ])('tells %s from %s', (a, b) => expect(isSameTitle(a, b)).toBe(false))
})

it('sees where a title breaks off', () => {
  for (const title of ['云溪市关于加快', '云溪市科技创新“十四五', '云溪市科技、', '关于印发《云溪市规划'])
    expect(breaksOff(title), title).toBe(true)
  for (const title of ['云溪市科技创新“十四五”规划', '云溪市规划（2021—2025年）', ''])
    expect(breaksOff(title), title).toBe(false)
})

describe('placeOfTitle', () => {
  const regions = [
    { id: 'land', name: '中国', parentId: null },
    { id: 'river', name: '江南省', parentId: 'land' },
    { id: 'cloud', name: '云溪市', parentId: 'river' },
  ]
  it.each([
    ['江南省云溪市科技创新规划', '云溪市', 'cloud'],
    ['云溪科技创新规划', '云溪市', 'cloud'],
    ['中国江南省规划', '江南省', 'river'],
    ['石桥市科技创新规划', '石桥市', null],
  ])('reads %s', (title, name, regionId) => expect(placeOfTitle(title, regions)).toEqual({ name, regionId }))

  it('names none where a title names none', () => {
    for (const title of ['科技创新“十四五”规划', '全省科技工作要点', '中国科技规划', '超大城市治理规划'])
      expect(placeOfTitle(title, regions), title).toBeNull()
  })
})
