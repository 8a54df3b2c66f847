import { type Literal, type Node, prefixes, type Value } from './catalogue.ts'

/** A tree of nodes as Turtle (W3C RDF 1.1 Turtle). What is described inside another thing and has an address stands by itself. */
export function turtle(root: Node): string {
  const described = new Map<string, string>()
  describe(root, described)
  const head = Object.entries(prefixes).map(([name, address]) => `@prefix ${name}: <${address}> .`)
  return `${[...head, '', ...described.values()].join('\n')}\n`
}

function describe(node: Node, described: Map<string, string>): void {
  const id = node['@id']
  if (id === undefined || described.has(id)) return
  described.set(id, '')
  described.set(id, `${resource(id)} ${properties(node, described)} .`)
}

function properties(node: Node, described: Map<string, string>): string {
  const parts = node['@type'] ? [`a ${node['@type']}`] : []
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('@') || value === undefined) continue
    parts.push(
      `${property} ${listed(value)
        .map((one) => object(one, described))
        .join(', ')}`,
    )
  }
  return parts.join(' ;\n  ')
}

function listed(value: Value): readonly (Node | Literal | string)[] {
  return Array.isArray(value) ? (value as readonly (Node | Literal)[]) : [value as Node | Literal | string]
}

function object(value: Node | Literal | string, described: Map<string, string>): string {
  if (typeof value === 'string') return quoted(value)
  if ('@value' in value) {
    const { '@value': text, '@language': language, '@type': type } = value as Literal
    return `${quoted(text)}${language ? `@${language}` : ''}${type ? `^^${type}` : ''}`
  }
  const node = value as Node
  if (node['@id'] === undefined) return `[ ${properties(node, described)} ]`
  if (Object.keys(node).length > 1) describe(node, described)
  return resource(node['@id'])
}

/** Addresses of the vocabularies keep their prefix; everything else is written out. */
function resource(id: string): string {
  if (/^spdx:[A-Za-z_0-9]+$/.test(id)) return id
  return `<${encodeURI(decodeURI(id)).replace(/[<>"{}|\\^`]/g, encodeURIComponent)}>`
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`
}
