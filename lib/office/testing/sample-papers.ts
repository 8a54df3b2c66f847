import { chartSvg } from '../chart/chart-svg.ts'
import type { OfficialPaper } from '../paper/paper.ts'

const years = ['2021年', '2022年', '2023年', '2024年', '2025年']

export const fundsChart = chartSvg(
  {
    kind: 'line',
    title: '图1　全社会研发经费与其中企业投入',
    unit: '亿元',
    categories: years,
    series: [
      { name: '全社会研发经费', values: [45.2, 51.7, 58.9, 66.4, 73.1] },
      { name: '其中：企业', values: [38.1, 43.9, 50.2, 57.8, null] },
    ],
  },
  (value) => value.toFixed(1),
)

export const firmsChart = chartSvg(
  {
    kind: 'bar',
    title: '图2　高新技术企业数',
    unit: '家',
    categories: years,
    series: [{ name: '高新技术企业', values: [820, 960, 1103, 1290, 1455] }],
  },
  (value) => value.toLocaleString('en'),
)

const paragraph =
  '截至6月底，规划确定的42项主要指标中，31项达到或者超过时序进度，8项基本符合，3项明显滞后；重点任务118项中，已办结46项，正在推进67项，尚未启动5项。'

/** An evaluation report of an invented city, with everything a paper can have. */
export const midtermReport: OfficialPaper = {
  form: 'document',
  issuer: '云湖市科学技术局文件',
  number: '云科〔2026〕12号',
  title: '云湖市科学技术局关于“十五五”科技创新规划实施情况中期评估的报告',
  addressee: '市人民政府',
  body: [
    {
      kind: 'paragraph',
      text: `根据《云湖市“十五五”科技创新规划》有关要求，我局会同市发展改革局、市统计局等12个单位开展了中期评估。${paragraph}现将有关情况报告如下。`,
    },
    { kind: 'heading', level: 1, text: '总体进展' },
    { kind: 'paragraph', text: paragraph },
    { kind: 'heading', level: 2, text: '研发投入稳步增长' },
    {
      kind: 'paragraph',
      lead: '全社会研发经费。',
      text: '2025年全社会研发经费73.1亿元，比上年增长10.1%，占地区生产总值的2.86%（规划目标3.1%），其中企业投入占比87.0%。',
    },
    { kind: 'picture', svg: fundsChart, description: '2021至2025年研发经费由45.2亿元增至73.1亿元' },
    { kind: 'heading', level: 2, text: '创新主体持续壮大' },
    { kind: 'paragraph', text: '2025年末有效期内高新技术企业1,455家，比上年净增165家，完成规划目标的96.3%。' },
    { kind: 'picture', svg: firmsChart, description: '2021至2025年高新技术企业由820家增至1,455家' },
    { kind: 'heading', level: 1, text: '存在的问题' },
    { kind: 'heading', level: 3, text: '基础研究投入偏低' },
    { kind: 'paragraph', text: paragraph },
    { kind: 'heading', level: 4, text: '数据口径尚未统一' },
    { kind: 'paragraph', text: paragraph },
    {
      kind: 'table',
      caption: '表1　滞后指标一览',
      columns: [
        { heading: '指标', share: 3, align: 'left' },
        { heading: '单位', share: 1, align: 'center' },
        { heading: '目标', share: 1, align: 'right' },
        { heading: '现状', share: 1, align: 'right' },
        { heading: '牵头单位', share: 2, align: 'center' },
      ],
      rows: [
        ['基础研究经费占研发经费比重', '%', '8.0', '5.2', '市科技局'],
        ['技术合同成交额', '亿元', '120', '83.4', '市科技局'],
        ['每万人口高价值发明专利拥有量', '件', '22', '17.9', '市市场监管局'],
      ],
      note: '注：现状为2025年数。',
    },
    { kind: 'heading', level: 1, text: '下一步工作' },
    { kind: 'paragraph', text: `${paragraph}${paragraph}` },
    { kind: 'paragraph', text: '特此报告。' },
  ],
  attachments: [
    { title: '主要指标进展情况表', body: [{ kind: 'paragraph', text: paragraph }] },
    { title: '重点任务完成情况及责任单位落实规划任务的自评报告和证明材料汇编清单' },
  ],
  signature: { name: '云湖市科学技术局', date: '2026-07-05' },
  contact: '联系人：罗慧，电话：0000—8765432',
  copies: '市委办公室，市人大常委会办公室，市政协办公室，市发展改革局，市财政局，市统计局，各县（区）科技主管部门',
  printed: { office: '云湖市科学技术局办公室', date: '2026-07-05' },
}

/** A report on one page. */
export const onePageBrief: OfficialPaper = {
  form: 'brief',
  issuer: '科技创新专报',
  number: '第7期',
  title: '上半年科技创新主要指标完成情况',
  body: [
    { kind: 'paragraph', lead: '总的看，', text: paragraph },
    { kind: 'picture', svg: fundsChart, description: '研发经费' },
    {
      kind: 'paragraph',
      lead: '需要关注的是，',
      text: '技术合同成交额完成全年目标的38.5%，低于时序进度11.5个百分点，主要原因是两家重点企业合同登记推迟。',
    },
    { kind: 'paragraph', lead: '建议', text: '由市科技局7月底前逐户走访，8月10日前报送补登结果。' },
  ],
  signature: { name: '云湖市科学技术局', date: '2026-07-05' },
}
