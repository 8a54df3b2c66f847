import type { Bilingual } from '@opensti/kernel'
import type { PublicFigure } from '@opensti/plans'

/** The columns of every file of open data. Their names never change; new ones come at the end. */
export interface Column {
  name: string
  type: 'text' | 'number' | 'integer' | 'yes-no' | 'date' | 'address'
  names: Bilingual
  meaning: Bilingual
  of: (figure: PublicFigure, origin: string) => string
}

const text = (value: string | null | undefined) => value ?? ''

export const columns: readonly Column[] = [
  column('id', 'text', '编号', 'Id', '这条记录的编号，永久不变', 'Of this record; permanent', (f) => f.id),
  column('region', 'text', '地区编号', 'Region', '地区的编号', 'Id of the region', (f) => f.regionId),
  column('region_name_zh', 'text', '地区', 'Region, Chinese', '地区的中文名', 'Its Chinese name', (f) => f.region.zh),
  column(
    'region_name_en',
    'text',
    '地区（英文）',
    'Region, English',
    '地区的英文名',
    'Its English name',
    (f) => f.region.en,
  ),
  column('indicator', 'text', '指标编号', 'Indicator', '指标的编号', 'Id of the indicator', (f) => f.indicatorCode),
  column(
    'indicator_name_zh',
    'text',
    '指标',
    'Indicator, Chinese',
    '指标的中文名',
    'Its Chinese name',
    (f) => f.indicator.zh,
  ),
  column(
    'indicator_name_en',
    'text',
    '指标（英文）',
    'Indicator, English',
    '指标的英文名',
    'Its English name',
    (f) => f.indicator.en,
  ),
  column(
    'kind',
    'text',
    '类别',
    'Kind',
    'value 实际值，target 目标，baseline 基数',
    'value: what was reached; target: what a plan wants; baseline: where it starts',
    (f) => f.kind,
  ),
  column('plan', 'text', '规划编号', 'Plan', '目标和基数所在的规划', 'The plan of a target or baseline', (f) =>
    text(f.planCode),
  ),
  column(
    'period',
    'text',
    '时期',
    'Period',
    '年 2026、半年 2026-H1、季 2026-Q3、月 2026-07；累计数为截至期末',
    'A year 2026, half 2026-H1, quarter 2026-Q3 or month 2026-07; running totals are as at its end',
    (f) => text(f.period),
  ),
  column(
    'comparator',
    'text',
    '比较方式',
    'Comparator',
    'eq 等于，ge 不低于，gt 高于，le 不高于，lt 低于，approx 左右，range 区间，inc 增长，mul 倍数',
    'eq equal, ge at least, gt more than, le at most, lt less than, approx about, range from–to, inc increase, mul multiple',
    (f) => f.comparator,
  ),
  column(
    'value',
    'number',
    '数值',
    'Value',
    '以 unit 为单位，小数点为“.”，不带千分位',
    'In the unit named in “unit”, with a decimal point and no separators',
    (f) => f.value,
  ),
  column('value_to', 'number', '区间上限', 'Upper value', '只有区间有', 'Of ranges only', (f) => text(f.valueTo)),
  column(
    'unit',
    'text',
    '单位',
    'Unit',
    '计量单位，如 亿元、家、%',
    'As the indicator is counted: 亿元 is CNY 100 million, 家 enterprises, % per cent',
    (f) => f.unit,
  ),
  column(
    'nature',
    'text',
    '口径',
    'Nature',
    'working 工作数，statistical 统计数，二者不可混用',
    'working or statistical; the two never mix',
    (f) => text(f.nature),
  ),
  column(
    'figure_kind',
    'text',
    '数的类型',
    'Kind of figure',
    'estimate 预计，flash 快报，annual 年报，revised 修订',
    'estimate, flash, annual or revised',
    (f) => text(f.figureKind),
  ),
  column(
    'vintage',
    'integer',
    '第几版',
    'Vintage',
    '1 为首次公布，更正后加一，旧版保留',
    '1 is as first published; corrections add one and keep what they replace',
    (f) => String(f.vintage),
  ),
  column(
    'current',
    'yes-no',
    '现行',
    'Current',
    'true 现行，false 已被更正',
    'false once a later vintage has replaced it',
    (f) => String(f.current),
  ),
  column('published_on', 'date', '公布日期', 'Published on', '按当地时间', 'In the region’s time', (f) =>
    text(f.publishedOn),
  ),
  column(
    'corrected_because_zh',
    'text',
    '更正原因',
    'Why corrected, Chinese',
    '第二版起',
    'From the second vintage on',
    (f) => text(f.correctedBecause?.zh),
  ),
  column(
    'corrected_because_en',
    'text',
    '更正原因（英文）',
    'Why corrected, English',
    '第二版起',
    'From the second vintage on',
    (f) => text(f.correctedBecause?.en),
  ),
  column(
    'source_zh',
    'text',
    '来源',
    'Source, Chinese',
    '文件名，或报送单位',
    'The document, or the unit that reported it',
    (f) => f.citation.documentTitle.zh,
  ),
  column(
    'source_en',
    'text',
    '来源（英文）',
    'Source, English',
    '文件名，或报送单位',
    'The document, or the unit that reported it',
    (f) => f.citation.documentTitle.en,
  ),
  column('source_section', 'text', '来源章节', 'Section', '在文件中的位置', 'Where in the document', (f) =>
    text(f.citation.section),
  ),
  column(
    'certainty',
    'text',
    '核对情况',
    'Certainty',
    'official 官方网站原文，source 据原文抄录，unverified 未经核实，reported 经本系统报送，invented 虚构',
    'official, source, unverified, reported through this system, or invented',
    (f) => f.citation.verified,
  ),
  column(
    'definition',
    'address',
    '定义',
    'Definition',
    '指标页，含定义、口径和出处',
    'The page with definition and source',
    (f, origin) => `${origin}/regions/${f.regionId}/indicators/${f.indicatorCode}`,
  ),
  column(
    'release',
    'address',
    '发布',
    'Release',
    '使其公开的那次发布',
    'The release that made it public',
    (f, origin) => (f.releaseId === null ? '' : `${origin}/releases/${f.releaseId}`),
  ),
  column(
    'scope',
    'text',
    '范围',
    'Scope',
    'region 全地区的数，unit 一个单位的数；同一时期各单位的数不与全地区的数混用',
    'region: of the region as a whole; unit: one unit’s part, which never mixes with the region’s own',
    (f) => (f.unitsAsked === null ? 'region' : 'unit'),
  ),
  column(
    'reported_by',
    'text',
    '单位编号',
    'Reported by',
    '报送这个数的单位；scope 为 unit 时，数只是它的',
    'The unit that reported it; where scope is unit, the figure is of that unit alone',
    (f) => text(f.reportedBy?.id),
  ),
  column('reported_by_name_zh', 'text', '报送单位', 'Unit, Chinese', '报送单位的中文名', 'Its Chinese name', (f) =>
    text(f.reportedBy?.name.zh),
  ),
  column(
    'reported_by_name_en',
    'text',
    '报送单位（英文）',
    'Unit, English',
    '报送单位的英文名',
    'Its English name',
    (f) => text(f.reportedBy?.name.en),
  ),
  column(
    'units_asked',
    'integer',
    '应报单位数',
    'Units asked',
    'scope 为 unit 时：同一时期同一指标应报的单位数',
    'Where scope is unit: how many units were asked for theirs',
    (f) => text(f.unitsAsked?.toString()),
  ),
  column('note_zh', 'text', '说明', 'Note, Chinese', '随数公开的说明', 'What was written beside the figure', (f) =>
    text(f.note?.zh),
  ),
  column(
    'note_en',
    'text',
    '说明（英文）',
    'Note, English',
    '随数公开的说明',
    'What was written beside the figure',
    (f) => text(f.note?.en),
  ),
]

function column(
  name: string,
  type: Column['type'],
  zh: string,
  en: string,
  meaningZh: string,
  meaningEn: string,
  of: Column['of'],
): Column {
  return { name, type, names: { zh, en }, meaning: { zh: meaningZh, en: meaningEn }, of }
}

/** A figure as a row of text, in the order of the columns. */
export function rowOf(figure: PublicFigure, origin: string): string[] {
  return columns.map((one) => one.of(figure, origin))
}

/** A figure for programs: numbers as numbers, yes and no as such, nothing as null. */
export function recordOf(figure: PublicFigure, origin: string): Record<string, string | number | boolean | null> {
  return Object.fromEntries(columns.map((one) => [one.name, typed(one.type, one.of(figure, origin))]))
}

function typed(type: Column['type'], value: string): string | number | boolean | null {
  if (value === '') return null
  if (type === 'number' || type === 'integer') return Number(value)
  return type === 'yes-no' ? value === 'true' : value
}
