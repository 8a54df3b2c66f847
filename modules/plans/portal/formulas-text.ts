import type { Name, Progress } from '../contract.ts'

/** The published formulas in words. The machine's own are in domain/progress; progress.test.ts holds the same examples. */
export const formulaTexts: Record<Progress['rule'], { when: Name; formula: Name; example: Name }> = {
  'at-least': {
    when: {
      zh: '目标写作“不少于”“达到”“超过”，而且越高越好。',
      en: 'The target says “at least”, “reach” or “more than”, and higher is better.',
    },
    formula: {
      zh: '完成进度 =（最新数 − 起点数）÷（目标数 − 起点数）。起点未知时不算进度，只看最新数 ÷ 目标数，以及还差多少。',
      en: 'Done = (latest − start) ÷ (target − start). Where no start is known, no progress is computed; only latest ÷ target, and what remains.',
    },
    example: {
      zh: '基期 200 家，目标 600 家，最新 400 家：（400 − 200）÷（600 − 200）= 50%。',
      en: 'Baseline 200, target 600, latest 400: (400 − 200) ÷ (600 − 200) = 50%.',
    },
  },
  'at-most': {
    when: {
      zh: '目标写作“不超过”“降到”，越低越好。',
      en: 'The target says “at most” or “down to”; lower is better.',
    },
    formula: {
      zh: '算式与上相同，方向相反。起点未知时，只看目标数 ÷ 最新数，以及还差多少。',
      en: 'The same formula in the other direction. Where no start is known: target ÷ latest, and what remains.',
    },
    example: {
      zh: '基期 0.50，目标 0.40，最新 0.44：（0.44 − 0.50）÷（0.40 − 0.50）= 60%。',
      en: 'Baseline 0.50, target 0.40, latest 0.44: (0.44 − 0.50) ÷ (0.40 − 0.50) = 60%.',
    },
  },
  cumulative: {
    when: {
      zh: '目标写作“五年累计”“新增”。',
      en: 'The target is a total over the plan, or an increase.',
    },
    formula: {
      zh: '完成进度 = 规划期内累计 ÷ 目标数。存量指标和比率指标用最新数减起点数作为累计。',
      en: 'Done = total since the plan began ÷ target. For a stock or a share, the total is the latest value minus the start.',
    },
    example: {
      zh: '目标累计 100 项，前两年 18 项和 24 项：42 ÷ 100 = 42%。',
      en: 'Target 100 in total, 18 and 24 in the first two years: 42 ÷ 100 = 42%.',
    },
  },
  multiple: {
    when: { zh: '目标写作“翻一番”“达到若干倍”。', en: 'The target says “double” or “times”.' },
    formula: {
      zh: '先换算目标数 = 起点数 × 倍数，再按“不少于”计算。起点未知就不计算。',
      en: 'First the target = start × multiple, then as for “at least”. Where no start is known it is not computed.',
    },
    example: {
      zh: '基期 150，翻一番即 300，最新 240：（240 − 150）÷（300 − 150）= 60%。',
      en: 'Baseline 150, doubled is 300, latest 240: (240 − 150) ÷ (300 − 150) = 60%.',
    },
  },
  range: {
    when: { zh: '目标是一个区间。', en: 'The target is a range.' },
    formula: {
      zh: '最新数在区间以内为已达到，否则为尚未达到。不计算百分比，也不判断快慢。',
      en: 'Reached when the latest value lies within, else not reached yet. No percentage and no pace.',
    },
    example: { zh: '目标 2.8%—3%，最新 2.9%：已达到。', en: 'Target 2.8%–3%, latest 2.9%: reached.' },
  },
  rank: {
    when: { zh: '目标是位次。', en: 'The target is a rank.' },
    formula: {
      zh: '位次数字不大于目标位次为已达到，否则为尚未达到。不计算百分比，也不判断快慢。',
      en: 'Reached when the rank is the target or better, else not reached yet. No percentage and no pace.',
    },
    example: { zh: '目标前 10 位，现居第 8 位：已达到。', en: 'Target top 10, now 8th: reached.' },
  },
  'yes-no': {
    when: { zh: '目标是做成一件事。', en: 'The target is one thing to be done.' },
    formula: {
      zh: '做成为已达到；没有做成，到期以前为尚未达到，到期为未达到。',
      en: 'Reached when done; else not reached yet, and missed when the time is up.',
    },
    example: { zh: '建成一个中心：已建成为已达到。', en: 'Found a centre: reached once it exists.' },
  },
}

export const pathTexts: { heading: Name; body: Name }[] = [
  {
    heading: { zh: '直线路径', en: 'Straight path' },
    body: {
      zh: '序时数 = 起点数 +（目标数 − 起点数）× 时间已过的比例。没有另外说明时用这一种。',
      en: 'Asked for now = start + (target − start) × share of time passed. Used unless stated otherwise.',
    },
  },
  {
    heading: { zh: '复合增长路径', en: 'Path of constant growth' },
    body: {
      zh: '序时数 = 起点数 ×（目标数 ÷ 起点数）的“时间已过比例”次方。用于按年均增速写的目标。',
      en: 'Asked for now = start × (target ÷ start) to the power of the share of time passed. For targets given as growth per year.',
    },
  },
]

/** Where a way begins, and what can be said where nobody knows. The search itself is domain/progress/start.ts. */
export const startTexts: { heading: Name; body: Name }[] = [
  {
    heading: { zh: '起点从哪里来', en: 'Where a way begins' },
    body: {
      zh: '规划写明基期的，用基期数。没有写明的，依次用：规划开始前一年内公布的最近一个年度数；规划头一年公布的最早一个数，但其后须另有可以对照的数。倍数和累计目标从规划开始起算，只用开始前一年的年度数。代入的数里写明用的是哪一个。时间从起点算到目标年的年底；起点没有写年份的，从规划开始算起。',
      en: 'With the baseline that the plan states. Where it states none, with the last annual value published for the year before the plan; or else with the first value of its first year, if there is a later one to judge. Multiples and totals are counted from the beginning of the plan, so only the year before it will do. The inputs say which was used. Time runs from the start to the end of the target’s year; from the beginning of the plan where the baseline has no year.',
    },
  },
  {
    heading: { zh: '起点未知时', en: 'Where no start is known' },
    body: {
      zh: '不判断快慢，只说达到没有、占目标的多少、还差多少，以及从最新数到目标平均每年须变化多少：数量按复合增长率，比率按百分点。以前的年度数公布过的，并列此前平均每年的变化。不按零起算：从零起算会把本来就有的存量当成进度。',
      en: 'Nothing is said of pace; only whether it is reached, the share of the target, what remains, and the change per year that is needed from the latest value: compound growth for amounts, percentage points for shares. Where earlier annual values were published, the change seen so far stands beside it. Nothing is counted from zero, because that would take for progress what was there before.',
    },
  },
  {
    heading: { zh: '差距较大', en: 'Far from the target' },
    body: {
      zh: '能判断快慢的，明显滞后为差距较大；起点未知的，最新数不到目标的一半为差距较大。首页和地区页据此挑出值得先看的事。',
      en: 'Far behind, where there is a pace; less than half of the target, where no start is known. The front pages pick what to tell first by this.',
    },
  },
]
