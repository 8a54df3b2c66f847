import type { Name, Progress } from '../contract.ts'

/** The published formulas in words. The machine's own are in domain/progress; progress.test.ts holds the same examples. */
export const formulaTexts: Record<Progress['rule'], { when: Name; formula: Name; example: Name }> = {
  'at-least': {
    when: {
      zh: '目标写作“不少于”“达到”“超过”，而且越高越好。',
      en: 'The target says “at least”, “reach” or “more than”, and higher is better.',
    },
    formula: {
      zh: '完成进度 =（最新数 − 基期数）÷（目标数 − 基期数）。没有载明基期时，基期按零计。',
      en: 'Done = (latest − baseline) ÷ (target − baseline). Without a stated baseline, the baseline counts as zero.',
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
      zh: '算式与上相同，方向相反。没有载明基期时，用目标数 ÷ 最新数。',
      en: 'The same formula in the other direction. Without a stated baseline: target ÷ latest.',
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
      zh: '完成进度 = 规划期内累计 ÷ 目标数。存量指标用最新数减基期数作为累计。',
      en: 'Done = total since the plan began ÷ target. For a stock, the total is the latest value minus the baseline.',
    },
    example: {
      zh: '目标累计 100 项，前两年 18 项和 24 项：42 ÷ 100 = 42%。',
      en: 'Target 100 in total, 18 and 24 in the first two years: 42 ÷ 100 = 42%.',
    },
  },
  multiple: {
    when: { zh: '目标写作“翻一番”“达到若干倍”。', en: 'The target says “double” or “times”.' },
    formula: {
      zh: '先换算目标数 = 基期数 × 倍数，再按“不少于”计算。没有基期就不计算。',
      en: 'First the target = baseline × multiple, then as for “at least”. Without a baseline it is not computed.',
    },
    example: {
      zh: '基期 150，翻一番即 300，最新 240：（240 − 150）÷（300 − 150）= 60%。',
      en: 'Baseline 150, doubled is 300, latest 240: (240 − 150) ÷ (300 − 150) = 60%.',
    },
  },
  range: {
    when: { zh: '目标是一个区间。', en: 'The target is a range.' },
    formula: {
      zh: '最新数在区间以内为已达到。不计算百分比。',
      en: 'Reached when the latest value lies within. No percentage is computed.',
    },
    example: { zh: '目标 2.8%—3%，最新 2.9%：已达到。', en: 'Target 2.8%–3%, latest 2.9%: reached.' },
  },
  rank: {
    when: { zh: '目标是位次。', en: 'The target is a rank.' },
    formula: {
      zh: '位次数字不大于目标位次为已达到。不计算百分比。',
      en: 'Reached when the rank is the target or better. No percentage is computed.',
    },
    example: { zh: '目标前 10 位，现居第 8 位：已达到。', en: 'Target top 10, now 8th: reached.' },
  },
  'yes-no': {
    when: { zh: '目标是做成一件事。', en: 'The target is one thing to be done.' },
    formula: { zh: '做成为已达到；到期没有做成为未达到。', en: 'Reached when done; missed when the time is up.' },
    example: { zh: '建成一个中心：已建成为已达到。', en: 'Found a centre: reached once it exists.' },
  },
}

export const pathTexts: { heading: Name; body: Name }[] = [
  {
    heading: { zh: '直线路径', en: 'Straight path' },
    body: {
      zh: '序时数 = 基期数 +（目标数 − 基期数）× 时间已过的比例。没有另外说明时用这一种。',
      en: 'Asked for now = baseline + (target − baseline) × share of time passed. Used unless stated otherwise.',
    },
  },
  {
    heading: { zh: '复合增长路径', en: 'Path of constant growth' },
    body: {
      zh: '序时数 = 基期数 ×（目标数 ÷ 基期数）的“时间已过比例”次方。用于按年均增速写的目标。',
      en: 'Asked for now = baseline × (target ÷ baseline) to the power of the share of time passed. For targets given as growth per year.',
    },
  },
]
