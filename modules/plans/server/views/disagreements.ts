import type { Reader } from '@opensti/db'
import type { Disagreement } from '../../contract.ts'
import type { Viewer } from './ledger.ts'
import { ledgerDisagreements, saidIn, statedFacts } from './ledger-checks.ts'
import { citationOf, type DocumentTitles, nameOf, nameOrNull } from './rows.ts'

interface Weighed {
  weight: number
  entry: Disagreement
}

interface Place {
  document?: string
  section?: string
  note?: unknown
}

/** What disagreements are asked for: those of some indicators, those that touch a document, or all of a region. */
export type About = { indicators: readonly string[]; document?: string | null } | 'region'

/** Two numbers for one thing tell more than two words for it. */
const weights = { value: 0, target: 0, year: 0, unit: 1, definition: 2, name: 3 } as const

/**
 * Papers that do not agree, the weightier first: what a person has noted, and what the ledger shows by itself and nobody has
 * noted. Disagreements between two papers stand before those within one.
 */
export async function disagreementsOf(
  db: Reader,
  regionId: string,
  viewer: Viewer,
  titles: DocumentTitles,
  about: About,
): Promise<Disagreement[]> {
  const rows = await db
    .selectFrom('plans.disagreement')
    .selectAll()
    .where('region_id', '=', regionId)
    .orderBy('id')
    .execute()
  const wanted = rows.filter((row) => concerns(row, about))
  // Figures of one indicator say nothing against another's, so that only those are read which are asked about.
  const codes =
    about === 'region' ? undefined : [...about.indicators, ...wanted.flatMap((row) => row.indicator_code ?? [])]
  const facts = await statedFacts(db, regionId, viewer, codes)
  const noted: Weighed[] = wanted.map((row) => ({
    weight: weights[row.kind as keyof typeof weights] ?? 2,
    entry: {
      indicatorId: row.indicator_code,
      title: nameOf(row.names),
      about: nameOf(row.explanation),
      says: placesOf(row).map(({ note, ...place }) => ({
        text:
          noteOf(note) ?? (row.indicator_code ? saidIn(facts, row.indicator_code, place) : null) ?? nameOf(row.names),
        citation: citationOf(place, titles),
      })),
    },
  }))
  const known = new Set(rows.map((row) => row.indicator_code))
  const computed = ledgerDisagreements(facts, titles)
    .filter(({ indicatorId }) => indicatorId !== null && !known.has(indicatorId) && isAbout(indicatorId, about))
    .map((entry): Weighed => ({ weight: 0.5, entry }))
  return [...noted, ...computed]
    .sort((a, b) => a.weight - b.weight || papersIn(b.entry) - papersIn(a.entry))
    .map(({ entry }) => entry)
}

function placesOf(row: { places: unknown }): Place[] {
  return row.places as Place[]
}

/** A note of content: text alone is Chinese. */
function noteOf(note: unknown) {
  return typeof note === 'string' ? nameOf({ zh: note }) : nameOrNull(note)
}

function concerns(row: { indicator_code: string | null; places: unknown }, about: About): boolean {
  if (about === 'region') return true
  if (row.indicator_code !== null && about.indicators.includes(row.indicator_code)) return true
  return Boolean(about.document) && placesOf(row).some((place) => place.document === about.document)
}

function isAbout(indicatorId: string, about: About): boolean {
  return about === 'region' || about.indicators.includes(indicatorId)
}

function papersIn({ says }: Disagreement): number {
  return new Set(says.map((side) => side.citation.documentId)).size
}
