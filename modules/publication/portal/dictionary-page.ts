import { type PortalPage, renderPage, section, voiceOf } from '@opensti/plans'
import { html } from '@opensti/ui/portal'
import { columns } from '../domain/open-data/columns.ts'

const types = {
  text: { zh: '文本', en: 'text' },
  number: { zh: '数', en: 'number' },
  integer: { zh: '整数', en: 'integer' },
  'yes-no': { zh: '是否', en: 'true or false' },
  date: { zh: '日期', en: 'date' },
  address: { zh: '网址', en: 'address' },
}

/** Every column of the files of open data, with its meaning and unit. */
export function dictionaryPage(page: PortalPage): string {
  const { say, to, text } = voiceOf(page)
  const title = say({ zh: '数据字典', en: 'Data dictionary' })
  const words = {
    column: say({ zh: '列名', en: 'Column' }),
    type: say({ zh: '类型', en: 'Type' }),
    meaning: say({ zh: '含义', en: 'Meaning' }),
  }
  return renderPage(page, {
    title,
    description: say({ zh: '开放数据文件各列的含义。', en: 'What the columns of open data mean.' }),
    section: 'open-data',
    crumbs: [{ label: text.openData, href: to('/open-data') }, { label: title }],
    body: html`<div class="intro"><h1>${title}</h1><p class="lead">${say({ zh: '所有数据文件的列相同，列名不变；以后新增的列排在最后。CSV 为 UTF-8，带字节顺序标记，可直接用 Excel 打开。', en: 'All files have the same columns, whose names never change; new ones come at the end. CSV is UTF-8 with a byte order mark, so that Excel opens it.' })}</p><p class="actions"><a href="/data/columns.json">JSON</a></p></div>${section(
      'columns',
      say({ zh: '列', en: 'Columns' }),
      html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="cards" role="table"><caption class="hidden">${title}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${words.column}</th><th role="columnheader" scope="col">${words.type}</th><th role="columnheader" scope="col">${words.meaning}</th></tr></thead><tbody role="rowgroup">${columns.map(
        (one) =>
          html`<tr role="row"><th role="rowheader" scope="row"><code>${one.name}</code><span class="under">${say(one.names)}</span></th><td role="cell" data-label="${words.type}">${say(types[one.type])}</td><td class="whole" role="cell" data-label="${words.meaning}">${say(one.meaning)}</td></tr>`,
      )}</tbody></table></div>`,
      columns.length,
    )}${section(
      'paging',
      say({ zh: '分批取用', en: 'Bit by bit' }),
      html`<div class="prose"><p>${say({ zh: 'JSON 可加 ?limit=1000 分批取，答案里的 next 是下一批的 after；为空即取完。ETag 不变表示数据没有变。', en: 'JSON takes ?limit=1000; “next” in the answer is the “after” of the next request, null at the end. An unchanged ETag means unchanged data.' })}</p></div>`,
    )}`,
  })
}
