import { createHash } from 'node:crypto'
import { type PortalPage, renderPage, section, voiceOf } from '@opensti/plans'
import { formatDate, formatNumber } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'
import type { KnownFile } from '../contract.ts'
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
  known: KnownFile | null
}

/** What is said when the script has worked the digest out of a file, and when only a digest is known. */
interface Verdict {
  file: string
  fileLead: string
  digest: string
  digestLead: string
}
interface Words {
  title: string
  lead: string
  choose: string
  chooseHint: string
  digest: string
  check: string
  known: Verdict
  withdrawn: Verdict
  unknown: Verdict
  wrong: string
  wrongLead: string
  what: string
  plan: string
  since: string
  size: string
  takenDown: string
  because: string
  download: string
  release: string
  howTitle: string
  how: string
}

const words: Readonly<Record<'zh' | 'en', Words>> = {
  zh: {
    title: '核验文件',
    lead: '报告、专报和数据公开或签发时，每个文件都记下了SHA-256摘要。把手里的文件放到这里，看它是不是原件。文件不会上传，摘要由浏览器在本机计算。',
    choose: '选择文件',
    chooseHint: '也可以把文件拖到这个框里。',
    digest: '或者填写摘要（64位十六进制数），查它属于哪个文件',
    check: '查询',
    known: {
      file: '是原件',
      fileLead: '您选的文件与公开或者签发的文件逐字节一致。',
      digest: '这个摘要属于下面的文件',
      digestLead: '这里只查了摘要，没有看到文件。要知道手里的文件是不是原件，请在下面选择文件核验。',
    },
    withdrawn: {
      file: '曾是公开的原件，现已撤下',
      fileLead: '您选的文件与当时公开的文件逐字节一致，但它所在的发布已经撤下，请不要再引用。',
      digest: '这个摘要属于一个已撤下的文件',
      digestLead: '这里只查了摘要，没有看到文件。它所在的发布已经撤下，请不要再引用。',
    },
    unknown: {
      file: '不认识这个文件',
      fileLead:
        '已公开、已签发的文件中没有这个摘要：文件可能被改动过（哪怕只改一个字或另存一次），可能是草稿，也可能还没有公开。',
      digest: '没有文件是这个摘要',
      digestLead: '已公开、已签发的文件中没有这个摘要。请检查是否抄错，或者选择文件核验。',
    },
    wrong: '这不是摘要',
    wrongLead: '摘要是64位十六进制数，只含0—9和a—f，请检查是否漏了或多了字符。',
    what: '文件',
    plan: '规划',
    since: '公开或签发日期',
    size: '大小',
    takenDown: '撤下日期',
    because: '原因',
    download: '下载原件',
    release: '看这次发布',
    howTitle: '不用本页面也能核验',
    how: 'Windows：certutil -hashfile 文件名 SHA256；Linux 和 macOS：sha256sum 文件名（或 shasum -a 256 文件名）。得到的摘要与原件的相同，文件就没有改动。',
  },
  en: {
    title: 'Check a file',
    lead: 'When reports, briefs and data are released or issued, the SHA-256 digest of each file is kept. Put yours here to see whether it is the original. The file is not sent; your browser works out the digest.',
    choose: 'Choose a file',
    chooseHint: 'Or drop it into this box.',
    digest: 'Or enter a digest (64 hexadecimal digits) to see whose it is',
    check: 'Look up',
    known: {
      file: 'This is the original',
      fileLead: 'Your file is the one that was released or issued, byte by byte.',
      digest: 'This digest belongs to the file below',
      digestLead:
        'Only the digest was looked up; no file was seen. To learn whether yours is the original, choose it below.',
    },
    withdrawn: {
      file: 'This was the public original and has been taken down',
      fileLead:
        'Your file is the one that was public then, byte by byte, but its release was taken down. Do not cite it.',
      digest: 'This digest belongs to a file that was taken down',
      digestLead: 'Only the digest was looked up; no file was seen. Its release was taken down. Do not cite it.',
    },
    unknown: {
      file: 'This file is not known',
      fileLead:
        'No released or issued file has this digest: it may have been changed, if only by a word or by saving it again, it may be a draft, or it is not public yet.',
      digest: 'No file has this digest',
      digestLead: 'No released or issued file has this digest. See whether it was copied correctly, or choose a file.',
    },
    wrong: 'This is no digest',
    wrongLead: 'A digest has 64 hexadecimal digits, 0–9 and a–f. See whether some are missing or too many.',
    what: 'File',
    plan: 'Plan',
    since: 'Public or issued since',
    size: 'Size',
    takenDown: 'Taken down on',
    because: 'Why',
    download: 'Fetch the original',
    release: 'See the release',
    howTitle: 'Without this page',
    how: 'Windows: certutil -hashfile FILE SHA256; Linux and macOS: sha256sum FILE (or shasum -a 256 FILE). If the digest is that of the original, the file is unchanged.',
  },
}

