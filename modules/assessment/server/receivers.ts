import { listRegions, unitDirectory } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { Receiver } from '../contract-decomposition.ts'

/** The one text by which a receiver is known. */
export function receiverKey(receiver: { regionId: string; unitId: string | null }): string {
  return receiver.unitId ?? receiver.regionId
}

export interface Receivers {
  /** Lower regions and district governments: each of them is asked, and whoever has no share is named. */
  lower: Receiver[]
  /** Other units of the region, which may be given a share. */
  units: Receiver[]
  nameOf(receiver: { regionId: string; unitId: string | null }): Receiver['name']
}

/** Who a target of a region can be shared out to. */
export async function receiversOf(db: Reader, regionId: string): Promise<Receivers> {
  const [regions, directory] = [await listRegions(db), await unitDirectory(db)]
  const own = directory.inRegion(regionId).filter((unit) => unit.until === null && unit.kind !== 'group')
  const toReceiver = (unit: (typeof own)[number]): Receiver => ({ regionId, unitId: unit.id, name: unit.name })
  const isDistrict = (unit: (typeof own)[number]) => unit.level === 'district' && unit.kind === 'government'
  return {
    lower: [
      ...regions
        // An area such as a delta is made of cities that are asked themselves.
        .filter((one) => one.parentId === regionId && one.kind !== 'area')
        .map(({ id, name }) => ({ regionId: id, unitId: null, name })),
      ...own.filter(isDistrict).map(toReceiver),
    ],
    units: own.filter((unit) => !isDistrict(unit)).map(toReceiver),
    nameOf: ({ regionId: region, unitId }) =>
      (unitId === null ? regions.find((one) => one.id === region)?.name : directory.find(unitId)?.name) ?? {
        zh: unitId ?? region,
        en: unitId ?? region,
      },
  }
}
