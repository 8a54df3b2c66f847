import { describe, expect, it } from 'vitest'
import { checkFigures } from './check-figures.ts'

/** The checks of a text in short: "increase holds", "share contradicts". */
function results(text: string): string[] {
  return checkFigures(text, []).map((check) => `${check.kind} ${check.result}`)
}

/** Sentences of invented cities; every relation appears once right and once with a slip. */
const RELATIONS: [string, string, string[]][] = [
  [
    'last year plus net increase',
    '临湖市全年净增园区31个,累计达150个,是2021年总数(119个)的1.3倍。',
    ['increase holds', 'multiple holds-after-rounding'],
  ],
  [
    'last year plus net increase, slip in the total',
    '临湖市全年净增园区31个,累计达160个,是2021年总数(119个)的1.3倍。',
    ['increase contradicts', 'multiple holds-after-rounding'],
  ],
  [
    'the total in the next sentence',
    '全年净增基地13个,增速居全省之首。累计达53个,是上年总数(40个)的1.3倍。',
    ['increase holds', 'multiple holds-after-rounding'],
  ],
  ['increase above its total', '新增农业基地52个,累计达40个。', ['increase contradicts']],
  ['deduction', '审核通过860家,扣除到期未续的215家,实际净增645家。', ['increase holds']],
  ['deduction, slip', '审核通过860家,扣除到期未续的215家,实际净增654家。', ['increase contradicts']],
  ['growth from increase and total', '新增实验室25个,累计125个,增长率达25%。', ['growth holds']],
  ['growth from increase and total, slip', '新增实验室25个,累计125个,增长率达35%。', ['growth contradicts']],
  ['growth between two totals', '实验室由40个增加到50个,增长25%。', ['growth holds']],
  ['growth between two totals, rounded', '公共平台从37个增加到52个,增长40.5%。', ['growth holds-after-rounding']],
  ['growth between two totals, slip', '公共平台从37个增加到52个,增长45.0%。', ['growth contradicts']],
  ['growth against a bracket', '登记成果达到120项(上年为96项),增长25%。', ['growth holds']],
  ['growth against last year in the clause', '登记成果120项,比上年的96项增长20%。', ['growth contradicts']],
  ['fall', '审批环节由18个压减到12个,减幅33.3%。', ['growth holds-after-rounding']],
  ['fall, slip', '审批环节由18个压减到12个,减幅36.3%。', ['growth contradicts']],
  ['direction', '审批环节由12个压减到18个。', ['growth contradicts']],
  ['percentage points', '研发投入强度由2.1%提高到2.6%,提高0.5个百分点。', ['growth holds-after-rounding']],
  ['percentage points, slip', '研发投入强度由2.1%提高到2.6%,提高1.5个百分点。', ['growth contradicts']],
  ['difference', '合作高校从14所增加到20所,净增6所。', ['growth holds']],
  ['compound growth', '产值从2015年的100亿元增长到2020年的161亿元,年均增长10.0%。', ['growth holds-after-rounding']],
  ['compound growth, slip', '产值从2015年的100亿元增长到2020年的161亿元,年均增长12.2%。', ['growth contradicts']],
  ['share of a whole named before', '评出成果奖80项,其中有52项由企业牵头,占获奖总数的65%。', ['share holds']],
  [
    'share of a whole named before, slip',
    '评出成果奖80项,其中有52项由企业牵头,占获奖总数的56%。',
    ['share contradicts'],
  ],
  ['share in brackets', '专职科研人员500人,其中博士130人(占26%)。', ['share holds']],
  ['pass rate', '全年推荐评审240家,评审通过180家,通过率75%。', ['share holds']],
  ['pass rate, slip', '全年推荐评审240家,评审通过180家,通过率85%。', ['share contradicts']],
  ['a share that some whole number gives', '入选省级人才计划16人,占全省64%。', ['share holds-after-rounding']],
  ['a share that no whole number gives', '入选省级人才计划16人,占全省94.6%。', ['share contradicts']],
  ['multiple', '净增站点420个,是2019年净增数(100个)的4.2倍。', ['multiple holds']],
  ['multiple, cut', '净增站点470个,是2019年净增数(100个)的4倍多。', ['multiple holds-after-rounding']],
  ['multiple, slip', '净增站点470个,是2019年净增数(100个)的5倍多。', ['multiple contradicts']],
  [
    'multiple of earlier years',
    '2018年融资2亿元,2019年3亿元,2020年融资10.5亿元,是前两年总额的2.1倍。',
    ['multiple holds-after-rounding'],
  ],
  [
    'multiple of earlier years, slip',
    '2018年融资2亿元,2019年3亿元,2020年融资10.5亿元,是前两年总额的3.1倍。',
    ['multiple contradicts'],
  ],
  [
    'multiple of earlier years, wrong year',
    '2017年融资2亿元,2019年3亿元,2020年融资10.5亿元,是前两年总额的2.1倍。',
    ['multiple contradicts'],
  ],
  ['leverage', '财政投入2亿元,带动近30亿元社会资本,放大近15倍。', ['multiple holds-after-rounding']],
  ['leverage, slip', '财政投入2亿元,带动近30亿元社会资本,放大近25倍。', ['multiple contradicts']],
  ['doubling', '园区面积从120亩扩大到240亩,翻了一番。', ['multiple holds']],
  ['doubling, slip', '园区面积从120亩扩大到150亩,翻了一番。', ['multiple contradicts']],
  ['levels make up the whole', '共有工程中心60家,其中国家级4家,省级16家,市级40家。', ['parts holds']],
  ['two levels make up 省级以上', '新增省级以上实验室3个,总数达到28个,其中国家级2个、省级26个。', ['parts holds']],
  [
    'two levels make up 省级以上, slip',
    '新增省级以上实验室3个,总数达到28个,其中国家级2个、省级28个。',
    ['parts contradicts'],
  ],
  ['levels make up the whole, slip', '共有工程中心60家,其中国家级4家,省级16家,市级46家。', ['parts contradicts']],
  ['exports and imports', '进出口总额120.5亿元,其中出口80.2亿元,进口40.3亿元。', ['parts holds-after-rounding']],
  ['a part above its whole', '建成站点30个,其中乡镇站点38个。', ['parts contradicts']],
  ['parts past a remark', '专利申请1200件,增长21.3%,其中发明专利申请300件,占25%。', ['share holds']],
  ['parts past a remark, slip', '专利申请1200件,增长21.3%,其中发明专利申请300件,占35%。', ['share contradicts']],
  [
    'three industries in the next sentence',
    '生产总值500.3亿元,增长7.2%。其中,第一产业40.1亿元,增长3%;第二产业220.1亿元,增长8%;第三产业240.1亿元,增长7%。',
    ['parts holds-after-rounding'],
  ],
  [
    'three industries, slip',
    '生产总值500.3亿元,增长7.2%。其中,第一产业40.1亿元,增长3%;第二产业220.1亿元,增长8%;第三产业250.1亿元,增长7%。',
    ['parts contradicts'],
  ],
  ['a year on', '2021年投入100亿元,强度2.2%;2022年达112亿元,同比增长12%。', ['growth holds-after-rounding']],
  ['a year on, slip', '2021年投入100亿元,强度2.2%;2022年达112亿元,同比增长21%。', ['growth contradicts']],
  ['more than last year', '获批项目35个,比上年增加12个,增长52.2%。', ['growth holds-after-rounding']],
  ['more than last year, slip', '获批项目35个,比上年增加12个,增长55.2%。', ['growth contradicts']],
  ['last year and this year', '去年新建站点80个,今年新建站点100个,同比增长25%。', ['growth holds']],
  ['last year and this year, slip', '去年新建站点80个,今年新建站点100个,同比增长20%。', ['growth contradicts']],
  ['some that left', '认定基地420个,淘汰35个,净增385个。', ['increase holds']],
  ['some that left, slip', '认定基地420个,淘汰35个,净增358个。', ['increase contradicts']],
  [
    'year by year',
    '三年来累计投入12.5亿元,其中2019年3.2亿元、2020年4.1亿元、2021年5.2亿元。',
    ['parts holds-after-rounding'],
  ],
  [
    'year by year, slip',
    '三年来累计投入12.5亿元,其中2019年3.2亿元、2020年4.1亿元、2021年6.2亿元。',
    ['parts contradicts'],
  ],
  ['two quarters', '一季度完成12.5亿元,二季度完成13.2亿元,上半年合计25.7亿元。', ['parts holds-after-rounding']],
  ['altogether', '东区12个、西区9个、南区7个,合计28个。', ['parts holds']],
  ['altogether, slip', '东区12个、西区9个、南区7个,合计27个。', ['parts contradicts']],
  ['average', '为40家企业提供补助,每家补助5万元,共200万元。', ['average holds-after-rounding']],
  ['average, slip', '为40家企业提供补助,每家补助5万元,共300万元。', ['average contradicts']],
  ['rank and the list before it', '总数居全国第三,仅次于上海、杭州。', ['rank holds']],
  ['rank and the list before it, slip', '总数居全国第四,排在上海、杭州之后。', ['rank contradicts']],
  ['rank that moved', '综合排名由第19位上升到第12位。', ['rank holds']],
  ['rank that moved, slip', '综合排名由第19位上升到第21位。', ['rank contradicts']],
  [
    'years in a row',
    '连续三年居全省前二(2018年6项、2019年7项,均居全省第二;2020年9项,居全省第一)。',
    ['count holds', 'rank holds'],
  ],
  [
    'years in a row, slip',
    '连续三年居全省前二(2016年6项、2019年7项,均居全省第二;2020年9项,居全省第一)。',
    ['count contradicts', 'rank holds'],
  ],
  ['three-year plan', '印发《成果转化三年行动计划(2021-2023年)》。', ['count holds']],
  ['three-year plan, slip', '印发《成果转化三年行动计划(2021-2024年)》。', ['count contradicts']],
  ['first year of a plan', '2021年是“十四五”开局之年。', ['count holds']],
  ['first year of a plan, slip', '2022年是“十四五”开局之年。', ['count contradicts']],
  ['listed things', '覆盖研发、中试、生产三个环节。', ['count holds']],
  ['listed things, slip', '覆盖研发、中试、生产四个环节。', ['count contradicts']],
  ['impossible year', '到3025年建成新城。', ['count contradicts']],
]

