/**
 * A letter's plain text as simple HTML for mail programs that prefer it: paragraphs at empty lines, addresses of the web as
 * links, everything else as it stands.
 */
export function letterHtml(text: string): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>\n')}</p>`)
  return [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"></head>',
    '<body style="font:16px/1.7 sans-serif;color:#1f2328;max-width:40em">',
    ...paragraphs,
    '</body></html>',
    '',
  ].join('\n')
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"，。；）]+)/)
    .map((piece, at) => (at % 2 === 0 ? escaped(piece) : `<a href="${escaped(piece)}">${escaped(piece)}</a>`))
    .join('')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign)
