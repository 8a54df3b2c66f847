import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findDamage } from './damage.ts'
import { findNoise } from './noise.ts'

function signs(text: string): string[] {
  return findDamage(text, findNoise(text)).map(({ sign, quote, expected }) =>
    [sign, quote, expected].filter(Boolean).join(' '),
  )
}

const LINE = (text: string) => `一、任务\n${text}`

const SIGNS: readonly [text: string, signs: string[]][] = [
  ['加强常识产权保护,建设常识城。', ['swapped-word 常识产权 知识产权', 'swapped-word 常识城 知识城']],
  ['大力推进创新学问建设。', ['swapped-word 创新学问 创新文化']],
  ['广泛宣传科技工编辑的事迹。', ['swapped-word 工编辑 工作者']],
  ['深入实施立异驱动发展计谋。', ['swapped-word 立异 创新', 'swapped-word 发展计谋 发展战略']],
  ['完善公共办事体系,发展现代办事业。', ['swapped-word 公共办事 公共服务', 'swapped-word 现代办事 现代服务']],
  ['推动财产链升级,攻克焦点手艺。', ['swapped-word 财产链 产业链', 'swapped-word 焦点手艺 核心技术']],
  ['鼓励支撑,大力支撑高校院所开展研究。', ['swapped-word 大力支撑 大力支持']],
  ['学习习大大总书记重要讲话。', ['altered-name 习大大 习近平']],
  ['20xx年投入13亿元,比20××年增长。', ['masked-year 20xx年', 'masked-year 20××年']],
  ['新增企业XX家,投入××亿元。', ['masked-value XX家', 'masked-value ××亿元']],
  ['主要指标见表2。', ['missing-table 表2']],
  ['实施示范工程(专栏1),详见附件2。', ['missing-box 专栏1', 'missing-annex 附件2']],
  ['阶段目标分解如下:\n二、保障', ['missing-table 阶段目标分解如下:']],
  ['专栏1\n二、保障', ['missing-box 专栏1']],
  ['建成\ufffd\ufffd平台。', ['unreadable-bytes \ufffd\ufffd']],
  ['(一)平台\n(三)人才', ['broken-numbering (三)']],
  ['二、保障\n四、组织', ['broken-numbering 四、']],
]

/** Official language that a hasty reader might suspect. */
const HONEST = [
  '为经济社会发展提供强大科技支撑,支撑引领高质量发展。',
  '加大对重点民生领域的科技支撑,支持企业创新。',
  '增强知识产权保护,普及科学常识,提高安全常识。',
  '发挥驻外办事处作用,推进网上办事大厅建设,提高办事效率。',
  '推广装配式建造和智能建造,建设建造师队伍。',
  '服务企业成长,培育高成长性企业,关注人才成长。',
  '保护公民财产安全,发展财产保险。',
  '治学问、讲科学,起到较好的鞭策效果。',
  '畅通职称晋升通道,增进民生福祉。',
  '召开研讨会,开辟新领域新赛道。',
  '收集信息,组织课后练习。',
  '主要指标如下:\n1.研发投入达到3%。\n2.企业达到500家。',
  '指标见表1。\n表1 主要指标\n指标\t2025年\n研发投入\t3%',
  '实施工程(专栏1)。\n专栏1 重点工程\n建设实验室5家。',
  '重点包括:(1)器械;\n(2)药物;\n(3)材料。',
  '1.平台\n2.人才\n(一)改革\n3.金融',
  '5G+园区、X射线、XX染色体、3D打印。',
]

describe('signs of damage', () => {
  for (const [text, expected] of SIGNS) it(text.replace('\n', ' / '), () => expect(signs(LINE(text))).toEqual(expected))

  it('tells where a copy begins, once', () => {
    expect(signs('3.树立作风。\n(三)国际化。\n1.交流。\n九、生态\n(一)体制。')).toEqual(['broken-numbering 3.'])
  })

  it('suspects 支撑 in a long paper that never says 支持', () => {
    const paper = `一、任务\n${'推进科技创新,加快建设平台,提升能力水平。'.repeat(150)}\n给予长期稳定支撑,主动支撑合作区,各类资金支撑,依法支撑用于研究,提供有力支撑。`
    expect(signs(paper).filter((sign) => sign.includes('支持'))).toHaveLength(4)
    expect(signs(`${paper}支持企业。`).filter((sign) => sign.includes('支持'))).toHaveLength(0)
  })

  it('gives places, both languages and a remedy', () => {
    const text = LINE('20xx年投入13亿元。')
    const [damage] = findDamage(text)
    expect(text.slice(damage!.start, damage!.end)).toBe(damage!.quote)
    expect(damage!.message.zh).toContain('请')
    expect(damage!.message.en).toMatch(/published text/)
  })
})

describe('honest language', () => {
  for (const text of HONEST) it(text.replaceAll('\n', ' / '), () => expect(signs(LINE(text))).toEqual([]))
})

const SEEDS = new URL('../../../../../shared/seeds/', import.meta.url)

describe.skipIf(!existsSync(SEEDS))('the five documents (not run where ../shared is absent)', () => {
  const count = (name: string) => {
    const text = readFileSync(new URL(`${name}.txt`, SEEDS), 'utf8')
    const counts: Record<string, number> = {}
    for (const { sign } of findDamage(text, findNoise(text))) counts[sign] = (counts[sign] ?? 0) + 1
    return counts
  }
  it('finds the swapped words and names', () =>
    expect(count('000_8d30c805f7612e19')).toMatchObject({ 'altered-name': 2, 'swapped-word': expect.any(Number) }))
  it('finds the masked years', () => expect(count('001_2bdc0bcdbbb894b5')).toEqual({ 'masked-year': 5 }))
  it('finds the two lost boxes', () => expect(count('002_63669fec260b4861')).toMatchObject({ 'missing-box': 2 }))
  it('finds no swapped word in the work report', () =>
    expect(count('003_fa7184decc579a43')['swapped-word']).toBeUndefined())
  it('finds the lost target table', () => expect(count('004_c91499acc1fbdec2')).toMatchObject({ 'missing-table': 1 }))
})
