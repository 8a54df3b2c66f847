/**
 * Units and measure words. Chinese puts one after nearly every number, so the unit decides what a number can be:
 * 家 counts firms, 亿元 is money, 年 is time. A measure word that also begins ordinary words carries the
 * characters that must not follow it (支 is not a measure word in 支持).
 */

export type UnitClass = 'count' | 'money' | 'share' | 'point' | 'multiple' | 'measure' | 'duration' | 'score' | 'place'

const COUNT = [
  '家(?![庭电居政禽长族乡]|具(?![有备体]))',
  '个(?!人(?!才|次)|性|体|税|别|案|股)',
  '项(?!目(?!标))',
  '件(?!均)',
  '名(?![单录称牌校])',
  '位(?![于居列置])',
  '人(?!才|均|类|工智能|民|力)',
  '所(?![有需属在以得长])',
  '座(?!谈)',
  '处(?![理置级于长罚])',
  '台(?![湾风阶州账])',
  '台套',
  '套(?!餐)',
  '辆',
  '架',
  '艘',
  '条(?![件例])',
  '款(?!项)',
  '种(?![子植业苗])',
  '类',
  '门(?![户类店])',
  '册',
  '户(?![籍均外型])',
  '张',
  '份(?!额)',
  '次(?![于数日年新要])',
  '场(?![景所馆地站域])',
  '场次',
  '期(?![间末内限货待刊望权满])',
  '支(?![持撑行出部援付线])',
  '只(?![有要能是])',
  '批(?![准复示量发])',
  '批次',
  '篇',
  '幅',
  '例',
  '株',
  '头',
  '羽',
  '颗',
  '枚',
  '列(?![入为出全第居])',
  '班(?![列子组车])',
  '笔',
  '宗',
  '部(?![门队分署级委长省])',
  '集(?![群聚中成团体约装市合资])',
  '间(?![接隔])',
  '组(?![织建成合装长团])',
  '片(?!区)',
  '人次',
  '人·次',
  '家次',
  '项次',
  '户次',
  '辆次',
  '架次',
  '车次',
  '车位',
  '床位',
  '学位',
  '课时',
  '学时',
  '人年',
  '人·年',
  '人月',
  '标准箱',
  '标箱',
  'TEU',
  '箱',
  '盏',
  '桩',
  '单(?![位项独元体一价])',
  '尾',
  '粒',
  '瓶',
  '员',
  '人天',
  '节',
  '口',
  '亩次',
  '例次',
  '字',
]
const MONEY = ['元(?![旦器件素宇数年月])', '美元', '欧元', '港元', '日元', '英镑', '元人民币', '元/人', '元/平方米']
const SHARE = ['%', '‰']
const POINT = ['个百分点', '百分点', '个千分点']
const MULTIPLE = ['倍(?!增)']
const MEASURE = [
  '平方米',
  '平方公里',
  '平方千米',
  '㎡',
  '亩',
  '公顷',
  '立方米',
  '公里',
  '千米',
  '海里',
  '米(?!粮)',
  '吨',
  '吨标准煤',
  '吨标煤',
  '公斤',
  '千克',
  '千瓦',
  '千瓦时',
  '兆瓦',
  '兆瓦时',
  '吉瓦',
  'kWh',
  'kW',
  'MWh',
  'MW',
  'GWh',
  'GW',
  '千伏安',
  '千伏',
  '度(?=[,。;电])',
  '微克/立方米',
  '毫克/升',
  '毫克/立方米',
  'TB',
  'PB',
  'EB',
  'GB',
  'Gbps',
  'Mbps',
  'Tbps',
  'TFLOPS',
  'PFLOPS',
  'EFLOPS',
  'PFlops',
  'EFlops',
  'P(?![A-Za-z])',
  '机架',
  '标准机架',
  '核时',
  '升',
]
const DURATION = [
  '个?工作日',
  '小时',
  '分钟',
  '秒',
  '天(?!然|使|津|河|文|空)',
  '个月',
  '岁',
  '年(?!度|均|级|产|龄|轻|货|内|来|底|末|初|前|代|报|检|会|间|期|后)',
  '周(?![边年期岁])',
  '日(?![均常益本报])',
  '课',
]
const SCORE = ['分(?=[,。;、)的]|以上|左右|$)', '个?位次', '个名次']

const CLASSES: [UnitClass, string[]][] = [
  ['count', COUNT],
  ['money', MONEY],
  ['share', SHARE],
  ['point', POINT],
  ['multiple', MULTIPLE],
  ['measure', MEASURE],
  ['duration', DURATION],
  ['score', SCORE],
]

/** A unit of reference after a stroke or in brackets: 件/万人, 吨标准煤/万元, 家(项), 篇(幅). */
const PER =
  '(?:/(?:每)?[十百千万亿]{0,2}(?:人年|人|元|户|平方公里|平方米|立方米|亩|公顷|年|家|名|辆|升|天|月|米|千瓦时|件|GDP))'
const TWIN =
  '(?:\\([家项个件套次幅名人场批部台所处只篇]{1,2}\\)|[、/](?=[家项个件次幅名人场])[家项个件次幅名人场](?![0-9]))'

interface UnitPattern {
  unitClass: UnitClass
  pattern: RegExp
}

const PATTERNS: UnitPattern[] = CLASSES.map(([unitClass, words]) => ({
  unitClass,
  pattern: new RegExp(`(?:${words.toSorted((a, b) => plainLength(b) - plainLength(a)).join('|')})${PER}?${TWIN}?`, 'y'),
}))

export interface Unit {
  end: number
  text: string
  unitClass: UnitClass
}

/** Reads the unit that starts at `at` (a space before it is allowed), longest match over all classes, or null. */
export function readUnit(text: string, at: number): Unit | null {
  const start = text[at] === ' ' ? at + 1 : at
  let best: Unit | null = null
  for (const { unitClass, pattern } of PATTERNS) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match && match[0].length > (best?.text.length ?? 0)) {
      best = { end: start + match[0].length, text: match[0], unitClass }
    }
  }
  return best
}

function plainLength(pattern: string): number {
  return pattern.replace(/\(\?.*$/, '').replaceAll('?', '').length
}
