import { databaseNow, type Reader } from '@opensti/db'
import { type Bilingual, notFound } from '@opensti/kernel'
import { type FiguresWanted, type OpenDataRegion, openDataRegions, publicTargets, publicValues } from '@opensti/plans'
import type { DataSet } from '../../domain/open-data/catalogue.ts'

/** A set of figures with its address; everything is in the first one. */
export interface FigureSet {
  address: string
  page: string
  title: Bilingual
  description: Bilingual
  wanted: FiguresWanted
  region: OpenDataRegion | null
}

const everything: FigureSet = {
  address: '/data/figures',
  page: '/open-data',
  title: { zh: '全部地区的规划指标数据', en: 'Plan indicators of all regions' },
  description: {
    zh: '本站公开的全部目标、基数和实际值，含各版更正。',
    en: 'Every target, baseline and value on this site, with all vintages.',
  },
  wanted: {},
  region: null,
}

/** The whole, then every region with what it has, each followed by its public plans. */
export async function figureSets(db: Reader): Promise<FigureSet[]> {
  return [everything, ...(await openDataRegions(db)).flatMap((region) => [regionSet(region), ...planSets(region)])]
}

function regionSet(region: OpenDataRegion): FigureSet {
  const { id, name } = region
  return {
    address: `/data/regions/${id}/figures`,
    page: `/regions/${id}`,
    title: { zh: `${name.zh}规划指标数据`, en: `Plan indicators of ${name.en}` },
    description: {
      zh: `${name.zh}公开的目标、基数和实际值，含各版更正。`,
      en: `Targets, baselines and values of ${name.en}, with all vintages.`,
    },
    wanted: { regionId: id },
    region,
  }
}

function planSets(region: OpenDataRegion): FigureSet[] {
  return region.plans.map((plan) => ({
    address: `/data/regions/${region.id}/plans/${plan.code}/figures`,
    page: `/regions/${region.id}/plans/${plan.code}`,
    title: { zh: `${plan.name.zh}：指标数据`, en: `${plan.name.en}: figures` },
    description: {
      zh: `规划各项指标的目标、基数和实际值。`,
      en: 'Targets and baselines of the plan, and the values of its indicators.',
    },
    wanted: { regionId: region.id, plan: plan.code },
    region,
  }))
}

/** What an address asks for. @throws `not_found` (404) for a region, or a plan that is not public. */
export async function requireSet(
  db: Reader,
  { region, plan, indicator }: { region?: string; plan?: string; indicator?: string },
): Promise<FiguresWanted> {
  if (region === undefined) return {}
  const known = (await openDataRegions(db)).find((one) => one.id === region)
  if (!known || (plan !== undefined && !known.plans.some((one) => one.code === plan))) throw notFound()
  const wanted: FiguresWanted = {
    regionId: region,
    ...(plan !== undefined && { plan }),
    ...(indicator !== undefined && { indicator }),
  }
  if (indicator !== undefined && (await isUnknown(db, wanted))) throw notFound()
  return wanted
}

/** What the public neither aims at nor measures does not exist for it. */
async function isUnknown(db: Reader, wanted: FiguresWanted): Promise<boolean> {
  const targets = await publicTargets(db, wanted)
  return (
    targets.length === 0 && (await publicValues(db, wanted, { asOf: await databaseNow(db), limit: 1 })).length === 0
  )
}

export function termsOf({ region }: FigureSet): Pick<DataSet, 'publisher' | 'licence'> {
  return { publisher: region?.terms?.publisher ?? null, licence: region?.terms?.licence ?? null }
}