/** What a careful clerk would let pass. */
const SILENT: [string, string][] = [
  ['firms leave, so new ones may exceed the change', '新增认定高新技术企业120家,总数达450家,增长12.5%。'],
  ['same period growth of the additions', '新增实验室25个,累计125个,同比增长60%。'],
  ['another thing after the comma', '新增就业岗位500个,登记失业人员总数达300人。'],
  ['valid patents and granted patents', '新增专利授权500件,有效发明专利达400件。'],
  ['a total over several years', '新增基地25个,“十三五”期间累计20个。'],
  ['parts that are not all', '全市共有创新平台500家,其中东湖区100家、西山区80家。'],
  ['averages do not add up', '居民人均可支配收入3.5万元,其中城镇4.2万元,农村2.1万元。'],
  ['nested parts', '建成研发机构100家,其中省级以上60家,市级50家。'],
  ['the share is of something else', '引进企业16家,产值占全市的94.6%。'],
  ['a share of the part kind', '设立研发机构2000家,其中规模以上企业700家,占规上企业总数的14%。'],
  ['a share of two together', '甲类3项、乙类4项,合计占全省的55.5%。'],
  ['names run together', '总量居全国第三,仅次于京沪。'],
  ['rank in a wider field', '居全省前三(全国第八)。'],
  ['picked years', '连续五年获奖(2018年、2020年为一等奖)。'],
  ['half-year report', '2023年上半年工作总结和2023年下半年工作安排。'],
  ['a list before a verb', '支持企业、高校、院所建设3个平台。'],
  ['examples with 等', '在生物、材料、能源等12个领域布局。'],
  [
    'prize money in two schemes',
    '一等奖奖励100万元、二等奖50万元、三等奖30万元。\n一等奖奖励100万元、二等奖50万元、三等奖20万元。',
  ],
  ['two districts', '东湖区新增孵化器5家,累计20家。\n西山区新增孵化器8家,累计31家。'],
  ['growth of two things', '工业增加值增长12.5%,投资增长8.3%。\n服务业增加值增长12.5%,消费增长6.1%。'],
  ['a firm inside 其中', '补助达12.5亿元,其中甲公司持续扩大规模,年度投入达22亿元。'],
  ['document and telephone numbers', '临科〔2021〕31号,电话:0755-1234-5678,传真020-87654321。'],
  ['percentages of different wholes', '甲项完成80%,乙项完成60%。'],
  ['a total behind the parts', '新增孵化器6家,其中国家级1家,总数达38家。'],
  ['last year only', '产值从350亿元增长到520亿元,同比增长18%。'],
  ['a share of output, not of firms', '亿元以上企业320家,占全市工业总产值的78.5%。'],
  ['another prize after a semicolon', '获国家奖5项,其中一等奖1项、二等奖4项;获省奖36项,其中一等奖9项。'],
  [
    'a net increase with another year in between',
    '高新技术企业突破1500家,比“十二五”末净增1260家,是2015年(240家)的6.3倍。',
  ],
  ['yearly growth of additions', '“十三五”期间,累计新增高企580家,年均增长35%。'],
  ['ranks that rose', '居全国第12位、全省第2位,较上年分别提升3位和1位。'],
  ['staged money', '新引进项目52个,其中50亿元以上项目2个、10亿元以上项目8个、亿元以上项目42个。'],
  ['per thousand people', '医疗机构418个,床位3562张,平均每千人拥有床位5.76张。'],
  ['another thing after a semicolon', '建设科技小院10个,其中新建3个;科普示范村由48个增至60个。'],
  ['firms in the incubators', '科技企业孵化器34家,其中国家级8家,占23.5%;在孵企业1840家,当年毕业132家。'],
  ['a long history', '建城2200年,有3000年历史。'],
]

