// @vitest-environment jsdom
import { statusMarks } from '@opensti/ui'
import { describe, expect, test } from 'vitest'
import type { Name } from '../contract.ts'
import { sampleComparisonView, sampleDocumentView, sampleSearchView } from '../testing/sample-lists.ts'
import { samplePages } from '../testing/sample-pages.ts'
import {
  sampleHomeView,
  sampleIndicatorView,
  samplePlanView,
  sampleRegions,
  sampleRegionView,
  sampleTaskView,
  sampleUnitView,
} from '../testing/sample-views.ts'
import {
  comparePage,
  documentPage,
  errorPage,
  formulasPage,
  homePage,
  indicatorCsv,
  indicatorPage,
  type PortalPage,
  planPage,
  regionPage,
  searchPage,
  taskPage,
  unitPage,
} from './index.ts'
import { messagesEn } from './messages-en.ts'
import { messagesZh } from './messages-zh.ts'

const documentOf = (page: string) => new DOMParser().parseFromString(page, 'text/html')

describe.each(['zh', 'en'] as const)('every page in %s', (language) => {
  test.each(samplePages(language).map(({ name, html }) => [name, html]))('%s is a whole page', (_name, page) => {
    const document = documentOf(page)
    expect(page.startsWith('<!doctype html>')).toBe(true)
    expect(document.documentElement.lang).toBe(language === 'zh' ? 'zh-Hans' : 'en')
    expect(document.title.length).toBeGreaterThan(8)
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBeTruthy()
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    for (const landmark of ['header', 'main#main', 'footer', 'form[role=search]', 'nav[aria-label]']) {
      expect(document.querySelector(landmark), landmark).not.toBeNull()
    }
    expect(document.querySelector('a.skip')?.getAttribute('href')).toBe('#main')
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(samplePages(language).map(({ name, html }) => [name, html]))(
    '%s keeps the content policy: no styles or scripts inside, no address that runs',
    (_name, page) => {
      const document = documentOf(page)
      expect(document.querySelectorAll('style, [style], script:not([src])')).toHaveLength(0)
      for (const element of document.querySelectorAll('*')) {
        for (const name of element.getAttributeNames()) expect(name.startsWith('on')).toBe(false)
      }
      for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(\/|#|https:\/\/)/)
    },
  )

  test.each(samplePages(language).map(({ name, html }) => [name, html]))('%s says nothing undefined', (_name, page) => {
    const text = documentOf(page).body.textContent ?? ''
    expect(text).not.toMatch(/undefined|null|NaN|\[object|Infinity/)
  })

  test('links stay in the language', () => {
    const prefix = language === 'en' ? '/en' : ''
    const document = documentOf(samplePages(language).find(({ name }) => name === 'plan')?.html ?? '')
    for (const link of document.querySelectorAll('main a')) {
      const address = link.getAttribute('href') ?? ''
      expect(address.startsWith(`${prefix}/regions/`) || address.startsWith(`${prefix}/documents/`)).toBe(true)
      if (language === 'zh') expect(address.startsWith('/en')).toBe(false)
    }
  })
})

test('every status on a plan page stands in words beside its shape', () => {
  const document = documentOf(planPage(samplePlanView, { language: 'zh', path: '/' }))
  const words = new Set(Object.values(statusMarks).map((mark) => mark.word.zh))
  const badges = [...document.querySelectorAll('.status')]
  expect(badges.length).toBeGreaterThanOrEqual(samplePlanView.indicators.length)
  for (const badge of badges) {
    expect(words).toContain(badge.textContent)
    expect(badge.querySelector('svg use')).not.toBeNull()
  }
})

test('the formulas page explains every status and every kind of target that a page can show', () => {
  const page = documentOf(formulasPage({ language: 'zh', path: '/formulas' })).body.textContent ?? ''
  for (const mark of Object.values(statusMarks)) expect(page).toContain(mark.word.zh)
  for (const rule of Object.values(messagesZh.rule)) expect(page).toContain(rule)
  expect(page).not.toContain('按零计')
})

test('where no start is known the page speaks of the share, what remains and the growth needed, never of pace', () => {
  const whole = indicatorPage(sampleIndicatorView('expert-advisers'), { language: 'zh', path: '/' })
  const text = documentOf(whole).body.textContent ?? ''
  for (const said of ['尚未达到', '目标的 32%，还差 34 个百分点', '平均每年提高 8.5 个百分点'])
    expect(text).toContain(said)
  expect(whole).not.toContain('序时 ')
  expect(documentOf(whole).querySelector('path.way')).toBeNull()
})

test('every chart has a name that screen readers say', () => {
  for (const { html } of samplePages('zh')) {
    for (const chart of documentOf(html).querySelectorAll('svg[role=img]')) {
      const names = chart.getAttribute('aria-labelledby')?.split(' ') ?? []
      const said =
        chart.getAttribute('aria-label') ?? names.map((id) => chart.querySelector(`[id='${id}']`)?.textContent).join('')
      expect(said.length).toBeGreaterThan(3)
    }
  }
})

test.each([
  ['high-tech-firms', 'zh', '高新技术企业：2028年上半年已达2030年目标的 86%'],
  ['high-tech-firms', 'en', 'High-tech enterprises: 86% of the 2030 target by H1 2028'],
  ['contracts', 'zh', '技术合同成交额：截至2027年累计完成2030年目标的 35%'],
  ['patents-high-value', 'zh', '每万人高价值发明专利拥有量：2028年上半年已达到2030年的目标，提前 2 年'],
  ['fiscal-science', 'zh', '财政科技支出占比：2027年为4.6%，在 4.5%—5% 的目标区间内'],
  ['innovation-rank', 'en', 'Rank in provincial innovation: 7th in 2027; the target is top 6'],
  ['science-literacy', 'zh', '公民具备科学素质的比例：还没有可以对照目标的数据'],
] as const)('the chart of %s (%s) answers in its title', (id, language, title) => {
  const document = documentOf(indicatorPage(sampleIndicatorView(id), { language, path: '/' }))
  expect(document.querySelector('figure h2')?.textContent).toBe(title)
})

test('text from data never becomes markup', () => {
  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>\'`'
  const spoil = <T>(value: T): T => JSON.parse(JSON.stringify(value), (key, part) => spoilText(key, part, hostile)) as T
  const page: PortalPage = { language: 'zh', path: `/search?q=${hostile}`, regions: spoil(sampleRegions) }
  const pages = [
    homePage(spoil(sampleHomeView), page),
    regionPage(spoil(sampleRegionView), page),
    planPage(spoil(samplePlanView), page),
    planPage(spoil(samplePlanView), { ...page, by: 'charts' }),
    planPage(spoil(samplePlanView), { ...page, by: 'unit' }),
    indicatorPage(spoil(sampleIndicatorView('high-tech-firms')), page),
    taskPage(spoil(sampleTaskView), page),
    unitPage(spoil(sampleUnitView), page),
    comparePage(spoil(sampleComparisonView), page),
    documentPage(spoil(sampleDocumentView), page),
    searchPage(spoil(sampleSearchView), page),
    errorPage({ status: 404, detail: hostile, reference: hostile }, page),
  ]
  for (const text of pages) {
    const document = documentOf(text)
    expect(text).toContain('&lt;script&gt;')
    expect(document.querySelectorAll('script:not([src]), img, [onerror]')).toHaveLength(0)
  }
})

test('a story whose address runs code leads nowhere', () => {
  const view = {
    ...sampleRegionView,
    stories: [{ kind: 'far' as const, text: name('a', 'a'), href: 'javascript:alert(1)' }],
  }
  const document = documentOf(regionPage(view, { language: 'zh', path: '/' }))
  expect(document.querySelector('.stories a')?.getAttribute('href')).toBe('#')
})

test('a province is not set against its cities', () => {
  const document = documentOf(comparePage(sampleComparisonView, { language: 'zh', path: '/' }))
  expect(document.querySelector('figure h2')?.textContent).toBe('高新技术企业：石桥市居首，2027年为 1,320 家')
  expect([...document.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual([
    '石桥市',
    '云溪市',
    '东岭省',
  ])
})

test('regions without a figure for the common period stand apart, and a share is not called a total', () => {
  const [first, second, third] = sampleComparisonView.rows
  const rows = [first!, { ...second!, rank: null, period: '2028-H1' }, third!]
  const page = documentOf(comparePage({ ...sampleComparisonView, rows }, { language: 'zh', path: '/' }))
  expect([...page.querySelectorAll('tbody')].map((body) => body.querySelector('.note-row')?.textContent)).toEqual([
    undefined,
    '没有同一时期的数，不参加排序',
    '包含上列地区，不参加排序',
  ])
  expect(page.querySelectorAll('svg.amount')).toHaveLength(1)
  const nobody = { ...sampleComparisonView, total: false, period: null, rows: [{ ...first!, rank: null }] }
  const alone = comparePage(nobody, { language: 'zh', path: '/' })
  expect(alone).toContain('各地没有同一时期的数')
  expect(alone).not.toContain('总量')
})

test('Chinese on an English page says that it is Chinese, in text and never in a drawing', () => {
  let marked = 0
  for (const { html } of samplePages('en')) {
    const page = documentOf(html)
    const walker = page.createTreeWalker(page.querySelector('main') ?? page.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\p{Script=Han}/u.test(node.textContent ?? '') || node.parentElement?.closest('svg')) continue
      expect(node.parentElement?.closest('[lang]')?.getAttribute('lang'), node.textContent ?? '').toBe('zh-Hans')
      marked += 1
    }
    expect(page.querySelector('svg span')).toBeNull()
  }
  expect(marked).toBeGreaterThan(10)
  expect(samplePages('zh').every(({ html }) => !html.includes('<span lang="zh-Hans">'))).toBe(true)
})

test('a renamed unit shows both names and no link to itself; units that are no more stand apart', () => {
  const rename = { ...sampleUnitView.changes[0]!, kind: 'rename' as const, on: '2019-01', from: [], to: [] }
  const unit = documentOf(unitPage({ ...sampleUnitView, changes: [rename] }, { language: 'zh', path: '/' }))
  expect(unit.querySelector('#changes')?.textContent).toContain('云溪市科技和知识产权局 → 云溪市科学技术局')
  const [gone, ...others] = sampleRegionView.units
  const units = [{ ...gone!, until: '2019-01' }, ...others]
  const region = documentOf(regionPage({ ...sampleRegionView, units }, { language: 'zh', path: '/' }))
  const lists = [...region.querySelectorAll('#units .name-list')].map((list) => list.textContent ?? '')
  expect(lists[0]).not.toContain(gone!.name.zh)
  expect(lists[1]).toBe(`${gone!.name.zh} 2019年1月撤并`)
})

test('stories of what is missing come after stories of what is there', () => {
  const story = (kind: 'lost' | 'unknown' | 'disagree', zh: string) => ({ kind, text: name(zh, zh), href: '/' })
  const stories = [story('lost', 'l'), story('unknown', 'u'), story('disagree', 'd1'), story('disagree', 'd2')]
  const page = documentOf(regionPage({ ...sampleRegionView, stories }, { language: 'zh', path: '/' }))
  expect([...page.querySelectorAll('.stories a')].map((link) => link.textContent)).toEqual(['d1', 'd2', 'l', 'u'])
})

test.each([
  ['zh', '/regions/yunxi/releases.atom', '/releases.atom'],
  ['en', '/en/regions/yunxi/releases.atom', '/en/releases.atom'],
] as const)('a page names the feeds of its region and of all regions (%s)', (language, own, all) => {
  const feeds = (page: string) =>
    [...documentOf(page).querySelectorAll('head link[rel=alternate][type="application/atom+xml"]')].map((link) =>
      link.getAttribute('href'),
    )
  const at = { language, path: '/', regions: sampleRegions }
  expect(feeds(regionPage(sampleRegionView, at))).toEqual([own, all])
  expect(feeds(homePage(sampleHomeView, at))).toEqual([all])
})

test('errors say what to do and never what failed inside', () => {
  const page = errorPage(
    { status: 500, detail: 'connection to 10.0.0.1 refused', reference: 'abc' },
    { language: 'en', path: '/' },
  )
  expect(page).not.toContain('10.0.0.1')
  expect(page).toContain('Try again')
  expect(page).toContain('abc')
})

test('the CSV has every value, opens in Excel, and cannot run a formula there', () => {
  const view = sampleIndicatorView('high-tech-firms')
  const csv = indicatorCsv({ ...view, name: name('=HYPERLINK("x")', 'x') }, 'zh')
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  const lines = csv.trimEnd().split('\r\n')
  expect(lines).toHaveLength(
    1 + view.values.length + view.revisions.length + view.parts.flatMap((one) => one.values).length,
  )
  expect(lines[1]).toMatch(/^"'=HYPERLINK/)
})

test('both languages say everything', () => {
  expect(keysOf(messagesEn)).toEqual(keysOf(messagesZh))
  expect(JSON.stringify(messagesEn)).not.toMatch(/[一-鿿]/)
})

function name(zh: string, en: string): Name {
  return { zh, en }
}

/** Every text that people read is spoilt; ids, dates and words of the contract stay what they are. */
function spoilText(key: string, part: unknown, hostile: string): unknown {
  return ['zh', 'en', 'section', 'documentNumber', 'issuer', 'query', 'number'].includes(key) &&
    typeof part === 'string'
    ? `${part}${hostile}`
    : part
}

function keysOf(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'object' && part !== null ? keysOf(part, `${path}${key}.`) : [`${path}${key}`],
  )
}

test('an invented region is said to be one, on its own pages and beside real ones', () => {
  const made = { ...sampleRegionView.region, invented: true }
  const regions = sampleRegions.map((region) => (region.id === made.id ? made : region))
  const own = regionPage({ ...sampleRegionView, region: made }, { language: 'zh', path: '/', regions })
  expect(own).toContain(messagesZh.inventedNote(made.name.zh))
  const home = homePage(
    { ...sampleHomeView, regions: [{ ...sampleRegionView, region: made }] },
    { language: 'zh', path: '/' },
  )
  expect(documentOf(home).querySelector('h2')?.textContent).toBe(`${made.name.zh}${messagesZh.invented}`)
  expect(homePage(sampleHomeView, { language: 'zh', path: '/' })).not.toContain(messagesZh.invented)
})

test('a plan says how far its figures reach', () => {
  expect(planPage(samplePlanView, { language: 'zh', path: '/' })).toMatch(
    /数据截至20\d\d年[^：<]*：\d+ 项有目标的指标中/,
  )
})
