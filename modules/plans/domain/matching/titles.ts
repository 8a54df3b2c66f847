import { foldWidth } from '../reading/text/fold-width.ts'

const period = /[12]\d(?:\d\d|xx)年?(?:[-—–~～至到]+[12]\d(?:\d\d|xx)年?)/gi
const bracketed = /[(（][^()（）]*(?:\d{4}|xx)[^()（）]*[)）]/gi

/** Whether two titles name one paper: brackets, quotes, spaces and a stated period aside, unless their years differ. */
export function isSameTitle(a: string, b: string): boolean {
  const key = titleKey(a)
  return key !== '' && key === titleKey(b) && !haveOtherYears(a, b)
}

function titleKey(title: string): string {
  const issued = /关于印发(.+)的通知/.exec(title)?.[1] ?? title
  return foldWidth(issued)
    .replace(bracketed, '')
    .replace(period, '')
    .replace(/[\s《》〈〉“”‘’"'「」『』()（）[\]［］【】〔〕·・,，。、:：—–~-]/g, '')
    .toLowerCase()
}

/** A title that leaves its years out may be any; two that state them have to agree. */
function haveOtherYears(a: string, b: string): boolean {
  const [one, other] = [yearsOf(a), yearsOf(b)]
  return one !== '' && other !== '' && one !== other
}

function yearsOf(title: string): string {
  return (foldWidth(title).match(/\d{4}/g) ?? []).join(' ')
}

/** Whether a title breaks off: an open bracket or quote, or a word that another has to follow. */
export function breaksOff(title: string): boolean {
  const bare = title.trim()
  const isOpen = ['《》', '“”', '（）', '()'].some(
    (pair) => bare.split(pair.charAt(0)).length !== bare.split(pair.charAt(1)).length,
  )
  return isOpen || /(?:[、，,：:和与及的以并]|关于|加快|推进|促进|推动|加强|印发|进一步)$/.test(bare)
}

/** The place a title is about: one of those known, the innermost where several are named, or else what stands first in it. */
export function placeOfTitle(
  title: string,
  regions: readonly { id: string; name: string; parentId: string | null }[],
): { name: string; regionId: string | null } | null {
  const named = regions.filter(({ name }) => title.includes(name) || title.includes(shortName(name)))
  const inner = named.find((one) => !named.some((other) => other.parentId === one.id)) ?? named[0]
  // A country is named in much that is not about it.
  if (inner && inner.parentId !== null) return { name: inner.name, regionId: inner.id }
  const other = /^([一-龥]{2,3}(?:省|市|县|自治区))(?!场|民|级|域|直)/.exec(title)?.[1]
  return other && !/[全我本各]|城市/.test(other) ? { name: other, regionId: null } : null
}

function shortName(name: string): string {
  const short = name.replace(/(?:省|市|县|区|自治区)$/, '')
  return short.length >= 2 ? short : name
}
