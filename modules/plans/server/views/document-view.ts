import type { Reader } from '@opensti/db'
import { notFound } from '@opensti/kernel'
import type { DocumentView, Name } from '../../contract.ts'
import { isPublic } from './is-public.ts'
import { getRegionRow, type Viewer, visiblePlans } from './ledger.ts'
import { figureOf, figureText, nameOf, nameOrNull, placeText, planRef, regionRef } from './rows.ts'
import { unitNames } from './units.ts'

interface Cite {
  section?: string
  paragraph?: number
}

/** One paper: what kind of copy was read, what is wrong with it, and every fact the ledger took from it. Never its sentences. */
export async function getDocumentView(db: Reader, code: string, viewer: Viewer): Promise<DocumentView> {
  const document = await db.selectFrom('plans.document').selectAll().where('code', '=', code).executeTakeFirst()
  if (!document) throw notFound()
  if (!document.published && !viewer.insideRegions.includes(document.region_id)) throw notFound()
  const region = await getRegionRow(db, document.region_id)
  const plans = await visiblePlans(db, viewer)
  const planKeys = new Set(plans.map((plan) => `${plan.region_id}/${plan.code}`))
  const [targets, values] = await Promise.all([
    db
      .selectFrom('plans.target as fact')
      .innerJoin('plans.indicator as indicator', 'indicator.code', 'fact.indicator_code')
      .selectAll('fact')
      .select('indicator.names')
      .where((where) => where('fact.cite', '@>', JSON.stringify({ document: code })))
      .orderBy('fact.position')
      .orderBy('fact.id')
      .execute(),
    db
      .selectFrom('plans.value as fact')
      .innerJoin('plans.indicator as indicator', 'indicator.code', 'fact.indicator_code')
      .selectAll('fact')
      .select('indicator.names')
      .where((where) => where('fact.cite', '@>', JSON.stringify({ document: code })))
      .where(isPublic('fact'))
      .orderBy('fact.id')
      .execute(),
  ])
  const unit = await unitNames(db)
  // A unit's part is not the region's figure, and says whose it is.
  const ofUnit = (row: { units_asked: number | null; reported_by: string | null }, text: Name): Name => {
    if (row.units_asked === null) return text
    const { name } = unit(row.reported_by)
    return { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` }
  }
  const fact = (
    row: { region_id: string; indicator_code: string; names: unknown; cite: unknown },
    kind: DocumentView['facts'][number]['kind'],
    text: DocumentView['facts'][number]['text'],
  ) => {
    const cite = row.cite as Cite
    return {
      regionId: row.region_id,
      indicatorId: row.indicator_code,
      name: nameOf(row.names),
      kind,
      text,
      section: cite.section === undefined ? null : placeText(cite.section),
      paragraph: cite.paragraph ?? null,
    }
  }
  return {
    id: code,
    region: regionRef(region),
    title: nameOf(document.names),
    issuer: nameOrNull(document.issuer),
    documentNumber: document.number,
    date: document.issued_on,
    note: nameOrNull(document.note),
    damage: (document.damage as unknown as { note: unknown; section?: string }[]).map((damage) => ({
      what: nameOf(damage.note),
      section: damage.section === undefined ? null : placeText(damage.section),
    })),
    plans: plans.filter((plan) => plan.document_code === code).map(planRef),
    facts: [
      ...targets
        .filter((row) => planKeys.has(`${row.region_id}/${row.plan_code}`))
        .map((row) =>
          fact(
            row,
            row.kind as 'target' | 'baseline',
            figureText(figureOf(row), row.year === null ? null : String(row.year)),
          ),
        ),
      ...values.map((row) => fact(row, 'actual', ofUnit(row, figureText(figureOf(row), row.period)))),
    ],
  }
}
