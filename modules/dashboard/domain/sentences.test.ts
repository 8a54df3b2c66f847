import { describe, expect, it } from 'vitest'
import { lateBy, needsOfItem, needsOfReturn, needsOfTarget, whyItem, whyReturn, whyTarget } from './sentences.ts'

const target = {
  latest: { zh: '2026年上半年 1,790 家', en: 'First half of 2026: 1,790' },
  target: { zh: '2030年 2,600 家', en: '2030: 2,600' },
  unit: '家',
  gap: 810,
  expectedNow: 1954.3,
  growth: { per: 'percent', needed: 0.092, observed: -0.036 },
} as const

describe('why a target is red', () => {
  it('its own numbers say', () => {
    expect(whyTarget(target).map((one) => one.zh)).toEqual([
      '2026年上半年 1,790 家，此时应到 1,954 家。',
      '目标2030年 2,600 家，还差 810 家。',
      '今后每年需增长 9.2%，此前每年下降 3.6%。',
    ])
    expect(whyTarget(target).map((one) => one.en)).toEqual([
      'First half of 2026: 1,790; 1,954 were due by then.',
      'Target 2030: 2,600; 810 to go.',
      'It has to rise by 9.2% a year; so far it fell by 3.6%.',
    ])
  })

  it('the way between two shares is counted in points, and standing still is called that', () => {
    const share = { ...target, unit: '%', gap: 7.4, growth: { per: 'points', needed: 1.742, observed: 0.001 } } as const
    expect(whyTarget(share).map((one) => one.zh)).toEqual([
      '2026年上半年 1,790 家，此时应到 1,954%。',
      '目标2030年 2,600 家，还差 7.4 个百分点。',
      '今后每年需提高 1.74 个百分点，此前没有变化。',
    ])
  })

  it('what is not known is left out', () => {
    const bare = { ...target, latest: null, gap: null, expectedNow: null, growth: null }
    expect(whyTarget(bare)).toEqual([{ zh: '目标2030年 2,600 家。', en: 'Target 2030: 2,600.' }])
    const pace = { per: 'percent', needed: null, observed: 0.1 } as const
    expect(whyTarget({ ...target, growth: pace })).toHaveLength(2)
  })
})

describe('what it needs', () => {
  it('a target: what is missing around it, else measures', () => {
    const whole = { hasUnit: true, hasTask: true, isStale: false, hasProof: true, overdueItem: null }
    expect(needsOfTarget(whole)).toEqual([{ zh: '请提出赶上进度的措施。', en: 'Measures to catch up.' }])
    const bare = { hasUnit: false, hasTask: false, isStale: true, hasProof: false, overdueItem: '〔2026〕9号' }
    expect(needsOfTarget(bare).map((one) => one.zh)).toEqual([
      '没有责任单位，请明确由谁负责。',
      '规划中没有支撑它的任务，请安排。',
      '督办事项〔2026〕9号已逾期，请先过问。',
      '先补报最新数。',
      '现有的数没有出处，请责任单位补报佐证材料。',
    ])
  })

  it('a return: the person whose step it is, or somebody at all', () => {
    const unit = { zh: '市财政局', en: 'Finance Bureau' }
    expect(needsOfReturn('signing', [{ zh: '周国梁', en: 'Zhou Guoliang' }], unit).en).toBe('Zhou Guoliang to sign it.')
    expect(needsOfReturn('preparing', [], unit).zh).toBe('市财政局没有人可以填报，请指定。')
    expect(whyReturn('2026-10-15', 2).zh).toBe('应于2026年10月15日报出，还有 2 个数没有填。')
    expect(whyReturn('2026-10-15', 0).en).toBe('Due on 15 October 2026; complete, and not handed in.')
  })

  it('an item: an answer, a look, its next step, a leader', () => {
    const item = { state: 'assigned', nextStep: '征求意见', asks: null, hasLeader: true }
    expect(needsOfItem(item)).toEqual([{ zh: '下一步：征求意见。', en: 'Next step: 征求意见.' }])
    const asking = { ...item, asks: { reason: '两家换届', untilDay: '2026-12-31' }, hasLeader: false }
    expect(needsOfItem(asking).map((one) => one.zh)).toEqual([
      '请求延期到2026年12月31日，待答复。理由：两家换届',
      '承办单位没有负责人，请指定。',
    ])
    expect(needsOfItem({ ...item, state: 'ending' })[0]?.zh).toContain('待督查室核验')
    expect(needsOfItem({ ...item, nextStep: null })[0]?.zh).toContain('办结材料')
    expect(whyItem('〔2026〕9号', '2026-10-30', true).zh).toBe('〔2026〕9号应于2026年10月30日办结，尚未销号。')
    expect(lateBy(-16).en).toBe('16 working days late')
  })
})
