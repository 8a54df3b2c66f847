import type { OfficialPaper, PaperBlock, PaperTable } from '@opensti/office'
import { kindNames, standingNames, standings } from '../../domain/exercise-life.ts'
import type { ConcludedLine, Conclusion } from '../conclusion.ts'
import { lineChart } from './line-chart.ts'
import { standingChart } from './standing-chart.ts'
import {
  checkWords,
  countWords,
  dayOf,
  differing,
  ofKind,
  sentence,
  standingWord,
  statusWord,
  tight,
  titleOf,
  troubled,
} from './words.ts'

/** How many indicators are drawn. */
const mostCharts = 4

/** The report of a concluded evaluation. */
export function reportOf(conclusion: Conclusion, digest: string, checkAt: string | null = null): OfficialPaper {
  return {
    form: 'document',
    title: titleOf(conclusion, '报告'),
    body: [
      ...opening(conclusion),
      ...overall(conclusion),
      ...indicators(conclusion),
      ...tasks(conclusion),
      ...differences(conclusion),
      ...changes(conclusion),
      ...troubles(conclusion),
      { kind: 'heading', level: 1, text: '数据来源和核验' },
      {
        kind: 'paragraph',
        text: `指标目标值和实际值来自规划文本和统计、工作数据台账，各项出处可在公开网站的指标页查阅；自评、复核和佐证材料目录随定稿数据一并封存。${checkWords(digest, checkAt)}`,
      },
      { kind: 'paragraph', text: '特此报告。' },
    ],
    attachments: [
      { title: '评价项目、权重和得分表', body: [scoreTable(conclusion)] },
      { title: '佐证材料目录', body: evidenceList(conclusion) },
    ],
    signature: { name: conclusion.office.zh, date: dayOf(conclusion.concludedAt) },
  }
}

function opening({ plan, kind, year, units, lines, formulaDigest, shares }: Conclusion): PaperBlock[] {
  const share = standings.map((standing) => `${standingNames[standing].zh}计${Number(shares[standing]) * 100}%`)
  return [
    {
      kind: 'paragraph',
      text: `按照规划评估工作安排，对${plan.name.zh}（${plan.startYear}—${plan.endYear}年）截至${year}年底的实施情况开展了${kindNames[kind].zh}。评估涉及${units.length}个单位、${lines.length}个项目，由各牵头单位自评并提交佐证材料，督查部门逐项复核，按事先公布的权重计分。现将有关情况报告如下。`,
    },
    { kind: 'heading', level: 1, text: '评估办法' },
    {
      kind: 'paragraph',
      text: `每个项目按复核结论计分：${share.join('，')}；权重合计100分。未作评价的项目不计分，其权重由其他项目按比例分担。权重表在启动自评时公布并封存，摘要为${formulaDigest.slice(0, 16)}。`,
    },
  ]
}

function overall(conclusion: Conclusion): PaperBlock[] {
  const { score, lines, missing, reason } = conclusion
  const total = score ? `综合得分${score.total}分，等次为“${score.grade.zh}”` : '没有可以计分的项目'
  const unsaid =
    missing.length > 0
      ? `${missing.map(({ zh }) => zh.replace('未提交自评：', '')).join('、')}未提交自评（${sentence(reason ?? '').replace(/。$/, '')}），按复核结论计分。`
      : ''
  return [
    { kind: 'heading', level: 1, text: '总体结论' },
    {
      kind: 'paragraph',
      text: `${total}。${lines.length}个项目中，${countWords(lines)}。其中主要指标${ofKind(conclusion, 'indicator').length}项：${countWords(ofKind(conclusion, 'indicator'))}；重点任务${ofKind(conclusion, 'task').length}项：${countWords(ofKind(conclusion, 'task'))}。${unsaid}`,
    },
    standingChart(lines, 1, 130),
  ]
}

