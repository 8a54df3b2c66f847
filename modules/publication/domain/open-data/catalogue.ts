import type { Bilingual } from '@opensti/kernel'

/** A description of data sets by DCAT 3 (W3C Recommendation of 22 August 2024), as a tree that JSON-LD and Turtle share. */
export interface Node {
  '@id'?: string
  '@type'?: string
  [property: string]: Value | undefined
}
export type Value = string | Node | Literal | readonly (Node | Literal)[]
export interface Literal {
  '@value': string
  '@language'?: string
  '@type'?: string
}

export const prefixes: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

export interface DataFile {
  address: string
  mediaType: 'text/csv' | 'application/json'
  bytes: number
  sha256: string
}

export interface DataSet {
  address: string
  page: string
  title: Bilingual
  description: Bilingual
  region: { id: string; name: Bilingual } | null
  publisher: Bilingual | null
  licence: { name: Bilingual; url: string } | null
  /** Days. Null where there is no figure yet. */
  issued: string | null
  modified: string | null
  /** First day and last day that the figures are about. */
  from: string | null
  until: string | null
  files: readonly DataFile[]
}

export interface Catalogue {
  origin: string
  title: Bilingual
  description: Bilingual
  /** Whether every place in it is invented. */
  dictionary: string
  sets: readonly DataSet[]
}

/** The catalogue as a tree of nodes. */
export function catalogueNode(catalogue: Catalogue): Node {
  const { origin } = catalogue
  const modified = catalogue.sets
    .flatMap((set) => set.modified ?? [])
    .sort()
    .at(-1)
  return {
    '@id': `${origin}/data/catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': inBoth(catalogue.title),
    'dct:description': inBoth(catalogue.description),
    'foaf:homepage': { '@id': `${origin}/open-data` },
    'dct:language': [languageNode('zh'), languageNode('en')],
    ...(modified && { 'dct:modified': day(modified) }),
    'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inBoth(catalogue.title) },
    'dcat:dataset': catalogue.sets.map((set) => setNode(origin, set, catalogue.dictionary)),
  }
}

function setNode(origin: string, set: DataSet, dictionary: string): Node {
  return {
    '@id': origin + set.address,
    '@type': 'dcat:Dataset',
    'dct:identifier': { '@value': set.address },
    'dct:title': inBoth(set.title),
    'dct:description': inBoth(set.description),
    'dcat:landingPage': { '@id': origin + set.page },
    'dct:conformsTo': { '@id': origin + dictionary },
    'dct:language': [languageNode('zh'), languageNode('en')],
    ...(set.publisher && { 'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': inBoth(set.publisher) } }),
    ...(set.licence && { 'dct:license': licenceNode(set.licence) }),
    ...(set.issued && { 'dct:issued': day(set.issued) }),
    ...(set.modified && { 'dct:modified': day(set.modified) }),
    ...(set.region && {
      'dct:spatial': {
        '@id': `${origin}/regions/${set.region.id}`,
        '@type': 'dct:Location',
        'rdfs:label': inBoth(set.region.name),
      },
    }),
    ...(set.from &&
      set.until && {
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': day(set.from),
          'dcat:endDate': day(set.until),
        },
      }),
    'dcat:distribution': set.files.map((file) => fileNode(origin, file, set.licence)),
  }
}

function fileNode(origin: string, file: DataFile, licence: DataSet['licence']): Node {
  return {
    '@id': origin + file.address,
    '@type': 'dcat:Distribution',
    'dcat:accessURL': { '@id': origin + file.address },
    'dcat:downloadURL': { '@id': origin + file.address },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${file.mediaType}` },
    'dcat:byteSize': { '@value': String(file.bytes), '@type': 'xsd:nonNegativeInteger' },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@value': file.sha256, '@type': 'xsd:hexBinary' },
    },
    ...(licence && { 'dct:license': licenceNode(licence) }),
  }
}

function licenceNode({ name, url }: { name: Bilingual; url: string }): Node {
  return { '@id': url, '@type': 'dct:LicenseDocument', 'rdfs:label': inBoth(name) }
}

function inBoth({ zh, en }: Bilingual): Literal[] {
  return [
    { '@value': zh, '@language': 'zh-Hans' },
    { '@value': en, '@language': 'en' },
  ]
}

function languageNode(code: 'zh' | 'en'): Node {
  const three = code === 'zh' ? 'ZHO' : 'ENG'
  return { '@id': `http://publications.europa.eu/resource/authority/language/${three}` }
}

function day(date: string): Literal {
  const type = date.length === 4 ? 'xsd:gYear' : date.length === 7 ? 'xsd:gYearMonth' : 'xsd:date'
  return { '@value': date, '@type': type }
}

/** JSON-LD 1.1. */
export function jsonLd(node: Node): string {
  return JSON.stringify({ '@context': prefixes, ...node }, null, 1)
}
