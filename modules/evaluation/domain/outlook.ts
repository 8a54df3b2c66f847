import type { Bilingual } from '@opensti/kernel'
import { type Bounds, type Forecast, forecast, type Point, pointsForTrust } from './forecast.ts'

/** What is asked of a series: a target with its year, and which side of it is good. */
export interface Aim {
  value: number
  value2: number | null
  year: number
  rule: 'at-least' | 'at-most' | 'range' | 'cumulative' | 'multiple' | 'rank' | 'yes-no'
  bounds?: Bounds
  /** Which figures the line is made of; the two never stand in one line. */
  nature?: 'statistical' | 'working'
}

/** Where a series leads by the target's year, with what may be said of it. */
export interface Outlook {
  kind: 'forecast' | 'none'
  verdict: 'likely' | 'open' | 'unlikely' | 'unknown'
  value: number | null
  low: number | null
  high: number | null
  year: number
  /** The yearly values it rests on, oldest first. */
  points: Point[]
  /** Whether the interval is wider than the way that is left, so that it decides nothing. */
  wide: boolean
  words: Bilingual
}

const figures = {
  statistical: { zh: '统计数据', en: 'statistical figures' },
  working: { zh: '工作数据', en: 'working figures' },
}

const method = {
  zh: (count: number, what: string) =>
    `方法：${count}个年度${what}的直线回归，区间为80%预测区间，每往后一年不窄于水平的±1%。`,
  en: (count: number, what: string) =>
    `Method: a straight line through ${count} yearly ${what}, with its 80% interval of prediction, never narrower than ±1% of the level a year ahead.`,
}

/** The forecast of an indicator for its target's year, honest about few points and wide intervals. */
export function outlookOf(points: readonly Point[], aim: Aim, say: (value: number) => string): Outlook {
  const known = [...points].sort((a, b) => a.year - b.year)
  const none = (words: Bilingual): Outlook => ({
    kind: 'none',
    verdict: 'unknown',
    value: null,
    low: null,
    high: null,
    year: aim.year,
    points: known,
    wide: false,
    words,
  })
  if (['cumulative', 'multiple', 'rank', 'yes-no'].includes(aim.rule))
    return none({
      zh: '累计、倍数、位次和是否类目标不适合用直线外推，不作预测。',
      en: 'Sums, multiples, ranks and yes-or-no goals do not follow a line: no forecast.',
    })
  const last = known.at(-1)
  if (last && last.year >= aim.year)
    return none({
      zh: '目标年份已有年度值，不需要预测。',
      en: 'The value of the target’s year is known: no forecast is needed.',
    })
  const answer = forecast(known, aim.year, aim.bounds)
  if (answer.kind !== 'forecast') return none(whyNone(answer))
  return judged(answer, known, aim, say)
}

function whyNone(answer: Exclude<Forecast, { kind: 'forecast' }>): Bilingual {
  if (answer.kind === 'too-few')
    return {
      zh: `只有${answer.points}个年度值，少于${answer.needed}个，不作预测。`,
      en: `Only ${answer.points} yearly values, fewer than ${answer.needed}: no forecast.`,
    }
  return {
    zh: `最近的年度值是${answer.lastYear}年，离目标年份超过已知年份的跨度或超过五年，不作预测。`,
    en: `The latest yearly value is of ${answer.lastYear}; the target lies further ahead than the years known, or than five years: no forecast.`,
  }
}

function judged(
  answer: Extract<Forecast, { kind: 'forecast' }>,
  points: Point[],
  aim: Aim,
  say: (value: number) => string,
): Outlook {
  const inside = (value: number) =>
    aim.rule === 'at-most'
      ? value <= aim.value
      : value >= aim.value && (aim.rule !== 'range' || value <= (aim.value2 ?? aim.value))
  const [low, high] = [inside(answer.low), inside(answer.high)]
  const between = aim.rule === 'range' && answer.low < aim.value && answer.high > (aim.value2 ?? aim.value)
  const verdict = low && high ? 'likely' : low || high || between ? 'open' : 'unlikely'
  const left = Math.abs(aim.value - (points.at(-1)?.value ?? 0))
  const wide = answer.high - answer.low > left && verdict === 'open'
  const what = aim.nature ? figures[aim.nature] : { zh: '值', en: 'values' }
  const weak = points.length < pointsForTrust
  const few = weak
    ? {
        zh: `年度值只有${points.length}个，这一预测依据较弱。`,
        en: ` It rests on only ${points.length} yearly values, which is weak ground.`,
      }
    : { zh: '', en: '' }
  const [from, to, middle] = [say(answer.low), say(answer.high), say(answer.value)]
  const says = {
    likely: {
      zh: weak ? '区间全部达到目标，走势有利。' : '区间全部达到目标，按现有走势可以完成。',
      en: weak
        ? 'The whole interval meets the target: the trend is good.'
        : 'The whole interval meets the target: on course by its trend.',
    },
    open: {
      zh: '区间跨过目标，能否完成尚不能断定。',
      en: 'The interval lies on both sides of the target: it may go either way.',
    },
    unlikely: {
      zh: weak ? '区间全部未达到目标，走势不利。' : '区间全部未达到目标，按现有走势难以完成。',
      en: weak
        ? 'The whole interval misses the target: the trend is against it.'
        : 'The whole interval misses the target: not by the present trend.',
    },
  }[verdict]
  return {
    kind: 'forecast',
    verdict,
    value: answer.value,
    low: answer.low,
    high: answer.high,
    year: aim.year,
    points,
    wide,
    words: {
      zh: `预计${aim.year}年为 ${middle}，五次中有四次在 ${from}至 ${to}之间。${says.zh}${few.zh}${wide ? '区间比剩下的差距还宽，只能参考。' : ''}${method.zh(answer.points, what.zh)}`,
      en: `${middle} expected in ${aim.year}; four times in five between ${from} and ${to}. ${says.en}${few.en}${wide ? ' The interval is wider than the way left, so take it as a hint only.' : ''} ${method.en(answer.points, what.en)}`,
    },
  }
}
