import { z } from 'zod'
import { Citation, Id, LongText, Names, PartialDate } from './common.ts'

/** region.yaml: what the place is called and whom it belongs to. Facts that change by year stand in values/. */
export const RegionFile = z.strictObject({
  id: Id,
  kind: z.enum(['country', 'province', 'area', 'city', 'county']),
  names: Names,
  shortNames: z.array(z.string().min(1)).optional(),
  /** GB/T 2260, six digits; none for an area that is not an administrative division. */
  code: z.string().optional(),
  /** Indicators, documents, units and the calendar of the parent are known here too. */
  parent: Id.optional(),
  /** Areas that this place belongs to besides its parent, for instance a metropolitan area. */
  areas: z.array(Id).optional(),
  languages: z.array(z.enum(['zh', 'en'])).min(1),
  /** An invented place, for tests and demonstration. Shown as such wherever it appears. */
  invented: z.boolean().optional(),
  /** Under which licence the figures of the region may be used, and who publishes them. Regions below it inherit this. */
  openData: z.strictObject({ licence: z.strictObject({ names: Names, url: z.url() }), publisher: Names }).optional(),
  note: LongText.optional(),
  cite: Citation.optional(),
})

/** calendar.yaml: working days. A region without one uses its parent's. */
export const CalendarFile = z.strictObject({
  timeZone: z.string().min(1),
  /** ISO weekdays without work, 6 and 7 in China. */
  weekend: z.array(z.number().int().min(1).max(7)),
})

export const CalendarYear = z.strictObject({
  year: z.number().int().min(1949).max(2100),
  holidays: z.array(z.strictObject({ names: Names, from: PartialDate, to: PartialDate })),
  /** Days of a weekend on which offices work instead. */
  workdays: z.array(PartialDate),
  cite: Citation,
})

/** themes.yaml: the headings under which indicators are shown. */
export const Theme = z.strictObject({ id: Id, names: Names })

/** functions.yaml: duties that move between government units. */
export const GovernmentFunction = z.strictObject({ id: Id, names: Names })

/** damaged-words.yaml: words that show a copy was altered; they may not stand in content. */
export const DamagedWord = z.strictObject({
  wrong: z.string().min(2),
  right: z.string().min(1),
  note: z.string().optional(),
})
