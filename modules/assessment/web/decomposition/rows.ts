import type { DecompositionView, Receiver, SaveShares } from '../../contract-decomposition.ts'
import { sharingOf } from '../../domain/shares.ts'

/** A row as it is being typed. */
export interface Row {
  receiver: Receiver
  amount: string
  weight: string
}

export function rowsOf(view: DecompositionView): Row[] {
  return view.shares.map(({ receiver, amount, weight }) => ({
    receiver,
    amount: amount ?? '',
    weight: weight ?? '',
  }))
}

export const keyOf = (receiver: Receiver): string => receiver.unitId ?? receiver.regionId

const decimal = /^\d{1,12}(\.\d{1,6})?$/

/** A typed number without separators; null for none, undefined for what is no number. */
export function typedNumber(text: string): string | null | undefined {
  const plain = text.replaceAll(/[,，\s]/g, '')
  if (plain === '') return null
  return decimal.test(plain) ? plain : undefined
}

/** What would be saved; null while something typed is no number. */
export function toSave(rows: readonly Row[], rule: SaveShares['rule'], version: number): SaveShares | null {
  const shares = rows.map(({ receiver, amount, weight }) => ({
    regionId: receiver.regionId,
    unitId: receiver.unitId,
    amount: typedNumber(amount),
    weight: typedNumber(weight),
  }))
  if (shares.some((share) => share.amount === undefined || share.weight === undefined)) return null
  return { version, rule, shares: shares as SaveShares['shares'] }
}

/** What the typed shares come to, worked out while one types by the rule that the server uses. */
export function typedSharing(view: DecompositionView, rows: readonly Row[], rule: SaveShares['rule']) {
  const names = new Map([
    ...view.others.map((one) => [keyOf(one), one.name] as const),
    ...rows.map(({ receiver }) => [keyOf(receiver), receiver.name] as const),
    ...view.shares.map(({ receiver }) => [keyOf(receiver), receiver.name] as const),
  ])
  const here = new Set(rows.map(({ receiver }) => keyOf(receiver)))
  // Who is always asked is missing even when its row was taken out.
  const asked = view.lower.filter((key) => !here.has(key))
  const sharing = sharingOf(
    view.whole,
    rule,
    [
      ...rows.map(({ receiver, amount, weight }) => ({
        region: keyOf(receiver),
        value: typedNumber(amount) ?? null,
        weight: typedNumber(weight) ?? null,
      })),
      ...asked.map((region) => ({ region, value: null })),
    ],
    view.direction,
  )
  const named = (key: string) => names.get(key) ?? { zh: key, en: key }
  return { ...sharing, missing: sharing.missing.map(named), below: sharing.below.map(named) }
}
