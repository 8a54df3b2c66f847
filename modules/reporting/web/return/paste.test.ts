import { describe, expect, it } from 'vitest'
import { differenceTo, readFigure } from './figures.ts'
import { isBlock, planPaste, readBlock } from './paste.ts'

const places = [
  { key: 'a', names: ['高新技术企业', 'High-tech enterprises'], unit: '家', nature: 'working' as const },
  { key: 'b', names: ['技术合同成交额', 'Technology contracts'], unit: '亿元', nature: 'working' as const },
  { key: 'c', names: ['每万人口高价值发明专利', 'Patents'], unit: '件', nature: 'working' as const },
]

describe('figures as people type them', () => {
  it.each([
    ['1,480', '1480'],
    ['１２.５', '12.5'],
    ['1.2万', undefined],
    ['9月', undefined],
    ['−3', '-3'],
    ['.5', '0.5'],
    ['007', '7'],
    ['', null],
    ['约三百', undefined],
    ['1.2345678', undefined],
    ['1e5', undefined],
    ['12\n34', undefined],
    ['12 34', undefined],
    ['1,23', undefined],
    ['1,480,5', undefined],
    ["1'480.5", '1480.5'],
  ])('%s is read as %s', (typed, read) => expect(readFigure(typed)).toBe(read))

  it('may carry the unit of their cell and no other', () => {
    expect(readFigure(' 142.70 亿元', '亿元')).toBe('142.70')
    expect(readFigure('12.5％', '%')).toBe('12.5')
    expect(readFigure('1.2万家', '家')).toBeUndefined()
  })

  it('are compared without float dust, and a jump is one of more than 30 %', () => {
    expect(differenceTo('0.3', '0.1')).toMatchObject({ by: 0.2, jumps: true })
    expect(differenceTo('130', '100')).toMatchObject({ by: 30, jumps: false })
    expect(differenceTo('5', '0')).toMatchObject({ share: null, jumps: false })
    expect(differenceTo(null, '1')).toBeNull()
  })
})

describe('a block from a spreadsheet', () => {
  it('is told from a single figure', () => {
    expect(isBlock('1480\r\n')).toBe(false)
    expect(isBlock('1480\n142')).toBe(true)
  })

  it('may have quoted cells with line ends and quotes in them', () => {
    expect(readBlock('"a ""b""\nc"\t1\r\nd\t2\r\n')).toEqual([
      ['a "b"\nc', '1'],
      ['d', '2'],
    ])
  })

  it('goes down from the cell where it was pasted', () => {
    const plan = planPaste(readBlock('142.7\n11.3\n9'), places, 1)
    expect(plan.how).toBe('by-order')
    expect(plan.landings.map(({ key, value }) => [key, value])).toEqual([
      ['b', '142.7'],
      ['c', '11.3'],
    ])
    expect(plan.left).toEqual(['9'])
  })

  it('goes to the indicators its rows name, in any order, and says what fits nowhere', () => {
    const block = readBlock(
      '指标\t单位\t9月\t10月\n技术合同成交额（亿元）\t亿元\t140.6\t142.7\n 高新技术企业\t家\t1480\t1,496\n合计\t\t1\t2',
    )
    const plan = planPaste(block, places, 0)
    expect(plan.columns).toEqual([2, 3])
    expect(plan.landings.map(({ key, value }) => [key, value])).toEqual([
      ['b', '142.7'],
      ['a', '1496'],
    ])
    expect(plan.left).toEqual(['合计 · 1 · 2'])
  })

  it('takes the column under the heading of this period, unless another is chosen', () => {
    const block = readBlock('指标\t本期\t上期\n高新技术企业\t1496\t1480\n技术合同成交额\t142.7\t140.6')
    expect(planPaste(block, places, 0, { heads: ['2026年10月', '本期'] }).column).toBe(1)
    expect(planPaste(block, places, 0).column).toBe(2)
    expect(planPaste(block, places, 0, { heads: ['本期'], chosen: 2 }).landings[0]?.value).toBe('1480')
  })

  describe('with figures of both natures under one name', () => {
    const share = (nature: 'working' | 'statistical') => ({
      key: nature,
      names: ['高技术制造业占比'],
      unit: '%',
      nature,
    })
    const both = [share('working'), share('statistical'), ...places]
    const land = (text: string) => planPaste(readBlock(text), both, 0)

    it('follows what stands behind the name', () => {
      const plan = land('高技术制造业占比（统计数据）\t24.6\n高技术制造业占比（工作数据）\t25.1')
      expect(plan.landings.map(({ key, value }) => [key, value])).toEqual([
        ['statistical', '24.6'],
        ['working', '25.1'],
      ])
    })

    it('follows the heading above a group', () => {
      const plan = land('统计数据\t\n高技术制造业占比\t24.6\n工作数据\t\n高技术制造业占比\t25.1')
      expect(plan.landings.map(({ key, value }) => [key, value])).toEqual([
        ['statistical', '24.6'],
        ['working', '25.1'],
      ])
    })

    it('refuses what does not say which, and never puts one nature into the other', () => {
      const plan = land('高技术制造业占比\t24.6\n高新技术企业\t1496')
      expect(plan.landings.map(({ key }) => key)).toEqual(['a'])
      expect(plan.refused).toEqual([{ row: '高技术制造业占比 · 24.6', why: 'which-nature' }])
      expect(land('高新技术企业（统计数据）\t1\n技术合同成交额\t2').landings.map(({ key }) => key)).toEqual(['b'])
    })

    it('refuses two rows for one cell', () => {
      const plan = land('高新技术企业\t1496\n高新技术企业\t1500\n技术合同成交额\t2')
      expect(plan.landings.map(({ key }) => key)).toEqual(['b'])
      expect(plan.refused.map(({ why }) => why)).toEqual(['twice', 'twice'])
    })
  })

  it('drops a heading above the figures and shows what is no figure', () => {
    const plan = planPaste(readBlock('本期\n1496\n待定'), places, 0)
    expect(plan.landings.map(({ value }) => value)).toEqual(['1496', undefined])
  })
})