describe('relations inside a text', () => {
  it.each(RELATIONS)('%s', (_title, sentence, expected) => {
    expect(results(sentence).sort()).toEqual([...expected].sort())
  })

  it.each(RELATIONS)('%s, with full-width punctuation', (_title, sentence, expected) => {
    const wide = sentence.replace(/[,():;%]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
    expect(results(wide).sort()).toEqual([...expected].sort())
  })
})

describe('no false alarm', () => {
  it.each(SILENT)('%s', (_title, text) => {
    expect(checkFigures(text, []).filter((check) => check.result === 'contradicts')).toEqual([])
  })
})

describe('the same passage told twice', () => {
  const telling = '全年服务企业312家,发放贷款18.65亿元,新增服务站27个。'

  it('agrees', () => {
    expect(results(`${telling}\n${telling}`)).toEqual(['repeated holds', 'repeated holds', 'repeated holds'])
  })

  it.each([
    ['a value', '全年服务企业312家,发放贷款18.65亿元,新增服务站29个。'],
    ['an amount', '全年服务企业312家,发放贷款18.56亿元,新增服务站27个。'],
    ['a unit of count', '全年服务申请312项,发放贷款18.65亿元,新增服务站27个。'],
  ])('differs in %s', (_what, other) => {
    expect(results(`${telling}\n${other}`)).toContain('repeated contradicts')
  })

  it('differs in the year', () => {
    const dated = '2019年服务企业312家,发放贷款18.65亿元。'
    expect(results(`${dated}\n${dated.replace('2019', '2018')}`)).toContain('repeated contradicts')
  })
})

describe('places', () => {
  it('name every number that takes part, in the text as given', () => {
    const text = '前言。\n\n  临湖市全年净增园区31个,累计达160个,是2021年总数(119个)的1.3倍。'
    const check = checkFigures(text, []).find(({ kind }) => kind === 'increase')
    expect(check?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['31个', '160个', '119个'])
    expect(check?.formula).toBe('119 + 31 = 150')
    expect(check).toMatchObject({ expected: 150, found: 160 })
  })
})
