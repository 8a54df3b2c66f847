import { describe, expect, test } from 'vitest'
import { readSentences } from '../../../testing/reading/read-sentences.ts'
import { readFigures } from './read-figures.ts'

/**
 * Legend: sentence → one line per figure, "comparator value unit year kind". All places and papers are invented.
 * A year "-" is one the text does not give; "2021–2025" is a period.
 */
type Case = [sentence: string, ...figures: string[]]

const REPORT = '云桥市科学技术局2022年工作总结和2023年工作计划'
const PLAN = '云桥市科技创新发展规划(2021—2025年)'
const GOAL = '二、发展目标\n'
const TASK = '三、重点任务\n(一)建设平台\n'
const BASIS = '一、发展基础\n'

function check(title: string, heading: string, cases: Case[]): void {
  test.each(cases)('%s', (sentence, ...figures) => {
    expect(readSentences(title, heading + sentence)).toEqual(figures)
  })
}

describe('values and units as written', () => {
  check(REPORT, '', [
    ['全市研发经费支出1,286.5万元。', 'eq 1286.5 万元 2022 actual'],
    ['新建厂房面积达1200万平方米。', 'eq 1200 万平方米 2022 actual'],
    ['技术合同成交额突破千亿元。', 'gt 1000 亿元 2022 actual'],
    ['总产值迈上百亿元台阶。', 'ge 100 亿元 2022 actual'],
    ['固定资产投资１２．５亿元。', 'eq 12.5 亿元 2022 actual'],
    ['人口自然增长率为3.2‰。', 'eq 3.2 ‰ 2022 actual'],
    ['研发投入强度比上年提高0.3个百分点。', 'eq 0.3 个百分点 2022 actual'],
    ['举办创业大赛二十余场。', 'gt 20 场 2022 actual'],
    ['新认定企业研究院三十五家。', 'inc 35 家 2022 actual'],
    ['服务群众1.2万人次。', 'eq 1.2 万人次 2022 actual'],
    ['完成技术改造项目12 项。', 'eq 12 项 2022 actual'],
    ['孵化企业及团队超过300家(个)。', 'gt 300 家(个) 2022 actual'],
    ['每万名就业人员中研发人员达86人年。', 'eq 86 人年 2022 actual'],
    ['单位能耗降至0.35吨标准煤/万元。', 'eq 0.35 吨标准煤/万元 2022 actual'],
    ['区域创新指数达到112.6。', 'eq 112.6  2022 actual'],
  ])
})

describe('shares, fractions, multiples', () => {
  check(REPORT, '', [
    ['三分之一的企业建立了研发机构。', 'eq 33.33 % 2022 actual'],
    ['有研发活动的企业占比超过一半。', 'gt 50 % 2022 actual'],
    ['企业投入占全社会投入的近九成。', 'approx 90 % 2022 actual'],
    ['七成以上的成果在本地转化。', 'ge 70 % 2022 actual'],
    ['约1/4的专利实现许可。', 'approx 25 % 2022 actual'],
    ['财政科技支出比2018年翻了一番。', 'mul 2 倍 2022 actual'],
    ['产业规模较2016年翻两番。', 'mul 4 倍 2022 actual'],
    ['企业数量是2018年的2.5倍。', 'mul 2.5 倍 2022 actual'],
    ['成交额同比增长1.2倍。', 'eq 1.2 倍 2022 actual'],
    ['合格率达百分之九十五。', 'eq 95 % 2022 actual'],
  ])
})

describe('comparators before and after', () => {
  check(PLAN, TASK, [
    ['引进团队不少于20个。', 'ge 20 个 - target'],
    ['至少引进5家外资研发中心。', 'ge 5 家 - target'],
    ['建设实验室10家以上。', 'ge 10 家 - target'],
    ['研发投入占比不低于3%。', 'ge 3 % - target'],
    ['办理时限不超过15个工作日。', 'le 15 个工作日 - target'],
    ['不良率控制在3%以内。', 'le 3 % - target'],
    ['失业率控制在5.5%左右。', 'approx 5.5 % - target'],
    ['单位能耗低于0.4吨标准煤/万元。', 'lt 0.4 吨标准煤/万元 - target'],
    ['培育3-5家龙头企业。', 'range 3–5 家 - target'],
    ['建成2至3个中试基地。', 'range 2–3 个 - target'],
    ['占比达到15%~20%。', 'range 15–20 % - target'],
    ['选派科技特派员200多名。', 'gt 200 名 - target'],
    ['培训近万人次。', 'approx 1 万人次 - target'],
    ['新增专精特新企业50家以上。', 'ge 50 家 - target'],
    ['净增高新技术企业160家。', 'inc 160 家 - target'],
  ])
})

