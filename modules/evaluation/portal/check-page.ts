import { createHash } from 'node:crypto'
import { type PortalPage, renderPage, section, voiceOf } from '@opensti/plans'
import { formatDate, formatNumber } from '@opensti/ui'
import { html } from '@opensti/ui/portal'
import type { KnownPaper } from '../contract.ts'
import { dayOf } from '../server/papers/words.ts'
import { checkScriptText } from './check-script.ts'

const version = createHash('sha256').update(checkScriptText).digest('hex').slice(0, 8)
export const checkScript = {
  path: '/verify.js',
  href: `/verify.js?v=${version}`,
  body: checkScriptText,
} as const

export interface Check {
  /** What was typed or worked out; empty when nobody asked yet. */
  asked: string
  isDigest: boolean
  known: KnownPaper | null
}

const words = {
  zh: {
    title: '核验文件',
    lead: '报告、专报和数据定稿、签发时，每个文件都记下了SHA-256摘要。把手里的文件放到这里，看它是不是原件。文件不会上传，摘要由浏览器在本机计算。',
    choose: '选择文件，或拖到这里',
    digest: '或者直接填写摘要（64位十六进制数）',
    check: '核验',
    known: '是原件',
    knownLead: '这个文件与定稿公开或者签发的文件逐字节一致。',
    unknown: '不认识这个文件',
    unknownLead:
      '已公开、已签发的文件中没有这个摘要：文件可能被改动过（哪怕只改一个字或另存一次），可能是草稿，也可能还没有公开。',
    wrong: '这不是摘要',
    wrongLead: '摘要是64位十六进制数，只含0—9和a—f，请检查是否漏了或多了字符。',
    what: '文件',
    plan: '规划',
    concluded: '定稿或签发日期',
    size: '大小',
    download: '下载原件',
    howTitle: '不用本页面也能核验',
    how: 'Windows：certutil -hashfile 文件名 SHA256；Linux 和 macOS：sha256sum 文件名（或 shasum -a 256 文件名）。得到的摘要与原件的相同，文件就没有改动。',
  },
  en: {
    title: 'Check a file',
    lead: 'When reports, briefs and data are concluded or issued, the SHA-256 digest of each file is kept. Put yours here to see whether it is the original. The file is not sent; your browser works out the digest.',
    choose: 'Choose a file, or drop it here',
    digest: 'Or enter its digest (64 hexadecimal digits)',
    check: 'Check',
    known: 'This is the original',
    knownLead: 'The file is the one that was published or issued, byte by byte.',
    unknown: 'This file is not known',
    unknownLead:
      'No published or issued file has this digest: it may have been changed, if only by a word or by saving it again, it may be a draft, or it has not been published.',
    wrong: 'This is no digest',
    wrongLead: 'A digest has 64 hexadecimal digits, 0–9 and a–f. See whether some are missing or too many.',
    what: 'File',
    plan: 'Plan',
    concluded: 'Concluded or issued on',
    size: 'Size',
    download: 'Fetch the original',
    howTitle: 'Without this page',
    how: 'Windows: certutil -hashfile FILE SHA256; Linux and macOS: sha256sum FILE (or shasum -a 256 FILE). If the digest is that of the original, the file is unchanged.',
  },
} as const

/** Anybody finds out whether a file is a published paper, byte by byte. Works without the script by typing the digest. */
export function checkPage(check: Check, page: PortalPage): string {
  const t = words[page.language]
  const { to } = voiceOf(page)
  return renderPage(page, {
    title: t.title,
    description: t.lead,
    crumbs: [{ label: t.title }],
    noIndex: check.asked !== '',
    body: html`<div class="intro"><h1>${t.title}</h1><p class="lead">${t.lead}</p></div>${answer(check, page)}<div id="check-drop" hidden><p><label for="check-file">${t.choose}</label></p><p><input id="check-file" type="file"></p></div><form id="check-form" action="${to('/verify')}" method="get"><p><label for="check-digest">${t.digest}</label></p><p><input id="check-digest" name="digest" size="66" maxlength="100" spellcheck="false" autocomplete="off" value="${check.asked}"></p><p class="actions"><button class="button">${t.check}</button></p></form>${section('how', t.howTitle, html`<p>${t.how}</p>`)}<script src="${checkScript.href}"></script>`,
  })
}

function answer({ asked, isDigest, known }: Check, page: PortalPage) {
  const t = words[page.language]
  const { say } = voiceOf(page)
  if (asked === '') return false
  if (!isDigest) return html`<div role="status"><h2>${t.wrong}</h2><p>${t.wrongLead}</p></div>`
  if (!known) return html`<div role="status"><h2>${t.unknown}</h2><p>${t.unknownLead}</p></div>`
  return html`<div role="status"><h2>${t.known}</h2><p>${t.knownLead}</p><dl class="facts"><dt>${t.what}</dt><dd>${say(known.region)} · ${known.title} · ${say(known.what)} (${known.format.toUpperCase()})</dd><dt>${t.plan}</dt><dd>${say(known.plan)}</dd><dt>${t.concluded}</dt><dd>${formatDate(dayOf(known.concludedAt), page.language)}</dd><dt>${t.size}</dt><dd>${formatNumber(known.size / 1000, 0)} kB</dd></dl>${known.href !== null && html`<p class="actions"><a class="button" href="${known.href}">${t.download}</a></p>`}</div>`
}
