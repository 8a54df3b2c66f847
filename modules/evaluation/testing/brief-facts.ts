import type { Database } from '@opensti/db'
import { getPlanForStaff } from '@opensti/plans'
import type { PeriodFacts } from '../server/papers/period-brief.ts'

const status = (one: PeriodFacts['plan']['indicators'][number]) => one.progress.status

/** What the invented city's plan would give a brief if so many of its indicators were behind; `calm` others are not. */
export async function factsWithTroubled(db: Database, troubled: number, calm = 10): Promise<PeriodFacts> {
  const plan = await getPlanForStaff(db, 'lakeside', 'lakeside-2026-2030')
  const red = plan.indicators.filter((one) => ['missed', 'far-behind', 'behind'].includes(status(one)))
  const rest = plan.indicators.filter((one) => one.target !== null && !red.includes(one))
  const repeated = (list: typeof red, count: number) =>
    Array.from({ length: count }, (_, at) => {
      const one = list[at % list.length]!
      const again = Math.floor(at / list.length)
      const name = { zh: `${one.name.zh}${again > 0 ? again + 1 : ''}`, en: one.name.en }
      return { ...one, name }
    })
  return {
    period: '2026-Q3',
    office: { zh: '湖畔市科学技术局', en: 'Science and Technology Bureau' },
    plan: { ...plan, elapsed: 0.18, indicators: [...repeated(red, troubled), ...repeated(rest, calm)] },
    figures: [
      { indicatorId: 'tech-smes', name: '科技型中小企业数', value: 3421, unit: '家', nature: 'working', before: 3200 },
    ],
    overdue: [
      {
        title: '建设湖畔市科技型中小企业服务平台并投入运行',
        unitId: 'lakeside/lakeside-science',
        unit: '湖畔市科学技术局',
        dueDay: '2026-09-30',
      },
    ],
    day: '2026-11-22',
  }
}
