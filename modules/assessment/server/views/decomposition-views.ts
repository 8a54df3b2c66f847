import { actorNames, listRegions } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { ledgerTargets } from '@opensti/plans'
import { verbsOf } from '@opensti/workflow'
import type {
  DecompositionList,
  DecompositionSummary,
  DecompositionView,
  ReceivedShare,
  ShareView,
} from '../../contract-decomposition.ts'
import { type DecompositionVerb, decompositionLife } from '../../domain/decomposition-life.ts'
import { type Receivers, receiverKey, receiversOf } from '../receivers.ts'
import { standing } from '../sharing-of.ts'
import { type DecompositionRow, getDecomposition, type ShareRow, sharesOf } from '../store.ts'
import { progressOf } from './progress.ts'

/** The name of someone who is gone. */
const gone = { zh: '', en: '' }

const holds = (person: PersonActor, role: string, where: { regionId?: string; unitId?: string | null }) =>
  person.grants.some(
    (grant) =>
      grant.role === role &&
      (where.regionId === undefined || grant.regionId === where.regionId) &&
      (where.unitId === undefined || grant.unitId === where.unitId),
  )

/** What a region shares out and what it, or a unit of the reader, has been given. Drafts are for planners and supervision. */
export async function getDecompositionList(
  db: Reader,
  person: PersonActor,
  regionId: string,
): Promise<DecompositionList> {
  const watches = ['planner', 'supervisor', 'head'].some((role) => holds(person, role, { regionId }))
  const units = person.grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))
  const rows = watches
    ? await db
        .selectFrom('assessment.decomposition')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('state', 'not in', ['replaced', 'withdrawn'])
        .orderBy('year', 'desc')
        .orderBy('indicator_code')
        .orderBy('number')
        .limit(2000)
        .execute()
    : []
  const targets = await ledgerTargets(db, regionId)
  const taken = new Set(rows.map((row) => row.target_id))
  return {
    decompositions: await summaries(db, regionId, rows),
    received: await receivedShares(db, person, regionId, watches, units),
    targets: holds(person, 'planner', { regionId })
      ? targets
          .filter(({ id }) => !taken.has(id))
          .map(({ id, planName, indicatorName, value, unit, year }) => ({
            id,
            planName,
            indicatorName,
            value: plain(value),
            unit,
            year,
          }))
      : [],
  }
}