describe('ranks', () => {
  check(REPORT, '', [
    ['综合创新水平居全省第一。', 'eq 1 位 2022 actual'],
    ['增速列全国第3位,比上年前移2位。', 'eq 3 位 2022 actual', 'eq 2 位 2022 actual'],
    ['高新区在全国位列95名。', 'eq 95 名 2022 actual'],
    ['总量跃居全省首位。', 'eq 1 位 2022 actual'],
    ['创新能力进入全国前10。', 'le 10 位 2022 actual'],
    ['成交额在全省仅次于省会。', 'eq 2 位 2022 actual'],
    ['数量居全省第二,仅次于省会。', 'eq 2 位 2022 actual'],
    ['授信规模全省最大。', 'eq 1 位 2022 actual'],
    ['增速及占比均列全市第2。', 'eq 2 位 2022 actual', 'eq 2 位 2022 actual'],
    ['入库数量连续三年居全省第一。', 'eq 1 位 2020–2022 actual'],
    ['第一产业稳步发展,获批全省第一家中心,把安全摆在首位。'],
  ])
})

describe('lists, shared verbs and shared years', () => {
  check(REPORT, '', [
    [
      '新增国家级平台1家,省级平台12家,市级平台20家。',
      'inc 1 家 2022 actual',
      'inc 12 家 2022 actual',
      'inc 20 家 2022 actual',
    ],
    ['新增孵化器7家,累计46家,其中国家级6家。', 'inc 7 家 2022 actual', 'eq 46 家 2022 actual', 'eq 6 家 2022 actual'],
    [
      '2020年、2021年分别为8家、13家,均居全省第二。',
      'eq 8 家 2020 actual',
      'eq 13 家 2021 actual',
      'eq 2 位 2020–2021 actual',
    ],
    ['进出口总额、实际利用外资分别增长5.2%和8.1%。', 'eq 5.2 % 2022 actual', 'eq 8.1 % 2022 actual'],
    ['新增授权专利420件(上年为365件)。', 'inc 420 件 2022 actual', 'eq 365 件 2021 actual'],
    ['覆盖率由2020年的32%提高到47%。', 'eq 32 % 2020 actual', 'eq 47 % 2022 actual'],
    ['专家人数从5758名增至6006名。', 'eq 5758 名 - baseline', 'eq 6006 名 2022 actual'],
    ['是2021年净增量(63家)的3倍多。', 'inc 63 家 2021 actual', 'mul 3 倍 2022 actual'],
    ['国家级和省级人才分别比上年增加2人和11人。', 'inc 2 人 2022 actual', 'inc 11 人 2022 actual'],
    ['高企、科技型企业分别超过90家和870家。', 'gt 90 家 2022 actual', 'gt 870 家 2022 actual'],
    ['突破30项关键技术,新建10家省重点实验室。', 'eq 30 项 2022 actual', 'eq 10 家 2022 actual'],
    ['比上年的102亿元增加8亿元。', 'eq 102 亿元 2021 actual', 'inc 8 亿元 2022 actual'],
  ])
  test('均 and 分别 name each subject', () => {
    const document = {
      title: REPORT,
      issuer: null,
      documentNumber: null,
      date: null,
      genre: 'work-report' as const,
      startYear: null,
      endYear: null,
    }
    const names = (text: string) => readFigures(text, { sections: [], noise: [], document }).map(({ name }) => name)
    expect(names('合同登记数、成交额分别为230项、8亿元。')).toEqual(['合同登记数', '成交额'])
    expect(names('全年引进科技团队9个,占全省12%。')).toEqual(['引进科技团队', '引进科技团队占全省比重'])
    expect(names('全年新增科技企业孵化器7家,其中国家级2家。')).toEqual(['新增科技企业孵化器', '国家级科技企业孵化器'])
  })
})

describe('years of a plan', () => {
  check(PLAN, GOAL, [
    [
      '到2025年,研发投入强度达到3%,高新技术企业突破500家。每万人专利拥有量达12件。',
      'eq 3 % 2025 target',
      'gt 500 家 2025 target',
      'eq 12 件 2025 target',
    ],
    ['“十四五”期间,新增省级实验室6家。', 'inc 6 家 2021–2025 target'],
    ['到“十四五”末,孵化面积达到100万平方米。', 'eq 100 万平方米 2025 target'],
    ['到2023年,建成中试基地5个。', 'eq 5 个 2023 target'],
    ['——平台体系更加完善。省级实验室达到20家。', 'eq 20 家 2025 target'],
    ['全社会研发经费年均增长10%以上。', 'ge 10 % 2021–2025 target'],
    ['研发强度由2020年的2.1%提高到2025年的3%。', 'eq 2.1 % 2020 baseline', 'eq 3 % 2025 target'],
  ])
  check(PLAN, TASK, [
    ['每年支持青年人才100名、创新团队10个。', 'eq 100 名 - target /年', 'eq 10 个 - target /年'],
    ['自2021年起,5年内培育领军人才50名。', 'eq 50 名 2021–2025 target'],
    ['力争到2024年实施重大专项30项。', 'eq 30 项 2024 target'],
    ['未来五年,累计培训技术经理人500人。', 'eq 500 人 2021–2025 target'],
    ['目前已建成众创空间12家。', 'eq 12 家 - baseline'],
  ])
  check(PLAN, BASIS, [
    ['2020年,全市研发经费达到13.7亿元,占生产总值比重为2.1%。', 'eq 13.7 亿元 2020 baseline', 'eq 2.1 % 2020 baseline'],
    ['“十三五”期间,新增省级平台5家,引进团队9个。', 'inc 5 家 2016–2020 actual', 'eq 9 个 2016–2020 baseline'],
    ['20xx年,全市拥有高新技术企业380家。', 'eq 380 家 - baseline'],
  ])
})

