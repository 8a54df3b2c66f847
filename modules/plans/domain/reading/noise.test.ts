import { describe, expect, it } from 'vitest'
import { findNoise } from './noise.ts'

const BODY = [
  '云湖市人民政府关于印发云湖市科技创新行动计划(2026-2028年)的通知',
  '云府〔2026〕3号',
  '各区人民政府,市政府各部门、各直属机构:',
  '现将《云湖市科技创新行动计划(2026-2028年)》印发给你们,请认真贯彻执行。',
  '云湖市人民政府',
  '2026年3月1日',
  '一、总体要求',
  '坚持创新驱动,建设区域创新中心,到2028年全社会研发投入占地区生产总值比重达到3.1%。',
  '二、重点任务',
  '(一)建设创新平台。支持企业牵头建设创新联合体,新增省级重点实验室5家。',
  '(此件公开发布)',
]

/** Furniture of invented sites, above and below the document. */
const PAGES: readonly { site: string; above: string[]; inside?: string; below: string[] }[] = [
  {
    site: 'a government portal',
    above: [
      '网站首页 政务公开 政务服务 互动交流 数据开放',
      '当前位置:首页 > 政务公开 > 规划计划',
      '字体:大 中 小',
      '索引号:',
    ],
    below: [
      '分享到:',
      '相关阅读',
      '云湖市科技局召开座谈会 2026-02-01',
      '上一篇:关于开展申报工作的通知',
      '版权所有:云湖市人民政府 湘ICP备00000000号-1',
      '主办单位:云湖市人民政府办公室',
      '网站标识码:0000000001',
    ],
  },
  {
    site: 'a document-sharing site',
    above: ['下面是小编为大家整理的云湖市科技创新行动计划,欢迎阅读,希望对大家有所帮助。'],
    inside: '推荐阅读:2026年工作总结范文大全',
    below: [
      '以上就是云湖市科技创新行动计划的全部内容,供大家参考。',
      '点击下载文档 加入会员',
      '热门文章',
      '工作总结范文',
    ],
  },
  {
    site: 'a company site',
    above: [
      '欢迎来到云湖某某机械有限公司网站,我们承诺质量第一,服务至上。',
      '全国热线',
      '000-0000-0000',
      '首页 关于我们 产品中心 新闻动态 联系我们',
      '发布时间:2026-03-05 来源:本站 浏览次数:120',
    ],
    below: [
      '联系我们',
      '电话:0000-0000000 传真:0000-0000001',
      '邮箱:someone@example.com',
      '地址:云湖市东山区一号',
      'Copyright © 2020-2026 某某机械 All Rights Reserved',
      'QQ在线客服',
    ],
  },
]

describe('page furniture', () => {
  for (const { site, above, inside, below } of PAGES) {
    for (const [width, form] of [
      ['half', (text: string) => text],
      ['full', (text: string) => text.replace(/[(),:;]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))],
    ] as const) {
      it(`of ${site} is set aside, the document is not (${width} width)`, () => {
        const body = BODY.map(form)
        const middle = inside ? [...body.slice(0, 8), form(inside), ...body.slice(8)] : body
        const text = [...above.map(form), '', ...middle, '', ...below.map(form)].join('\n')
        const noise = findNoise(text)
        const kept = text.split('\n').filter((line) => {
          const at = text.indexOf(line)
          return line !== '' && !noise.some(({ start, end }) => at >= start && at + line.length <= end)
        })
        expect(kept).toEqual(body)
        expect(noise.every(({ start, end }, i) => start < end && start >= (noise[i - 1]?.end ?? 0))).toBe(true)
      })
    }
  }

  it('finds none in a clean document', () => expect(findNoise(BODY.join('\n'))).toEqual([]))

  it('leaves prose that speaks of telephones, microblogs and companies', () => {
    const text = `一、服务\n开通12345热线电话,利用网站、微博、微信等方式公开信息,受理公众咨询约7000人次。\n(一)办好公司\n1.联系企业。`
    expect(findNoise(text)).toEqual([])
  })

  it('says what each stretch is', () => {
    const text = ['首页 关于我们 联系我们', '电话:0000-0000000', ...BODY, 'Copyright © 2026'].join('\n')
    expect(findNoise(text).map(({ reason }) => reason)).toEqual(['menu', 'contact', 'footer'])
  })
})