function indicators(conclusion: Conclusion): PaperBlock[] {
  const lines = ofKind(conclusion, 'indicator')
  if (lines.length === 0) return []
  const drawn = chosen(lines)
  const forecasts = lines.filter((line) => line.facts?.outlook?.kind === 'forecast')
  return [
    { kind: 'heading', level: 1, text: '主要指标' },
    indicatorTable(lines),
    ...drawn.flatMap((line, at) => lineChart(line, at + 2) ?? []),
    ...(forecasts.length > 0
      ? [
          { kind: 'heading', level: 2, text: '走势预测' } as const,
          ...forecasts.map(
            (line) =>
              ({ kind: 'paragraph', lead: `${line.title.zh}。`, text: tight(line.facts!.outlook!.words.zh) }) as const,
          ),
        ]
      : []),
    ...withoutForecast(lines),
  ]
}

/** Those that need looking at are drawn first. */
function chosen(lines: readonly ConcludedLine[]): ConcludedLine[] {
  const urgent = (line: ConcludedLine) =>
    ['cannot', 'behind', 'on-course', 'done'].indexOf(line.review?.standing ?? 'done')
  return lines
    .filter((line) => (line.facts?.outlook?.points.length ?? 0) >= 2)
    .toSorted((a, b) => urgent(a) - urgent(b))
    .slice(0, mostCharts)
}

function withoutForecast(lines: readonly ConcludedLine[]): PaperBlock[] {
  const few = lines.filter((line) => line.facts?.outlook?.words.zh.startsWith('只有'))
  if (few.length === 0) return []
  return [
    {
      kind: 'paragraph',
      text: `${few.map((line) => line.title.zh).join('、')}的年度值不足4个，未作预测。`,
    },
  ]
}

function indicatorTable(lines: readonly ConcludedLine[]): PaperTable {
  return {
    kind: 'table',
    caption: '表1　主要指标完成情况',
    columns: [
      { heading: '指标', share: 3, align: 'left' },
      { heading: '目标', share: 1.9, align: 'left' },
      { heading: '最新值', share: 2.3, align: 'left' },
      { heading: '台账判断', share: 1.6, align: 'center' },
      { heading: '自评', share: 1.65, align: 'center' },
      { heading: '复核', share: 1.65, align: 'center' },
    ],
    rows: lines.map((line) => [
      line.title.zh,
      tight(line.facts?.target?.zh ?? '—'),
      tight(line.facts?.latest?.zh ?? '尚无数据'),
      statusWord(line.facts?.status ?? 'no-data'),
      standingWord(line.own?.standing),
      standingWord(line.review?.standing),
    ]),
  }
}

function tasks(conclusion: Conclusion): PaperBlock[] {
  const lines = ofKind(conclusion, 'task')
  if (lines.length === 0) return []
  const units = [...Map.groupBy(lines, (line) => line.unit.name.zh)]
  return [
    { kind: 'heading', level: 1, text: '重点任务' },
    {
      kind: 'paragraph',
      text: `重点任务共${lines.length}项，由${units.length}个单位牵头：${countWords(lines)}。各单位情况见表2。`,
    },
    {
      kind: 'table',
      caption: '表2　各单位重点任务复核结果',
      columns: [
        { heading: '牵头单位', share: 3, align: 'left' },
        { heading: '任务', share: 1, align: 'right' },
        ...(['done', 'on-course', 'behind', 'cannot'] as const).map(
          (one) => ({ heading: standingNames[one].zh, share: 1.2, align: 'right' }) as const,
        ),
      ],
      rows: units.map(([name, own]) => [
        name,
        String(own.length),
        ...(['done', 'on-course', 'behind', 'cannot'] as const).map((one) =>
          String(own.filter((line) => line.review?.standing === one).length),
        ),
      ]),
    },
  ]
}

