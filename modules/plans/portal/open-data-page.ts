import { html, safeHref } from '@opensti/ui/portal'
import type { Name } from '../contract.ts'
import { type PortalPage, renderPage, section, voiceOf } from './page.ts'

/** A set of data that anyone may take, with its address in every format. */
export interface OpenDataView {
  sets: readonly {
    title: Name
    what: Name
    licence?: { name: Name; url: string } | null
    formats: readonly { label: string; href: string }[]
  }[]
  /** Where the interface is described for programs. */
  apiDescription: string | null
}

const title: Name = { zh: '开放数据', en: 'Open data' }
const lead: Name = {
  zh: '页面上看到的数字都可以整批取用，带着时期、口径、来源和核对情况。',
  en: 'Every figure on these pages can be taken in bulk, with its period, definition, source and certainty.',
}
const rules: Name[] = [
  { zh: '引用时请写明数据来源文件和取用日期。', en: 'Name the source document and the day you took the data.' },
  {
    zh: '标有“未经核实”的数，引用前请与正式文件核对。',
    en: 'Check figures marked “not verified” against the official paper first.',
  },
  {
    zh: '“范围”（scope）为 unit 的是一个单位的数，不要与全地区的数（region）放在一起汇总。',
    en: 'Rows with scope “unit” are one unit’s part; do not add them to figures of the region.',
  },
  {
    zh: '地址长期有效；数被修订时，旧数保留并注明原因。',
    en: 'Addresses are permanent; a revised value keeps its predecessor and says why.',
  },
]

const open: Name = { zh: '打开', en: 'Open' }
/** The ways by which people and programs find what there is and what is new. */
const guides: readonly { title: Name; what: Name; isPage?: true; links: readonly (readonly [string, string])[] }[] = [
  {
    title: { zh: '数据字典', en: 'Data dictionary' },
    what: { zh: '每一列是什么、用什么单位', en: 'What every column is, and in which unit' },
    isPage: true,
    links: [['', '/data/dictionary']],
  },
  {
    title: { zh: '数据目录', en: 'Catalogue' },
    what: { zh: '按 DCAT 3 描述，含许可、时间范围和校验值', en: 'By DCAT 3, with licence, coverage and checksums' },
    links: [
      ['JSON-LD', '/data/catalog.jsonld'],
      ['Turtle', '/data/catalog.ttl'],
    ],
  },
  {
    title: { zh: '发布动态', en: 'News of releases' },
    what: { zh: '新发布和更正，可订阅', en: 'New releases and corrections, to subscribe to' },
    isPage: true,
    links: [
      ['Atom', '/releases.atom'],
      ['JSON Feed', '/releases.json'],
    ],
  },
  {
    title: { zh: '发布公钥', en: 'Public key of releases' },
    what: { zh: '用来核对随发布文件夹附上的签名', en: 'Checks the signature of a release that came as a folder' },
    links: [['PEM', '/data/release-key.pem']],
  },
]

export function openDataPage(view: OpenDataView, page: PortalPage): string {
  const { text, say, to } = voiceOf(page)
  return renderPage(page, {
    title: say(title),
    description: say(lead),
    section: 'open-data',
    crumbs: [{ label: text.openData }],
    body: html`<div class="intro"><h1>${say(title)}</h1><p class="lead">${say(lead)}</p></div>${section(
      'sets',
      say({ zh: '数据集', en: 'Data sets' }),
      view.sets.length > 0 &&
        html`<ul class="rows">${view.sets.map(
          (set) =>
            html`<li class="split"><span><b>${say(set.title)}</b><span class="under">${say(set.what)}${set.licence && html` · <a href="${safeHref(set.licence.url)}" rel="license">${say(set.licence.name)}</a>`}</span></span><span class="actions">${set.formats.map((format) => html`<a class="button" href="${format.href}">${format.label}<span class="hidden"> ${say(set.title)}</span></a>`)}</span></li>`,
        )}</ul>`,
    )}${section(
      'api',
      say({ zh: '程序接口', en: 'For programs' }),
      view.apiDescription !== null &&
        html`<div class="prose"><p>${say({ zh: '接口按 OpenAPI 3.1 描述，无需登录即可读取已公布的内容。', en: 'Described as OpenAPI 3.1; published content needs no sign-in.' })}</p><p><a href="${view.apiDescription}">OpenAPI</a></p></div>`,
    )}${section(
      'catalogue',
      say({ zh: '目录与动态', en: 'Catalogue and news' }),
      html`<ul class="rows">${guides.map(
        (guide) =>
          html`<li class="split"><span><b>${say(guide.title)}</b><span class="under">${say(guide.what)}</span></span><span class="actions">${guide.links.map(([label, href]) => html`<a class="button" href="${guide.isPage ? to(href) : href}">${label === '' ? say(open) : label}<span class="hidden"> ${say(guide.title)}</span></a>`)}</span></li>`,
      )}</ul>`,
    )}${section(
      'rules',
      say({ zh: '使用说明', en: 'How to use it' }),
      html`<div class="prose"><ul>${rules.map((rule) => html`<li>${say(rule)}</li>`)}</ul></div>`,
    )}`,
  })
}