describe('a report turns from what was to what shall be', () => {
  check(REPORT, '', [
    ['预计全年实现营业收入200亿元。', 'eq 200 亿元 2022 actual 预计'],
    ['拟设立首期5亿元的引导基金。', 'eq 5 亿元 - target'],
    ['预计“十四五”期间将提供300亿元融资支持。', 'eq 300 亿元 2021–2025 target 预计'],
    ['从2022年起每年遴选青年人才20名。', 'eq 20 名 2022– target /年'],
  ])
  check(REPORT, '二、2023年工作计划\n', [
    ['新增高新技术企业100家,总数突破800家。', 'inc 100 家 2023 target', 'gt 800 家 2023 target'],
    ['到2025年全市众创空间达到50家。', 'eq 50 家 2025 target'],
  ])
  test('where the headings are lost, the sentence that announces the list turns it', () => {
    const text = '全年新增企业9家。\n下一年,我局将重点抓好以下工作:\n一是壮大企业。新增企业12家。'
    expect(readSentences(REPORT, text)).toEqual(['inc 9 家 2022 actual', 'inc 12 家 2023 target'])
  })
})

describe('numbers that state nothing', () => {
  check(PLAN, TASK, [
    ['落实“千人计划”“1+9”政策,对接211工程和863计划。'],
    ['根据云府〔2021〕13号文件和2021年7月30日会议精神,联系电话0755-8123456。'],
    ['落实6条政策、24项工作内容,围绕4个方面开展8项重点任务。'],
    ['实施三大行动,打造五位一体格局,培育一批企业,建设一个中心。'],
    ['实施亿元以上项目20个,培育营收超10亿元企业3家。', 'eq 20 个 - target', 'eq 3 家 - target'],
    ['推进千亿级产业集群建设,打造5个以上百亿级园区。', 'ge 5 个 - target'],
    ['对首次认定的企业给予最高50万元奖励。'],
    ['构建15分钟生活圈,实行24小时服务,每两年评价一次。'],
    ['推广5G应用,PM2.5监测,工业4.0改造,KS-1Q卫星。'],
    ['财政投入XX亿元,增长xx%。'],
  ])
  check(REPORT, '', [
    ['云桥重工股份有限公司研发投入达12亿元,获补助2700万元。'],
    ['在全国15个副省级城市中列第3位。', 'eq 3 位 2022 actual'],
  ])
})

describe('tables', () => {
  test('an indicator table gives base and target of each row', () => {
    const table = [
      '序号\t指标\t单位\t2020年\t2025年目标\t属性',
      '1\t研发经费投入强度\t%\t2.1\t≥3\t预期性',
      '2\t高新技术企业\t家\t380\t500左右\t预期性',
      '3\t技术合同成交额(亿元)\t\t12\t30-40\t预期性',
    ].join('\n')
    expect(readSentences(PLAN, table)).toEqual([
      'eq 2.1 % 2020 baseline',
      'ge 3 % 2025 target',
      'eq 380 家 2020 baseline',
      'approx 500 家 2025 target',
      'eq 12 亿元 2020 baseline',
      'range 30–40 亿元 2025 target',
    ])
  })
  test('a task table is read as sentences', () => {
    const table =
      '序号\t任务\t年度目标\t牵头单位\n1\t培育企业\t新增高新技术企业20家\t市科技局\n2\t建设平台\t建成实验室3家\t市教育局'
    expect(readSentences('云桥市2023年重点任务分解表', table)).toEqual(['inc 20 家 2023 target', 'eq 3 家 2023 target'])
  })
})

test('every quote is the exact piece of the text', () => {
  const text = '　　2022年，全市研发投入１３．７亿元，同比增长８％；高新技术企业达到380 家（其中上市12家）。'
  const document = {
    title: REPORT,
    issuer: null,
    documentNumber: null,
    date: null,
    genre: 'work-report' as const,
    startYear: null,
    endYear: null,
  }
  for (const { quote, start, end } of readFigures(text, { sections: [], noise: [], document })) {
    expect(text.slice(start, end)).toBe(quote)
    expect(quote).not.toBe('')
  }
})
