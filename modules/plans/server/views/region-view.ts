import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Clock } from '@opensti/kernel'
import type { RegionRef, RegionView, Story } from '../../contract.ts'
import { disagreementsOf } from './disagreements.ts'
import { assessPlan, countByStatus, getRegionRow, type Viewer, visiblePlans } from './ledger.ts'
import { documentTitles, nameOf, nameOrNull, planRef, regionRef } from './rows.ts'
import { disagreementStories, lostStory, progressStories, unknownStory } from './stories.ts'

/** A region's front page: its plans, its papers, and the few facts that are worth telling first. */
export async function getRegionView(db: Reader, clock: Clock, id: string, viewer: Viewer): Promise<RegionView> {
  const region = await getRegionRow(db, id)
  const titles = await documentTitles(db)
  const [children, plans, documents, disagreements, lost, directory] = await Promise.all([
    db.selectFrom('plans.region').selectAll().where('parent_id', '=', id).orderBy('position').execute(),
    visiblePlans(db, viewer, [id]),
    db
      .selectFrom('plans.document')
      .selectAll()
      .where('region_id', '=', id)
      .orderBy('issued_on', 'desc')
      .orderBy('code')
      .execute(),
    disagreementsOf(db, id, viewer, titles, 'region'),
    db.selectFrom('plans.lost_part').select(['plan_code', 'names']).where('region_id', '=', id).orderBy('id').execute(),
    unitDirectory(db),
  ])
  const shown: RegionView['plans'] = []
  const told: Story[] = []
  const unknown: Story[] = []
  for (const plan of plans) {
    const indicators = (await assessPlan(db, plan, viewer, titles)).filter((one) => one.target !== null)
    shown.push({
      ...planRef(plan),
      counts: countByStatus(indicators) as RegionView['plans'][number]['counts'],
      published: plan.published_at !== null,
    })
    const facts = { regionId: id, code: plan.code, names: plan.names, indicators }
    told.push(...progressStories(facts))
    unknown.push(...unknownStory(facts, clock.now().getUTCFullYear()))
  }
  const losses = plans.flatMap((plan) =>
    lostStory(
      { regionId: id, code: plan.code, names: plan.names },
      lost.filter((row) => row.plan_code === plan.code).map((row) => row.names),
    ),
  )
  return {
    region: regionRef(region),
    children: children.map(regionRef),
    plans: shown,
    documents: documents
      .filter((document) => document.published || viewer.insideRegions.includes(id))
      .map((document) => ({
        id: document.code,
        title: nameOf(document.names),
        issuer: nameOrNull(document.issuer),
        documentNumber: document.number,
        date: document.issued_on,
        damaged: (document.damage as unknown as unknown[]).length > 0,
      })),
    units: directory.inRegion(id).map(({ id: unit, name, shortName, until }) => ({ id: unit, name, shortName, until })),
    stories: [...told, ...disagreementStories(id, disagreements, told), ...unknown, ...losses],
    disagreements,
  }
}

/** Every region, parents before children. */
export async function regionRefs(db: Reader): Promise<RegionRef[]> {
  const rows = await db.selectFrom('plans.region').selectAll().orderBy('position').execute()
  return rows.map(regionRef)
}
