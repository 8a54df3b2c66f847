import type { Check, Place } from '../model.ts'
import { finding } from './note.ts'
import type { Paragraph } from './numbers.ts'

interface NumberedName {
  name: string
  place: Place
}

/** Numbers that name a policy: 科技创新“1+9”. */
const NUMBERED = /([\u4e00-\u9fa5]{2,4})“(\d{1,2}(?:\+[\dN]{1,2})+)”/g
/** After a verb the quoted name may be another one each time. */
const VERB =
  /(构建|形成|打造|实施|推进|建立|完善|出台|围绕|落实|按照|推动|健全|制定|发布|印发|加快|坚持|以|的|了|为|和|与)$/

/** 《…人才…的意见》及4个配套文件: what the numbered name of the package adds up. */
const PACKAGE = /《([^《》]{4,40})》及(\d{1,2})(?:个|份|项)配套/g

/** A package called 人才“1+4” is one paper and four that go with it, wherever they are counted. */
export function checkPackages(paragraphs: Paragraph[]): Check[] {
  const counts = findAll(paragraphs, PACKAGE)
  if (counts.length === 0) return []
  const names = findAll(paragraphs, NUMBERED).filter(({ match }) => /^1\+\d+$/.test(match[2]!))
  return counts.flatMap(({ match, place }) => {
    const name = names.find((other) => match[1]!.includes(other.match[1]!.slice(-2)))
    if (!name) return []
    const ok = name.match[2] === `1+${match[2]}`
    return [
      finding(
        'count',
        ok ? 'holds' : 'contradicts',
        [name.place, place],
        `1 + ${match[2]} ${ok ? '=' : '≠'} ${name.match[2]}`,
        {
          zh: `名称写作“${name.match[2]}”，配套文件写作${match[2]}个，${ok ? '相符' : '不符，请核对原件'}。`,
          en: `The package is called "${name.match[2]}" and has ${match[2]} papers with it${ok ? '.' : ': check the original.'}`,
        },
      ),
    ]
  })
}

function findAll(paragraphs: Paragraph[], pattern: RegExp): { match: RegExpMatchArray; place: Place }[] {
  return paragraphs.flatMap(({ text, start }) =>
    [...text.matchAll(pattern)].map((match) => ({
      match,
      place: { start: start + match.index, end: start + match.index + match[0].length },
    })),
  )
}

/** The same numbered name written with different numbers in two places. */
export function checkNames(paragraphs: Paragraph[]): Check[] {
  const bySubject = new Map<string, NumberedName[]>()
  for (const { text, start } of paragraphs) {
    if (!text.includes('+')) continue
    for (const match of text.matchAll(NUMBERED)) {
      if (VERB.test(match[1]!)) continue
      const at = start + match.index + match[1]!.length + 1
      const list = bySubject.get(match[1]!) ?? []
      list.push({ name: match[2]!, place: { start: at, end: at + match[2]!.length } })
      bySubject.set(match[1]!, list)
    }
  }
  return [...bySubject].flatMap(([subject, names]) => {
    if (names.length < 2) return []
    const other = names.find(({ name }) => name !== names[0]!.name)
    const pair = [names[0]!, other ?? names[1]!]
    const written = pair.map(({ name }) => `“${name}”`)
    return [
      finding(
        'repeated',
        other ? 'contradicts' : 'holds',
        pair.map(({ place }) => place),
        written.join(other ? ' ≠ ' : ' = '),
        {
          zh: `“${subject}”的名称两处写作${written.join('、')}，${other ? '不一致，请核对原件' : '一致'}。`,
          en: `"${subject}" is named ${written.join(' and ')} in two places${other ? ': check the original' : ', which agrees'}.`,
        },
      ),
    ]
  })
}
