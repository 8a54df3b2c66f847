import { unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { type Language, yearOf } from '@opensti/kernel'
import { formatAmount, formatFigure } from '@opensti/ui'
import { indicatorAddress } from '../../addresses.ts'
import type { RegionRef, RegionView } from '../../contract.ts'
import { type AssessedIndicator, assessPlan, countByStatus, getRegionRow, type Viewer, visiblePlans } from './ledger.ts'
import { documentTitles, nameOf, planRef, regionRef } from './rows.ts'

/** A region's front page: its plans, its papers, and the few facts that are worth telling first. */
export async function getRegionView(db: Reader, id: string, viewer: Viewer): Promise<RegionView> {
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
    db.selectFrom('plans.disagreement').selectAll().where('region_id', '=', id).orderBy('id').execute(),
    db.selectFrom('plans.lost_part').select(['plan_code', 'names']).where('region_id', '=', id).orderBy('id').execute(),
    unitDirectory(db),
  ])
  const stories: RegionView['stories'] = []
  const shown: RegionView['plans'] = []
  for (const plan of plans) {
    const assessed = (await assessPlan(db, plan, viewer, titles)).filter((one) => one.target !== null)
    shown.push({
      ...planRef(plan),
      counts: countByStatus(assessed) as RegionView['plans'][number]['counts'],
      published: plan.published_at !== null,
    })
    stories.push(...assessed.flatMap((one) => storyOf(id, one)))
  }
  for (const row of disagreements.slice(0, 3)) {
    const href = row.indicator_code ? `/regions/${id}/indicators/${row.indicator_code}` : `/regions/${id}`
    stories.push({ kind: 'disagree', text: nameOf(row.explanation), href })
  }
  for (const row of lost.slice(0, 3))
    stories.push({ kind: 'lost', text: nameOf(row.names), href: `/regions/${id}/plans/${row.plan_code}` })
  return {
    region: regionRef(region),
    children: children.map(regionRef),
    plans: shown,
    documents: documents
      .filter((document) => document.published || viewer.insideRegions.includes(id))
      .map((document) => ({
        id: document.code,
        title: nameOf(document.names),
        issuer: document.issuer === null ? null : nameOf(document.issuer).zh,
        documentNumber: document.number,
        date: document.issued_on,
        damaged: (document.damage as unknown as unknown[]).length > 0,
      })),
    units: directory.inRegion(id).map((unit) => ({ id: unit.id, name: unit.name, shortName: unit.shortName })),
    stories: stories.sort((a, b) => storyOrder.indexOf(a.kind) - storyOrder.indexOf(b.kind)),
  }
}

/** Every region, parents before children. */
export async function regionRefs(db: Reader): Promise<RegionRef[]> {
  const rows = await db.selectFrom('plans.region').selectAll().orderBy('position').execute()
  return rows.map(regionRef)
}

const storyOrder: RegionView['stories'][number]['kind'][] = ['passed-early', 'far', 'disagree', 'lost']

/** A goal passed years before its time, or one that is far away: what a reader would tell others. */
function storyOf(regionId: string, one: AssessedIndicator): RegionView['stories'] {
  const { target, progress, names } = one
  const actual = progress.inputs.find((input) => input.period !== null && input.label.en.startsWith('A'))
  if (!target || !actual || actual.value === null || target.year === null) return []
  const href = indicatorAddress(regionId, one.code)
  const year = yearOf(actual.period ?? '')
  const value = actual.value
  const now = (language: Language) => formatAmount(value, actual.unit, language)
  const goal = (language: Language) => formatFigure(target, language)
  if (progress.status === 'reached' && year < target.year) {
    const zh = `${names.zh}：${year} 年已达到 ${target.year} 年的目标（实际 ${now('zh')}，目标 ${goal('zh')}）`
    const en = `${names.en}: the goal for ${target.year} was reached by ${year} (${now('en')}; goal: ${goal('en')})`
    return [{ kind: 'passed-early', text: { zh, en }, href }]
  }
  if (progress.status !== 'far-behind' && progress.status !== 'missed') return []
  const done = progress.done === null ? null : Math.round(progress.done * 100)
  const fell = done !== null && done < 0
  const zh = `${names.zh}：${year} 年 ${now('zh')}，${fell ? '低于起点' : `完成 ${done ?? 0}%`}；${target.year} 年目标 ${goal('zh')}`
  const en = `${names.en}: ${now('en')} in ${year}, ${fell ? 'below where it began' : `${done ?? 0}% of the way`}; goal for ${target.year}: ${goal('en')}`
  return [{ kind: 'far', text: { zh, en }, href }]
}
