import { foldWidth } from '../text/fold-width.ts'
import type { Parts } from './roles.ts'

/** Gives names read with half-width punctuation the brackets and digits that the quote has: 各县（市、区）政府. */
export function asWritten(parts: Parts, quote: string): Parts {
  const folded = roundBrackets(foldWidth(quote))
  if (folded === quote) return parts
  const write = (name: string) => (/[!-~]/.test(name) ? writtenName(name, quote, folded) : name)
  return { lead: parts.lead.map(write), coop: parts.coop.map(write), others: parts.others.map(write) }
}

/** 各市〔州〕 and 市发展改革委[市数据局] like those in round brackets; labels in brackets (【牵头单位】) stay. */
export function roundBrackets(text: string): string {
  return text.replace(/[〔[]/g, '(').replace(/[〕\]]/g, ')')
}

/** A name may have got a prefix that does not stand before it. */
function writtenName(name: string, quote: string, folded: string): string {
  for (let prefix = 0; prefix < name.length; prefix++) {
    const own = name.slice(prefix)
    if (!/[!-~]/.test(own)) break
    const at = folded.indexOf(own)
    if (at >= 0) return name.slice(0, prefix) + quote.slice(at, at + own.length)
  }
  return name
}