function differences(conclusion: Conclusion): PaperBlock[] {
  const lines = differing(conclusion)
  if (lines.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: '自评与复核不一致的项目' },
    ...lines.map(
      (line) =>
        ({
          kind: 'paragraph',
          lead: `${line.title.zh}。`,
          text: `${line.unit.name.zh}自评“${standingWord(line.own?.standing)}”${line.own?.words ? `，认为：${sentence(line.own.words).replace(/。$/, '')}` : ''}；复核为“${standingWord(line.review?.standing)}”。${sentence(line.review?.words ?? '')}`,
        }) as const,
    ),
  ]
}

function changes(conclusion: Conclusion): PaperBlock[] {
  const changed = conclusion.lines.filter((line) => line.facts?.changed)
  if (changed.length === 0) return []
  return [
    { kind: 'heading', level: 1, text: '目标调整' },
    ...changed.map(({ title, facts }) => ({
      kind: 'paragraph' as const,
      lead: `${title.zh}。`,
      text: `原目标为${facts!.changed!.from.zh}，经${facts!.changed!.approver}批准，依据${facts!.changed!.document}调整为${facts!.target?.zh ?? ''}，自${facts!.changed!.since}起执行。本次评估按调整后的目标评价，原目标保留备查。`,
    })),
  ]
}

function troubles(conclusion: Conclusion): PaperBlock[] {
  const lines = troubled(conclusion)
  if (lines.length === 0)
    return [
      { kind: 'heading', level: 1, text: '存在的问题' },
      { kind: 'paragraph', text: '复核中没有滞后或难以完成的项目。' },
    ]
  return [
    { kind: 'heading', level: 1, text: '滞后项目和工作建议' },
    ...lines.map((line) => ({
      kind: 'paragraph' as const,
      lead: `${line.title.zh}（${line.unit.name.zh}，${standingWord(line.review?.standing)}）。`,
      text: [
        line.own?.words ? `单位说明：${sentence(line.own.words)}` : '单位没有说明原因。',
        line.review?.words ? `复核意见：${sentence(line.review.words)}` : '',
      ].join(''),
    })),
  ]
}

function scoreTable({ lines, score }: Conclusion): PaperTable {
  return {
    kind: 'table',
    columns: [
      { heading: '序号', share: 1.1, align: 'center' },
      { heading: '项目', share: 3.6, align: 'left' },
      { heading: '牵头单位', share: 2.4, align: 'left' },
      { heading: '权重', share: 1.15, align: 'right' },
      { heading: '自评', share: 1.65, align: 'center' },
      { heading: '复核', share: 1.65, align: 'center' },
      { heading: '得分', share: 1.15, align: 'right' },
    ],
    rows: [
      ...lines.map((line, at) => [
        String(at + 1),
        line.title.zh,
        line.unit.name.zh,
        line.weight,
        standingWord(line.own?.standing),
        standingWord(line.review?.standing),
        line.points ?? '—',
      ]),
      ['', '合计', '', '100', '', '', score?.total ?? '—'],
    ],
  }
}

const evidenceKinds: Readonly<Record<string, string>> = {
  file: '文件',
  value: '台账数据',
  return: '报表',
  item: '督查事项',
}

function evidenceList({ lines }: Conclusion): PaperBlock[] {
  const rows = lines.flatMap((line) =>
    line.evidence.map((piece) => [
      line.title.zh,
      evidenceKinds[piece.kind] ?? piece.kind,
      piece.label,
      piece.digest?.slice(0, 16) ?? '',
    ]),
  )
  if (rows.length === 0) return [{ kind: 'paragraph', text: '各单位没有提交佐证材料。' }]
  return [
    {
      kind: 'table',
      columns: [
        { heading: '项目', share: 2.5, align: 'left' },
        { heading: '类别', share: 1.4, align: 'center' },
        { heading: '材料', share: 3, align: 'left' },
        { heading: '文件摘要前16位', share: 2.7, align: 'left' },
      ],
      rows,
    },
  ]
}