async function summaries(
  db: Reader,
  regionId: string,
  rows: readonly DecompositionRow[],
): Promise<DecompositionSummary[]> {
  if (rows.length === 0) return []
  const shares = await db
    .selectFrom('assessment.share')
    .selectAll()
    .where(
      'decomposition_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const byRow = Map.groupBy(shares, (share) => share.decomposition_id)
  const describe = await describer(db, regionId, await receiversOf(db, regionId))
  return rows.map((row) => describe(row, byRow.get(row.id) ?? []))
}

async function describer(db: Reader, regionId: string, receivers: Receivers) {
  const targets = await ledgerTargets(db, regionId)
  return (row: DecompositionRow, shares: readonly ShareRow[]): DecompositionSummary => {
    const target = targets.find(({ id }) => id === row.target_id)
    const code = { zh: row.indicator_code, en: row.indicator_code }
    return {
      id: row.id,
      regionId: row.region_id,
      targetId: row.target_id,
      indicatorId: row.indicator_code,
      indicatorName: target?.indicatorName ?? code,
      planId: target?.planCode ?? '',
      planName: target?.planName ?? { zh: '', en: '' },
      year: row.year,
      whole: plain(row.whole),
      unit: row.unit,
      rule: row.rule,
      direction: row.direction,
      number: row.number,
      state: row.state,
      shares: shares.length,
      confirmed: shares.filter((share) => share.confirmed_at !== null).length,
      objections: shares.filter((share) => share.objected_at !== null && share.confirmed_at === null).length,
      sharing: standing(row, shares, receivers),
    }
  }
}

/** One decomposition with its shares, who was left out, its versions, and what the reader may do. */
export async function getDecompositionView(db: Reader, person: PersonActor, id: string): Promise<DecompositionView> {
  const row = await getDecomposition(db, id)
  const shares = await sharesOf(db, id)
  const receivers = await receiversOf(db, row.region_id)
  const { shares: _count, ...summary } = (await describer(db, row.region_id, receivers))(row, shares)
  const withCode = shares.map((share) => ({ ...share, indicator_code: row.indicator_code }))
  const given = await describeShares(db, person, withCode)
  const receiving = new Set(
    shares.map((share) => receiverKey({ regionId: share.receiver_region, unitId: share.receiver_unit })),
  )
  const plans = holds(person, 'planner', { regionId: row.region_id })
  const versions = await db
    .selectFrom('assessment.decomposition')
    .select(['id', 'number', 'state', 'change_reason'])
    .where('target_id', '=', row.target_id)
    .orderBy('number', 'desc')
    .execute()
  const open = versions.some(({ state }) => state === 'draft' || state === 'approved')
  return {
    ...summary,
    version: row.version,
    document: row.document,
    documentDay: row.document_day,
    difference: row.difference,
    changeReason: row.change_reason,
    changeDocument: row.change_document,
    shares: withCode.map((share) => given(row, share, receivers)),
    lower: receivers.lower.map(receiverKey),
    others: plans ? [...receivers.lower, ...receivers.units].filter((one) => !receiving.has(receiverKey(one))) : [],
    versions: versions
      .filter(({ state }) => plans || state === 'issued' || state === 'replaced')
      .map((one) => ({ id: one.id, number: one.number, state: one.state, changeReason: one.change_reason })),
    moves: await moveViews(db, id),
    verbs: plans ? plannerVerbs(row, open) : [],
  }
}

function plannerVerbs(row: DecompositionRow, open: boolean): DecompositionView['verbs'] {
  const moves = verbsOf(decompositionLife, row.state).flatMap((verb) => (verb === 'replace' ? [] : [verb]))
  if (row.state === 'draft') return ['save', ...moves]
  return row.state === 'issued' && !open ? ['change', ...moves] : moves
}

type AskedShare = ShareRow & { indicator_code: string }

/** Looks up once how far shares are and who answered them, and describes each. */
async function describeShares(db: Reader, person: PersonActor, shares: readonly AskedShare[]) {
  const progress = await progressOf(db, shares)
  const people = await actorNames(
    db,
    shares.flatMap((share) => [share.confirmed_by, share.objected_by].filter((one) => one !== null)),
  )
  return (row: Pick<DecompositionRow, 'state'>, share: AskedShare, receivers: Receivers): ShareView => {
    const receiver = { regionId: share.receiver_region, unitId: share.receiver_unit }
    const waits = row.state === 'issued' && share.confirmed_at === null
    return {
      id: share.id,
      receiver: { ...receiver, name: receivers.nameOf(receiver) },
      amount: share.amount === null ? null : plain(share.amount),
      weight: share.weight === null ? null : plain(share.weight),
      confirmedAt: share.confirmed_at?.toISOString() ?? null,
      confirmedBy: share.confirmed_by === null ? null : (people.get(share.confirmed_by) ?? gone),
      objection: objectionOf(share, people),
      progress: progress.get(share.id) ?? null,
      mayConfirm: waits && mayAnswer(person, share),
      mayObject: waits && share.objected_at === null && mayAnswer(person, share),
    }
  }
}

async function sharesById(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ShareRow>> {
  const rows = await db
    .selectFrom('assessment.share')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function objectionOf(share: ShareRow, people: Awaited<ReturnType<typeof actorNames>>): ShareView['objection'] {
  if (share.objection === null || share.objected_by === null || share.objected_at === null) return null
  return { reason: share.objection, by: people.get(share.objected_by) ?? gone, at: share.objected_at.toISOString() }
}

function mayAnswer(person: PersonActor, share: ShareRow): boolean {
  return share.receiver_unit === null
    ? holds(person, 'planner', { regionId: share.receiver_region })
    : holds(person, 'unit-leader', { unitId: share.receiver_unit })
}

async function receivedShares(
  db: Reader,
  person: PersonActor,
  regionId: string,
  watches: boolean,
  units: readonly string[],
): Promise<ReceivedShare[]> {
  const rows = await db
    .selectFrom('assessment.share as s')
    .innerJoin('assessment.decomposition as d', 'd.id', 's.decomposition_id')
    .selectAll('d')
    .select('s.id as share_id')
    .where('d.state', '=', 'issued')
    .where('s.receiver_region', '=', regionId)
    .where((on) =>
      on.or([
        ...(watches ? [on('s.receiver_unit', 'is', null)] : []),
        ...(units.length > 0 ? [on('s.receiver_unit', 'in', units)] : []),
        on.lit(false),
      ]),
    )
    .orderBy('d.year', 'desc')
    .orderBy('d.indicator_code')
    .execute()
  if (rows.length === 0) return []
  const regions = await listRegions(db)
  const own = await sharesById(
    db,
    rows.map((row) => row.share_id),
  )
  const withCode = rows.map((row) => ({ ...own.get(row.share_id)!, indicator_code: row.indicator_code }))
  const given = await describeShares(db, person, withCode)
  const from = new Map<string, { receivers: Receivers; about: Awaited<ReturnType<typeof describer>> }>()
  for (const id of new Set(rows.map((row) => row.region_id))) {
    const receivers = await receiversOf(db, id)
    from.set(id, { receivers, about: await describer(db, id, receivers) })
  }
  return rows.map((row, at): ReceivedShare => {
    const { receivers, about } = from.get(row.region_id)!
    const { indicatorName, planName, whole } = about(row, [])
    const { weight: _weight, ...shown } = given(row, withCode[at]!, receivers)
    return {
      ...shown,
      from: {
        regionId: row.region_id,
        name: regions.find(({ id }) => id === row.region_id)?.name ?? { zh: row.region_id, en: row.region_id },
      },
      decompositionId: row.id,
      indicatorName,
      planName,
      year: row.year,
      unit: row.unit,
      whole,
      rule: row.rule,
      document: row.document ?? '',
      documentDay: row.document_day ?? '',
      number: row.number,
    }
  })
}

async function moveViews(db: Reader, id: string): Promise<DecompositionView['moves']> {
  const rows = await db
    .selectFrom('assessment.move')
    .selectAll()
    .where('subject_id', '=', id)
    .orderBy('number')
    .execute()
  const people = await actorNames(
    db,
    rows.flatMap((row) => row.person_id ?? []),
  )
  return rows.map((row) => ({
    verb: row.verb,
    name: decompositionLife.moves[row.verb as DecompositionVerb].names,
    text: row.text,
    by: row.person_id === null ? null : (people.get(row.person_id) ?? gone),
    at: row.at.toISOString(),
  }))
}

/** A number as people write it: without trailing noughts after the point. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