/**
 * Anybody finds out whether a file is a released one, byte by byte. Without the script it says whose a digest is, and claims nothing
 * of a file that nobody has seen.
 */
export function checkPage(check: Check, page: PortalPage): string {
  const t = words[page.language]
  const { to } = voiceOf(page)
  return renderPage(page, {
    title: t.title,
    description: t.lead,
    crumbs: [{ label: t.title }],
    noIndex: check.asked !== '',
    body: html`<div class="intro"><h1>${t.title}</h1><p class="lead">${t.lead}</p></div>${answer(check, page)}<div id="check-drop" class="drop" hidden><label class="button" for="check-file">${t.choose}</label><input id="check-file" class="hidden" type="file"><p>${t.chooseHint}</p></div><form id="check-form" class="ask" action="${to('/verify')}" method="get"><label for="check-digest">${t.digest}</label><div><input id="check-digest" name="digest" maxlength="100" spellcheck="false" autocomplete="off" autocapitalize="off" value="${check.asked}"><button class="button">${t.check}</button></div></form>${section('how', t.howTitle, html`<p>${t.how}</p>`)}<script src="${checkScript.href}"></script>`,
  })
}

function answer({ asked, isDigest, known }: Check, page: PortalPage): Html | false {
  const t = words[page.language]
  if (asked === '') return false
  if (!isDigest) return html`<div class="note warn" role="status"><h2>${t.wrong}</h2><p>${t.wrongLead}</p></div>`
  const verdict = known === null ? t.unknown : known.withdrawn ? t.withdrawn : t.known
  return html`<div id="check-answer" class="note${(known === null || known.withdrawn) && ' warn'}" role="status" data-digest="${asked}"><div data-for="file" hidden><h2>${verdict.file}</h2><p><b data-file-name></b></p><p>${verdict.fileLead}</p></div><div data-for="digest"><h2>${verdict.digest}</h2><p>${verdict.digestLead}</p></div>${known !== null && facts(known, page)}</div>`
}

function facts(known: KnownFile, page: PortalPage): Html {
  const t = words[page.language]
  const { say, to } = voiceOf(page)
  const name = known.fileName === null ? '' : ` · ${known.fileName}`
  const day = (text: string) => formatDate(text, page.language)
  return html`<dl class="facts"><dt>${t.what}</dt><dd>${say(known.region)} · ${say(known.title)} · ${say(known.what)}${name}</dd>${known.plan && html`<dt>${t.plan}</dt><dd>${say(known.plan)}</dd>`}<dt>${t.since}</dt><dd>${day(known.day)}</dd>${known.withdrawn && html`<dt>${t.takenDown}</dt><dd>${day(known.withdrawn.day)}</dd><dt>${t.because}</dt><dd>${known.withdrawn.because}</dd>`}<dt>${t.size}</dt><dd>${formatNumber(known.size / 1000, 0)} kB</dd><dt>SHA-256</dt><dd><code>${known.digest}</code></dd></dl><p class="actions">${known.href !== null && html`<a class="button" href="${known.href}">${t.download}</a>`}${known.release !== null && html`<a href="${to(known.release)}">${t.release}</a>`}</p>`
}
