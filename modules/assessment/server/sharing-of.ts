import type { Bilingual } from '@opensti/kernel'
import { type Sharing, sharingOf } from '../domain/shares.ts'
import { type Receivers, receiverKey } from './receivers.ts'
import type { DecompositionRow, ShareRow } from './store.ts'

/** What the shares of a decomposition come to; a district that was not asked is missing like one that has not agreed. */
export function standing(
  row: DecompositionRow,
  shares: readonly ShareRow[],
  receivers: Receivers,
): Omit<Sharing, 'missing' | 'below'> & { missing: Bilingual[]; below: Bilingual[] } {
  const given = shares.map((share) => ({
    regionId: share.receiver_region,
    unitId: share.receiver_unit,
    value: share.amount,
    weight: share.weight,
  }))
  const keys = new Set(given.map(receiverKey))
  const left = receivers.lower.filter((one) => !keys.has(receiverKey(one)))
  const all = [...given, ...left.map((one) => ({ ...one, value: null, weight: null }))]
  const names = new Map(all.map((one) => [receiverKey(one), receivers.nameOf(one)]))
  const sharing = sharingOf(
    row.whole,
    row.rule,
    all.map((one) => ({ region: receiverKey(one), value: one.value, weight: one.weight })),
    row.direction,
  )
  const named = (key: string) => names.get(key) ?? { zh: key, en: key }
  return { ...sharing, missing: sharing.missing.map(named), below: sharing.below.map(named) }
}

/** Whether nothing has to be explained: the shares come to the whole, or every part reaches what each must reach. */
export function comesToWhole(row: DecompositionRow, sharing: ReturnType<typeof standing>): boolean {
  if (sharing.missing.length > 0) return false
  return row.rule === 'each' ? sharing.below.length === 0 : Number(sharing.gap) === 0
}
