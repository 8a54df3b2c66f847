/**
 * From this share of the units that were asked, their sum stands for the region: in the course of the indicator and in what is
 * said of a target. With fewer it would look like a fall. OpenSTI's own convention, said wherever parts are shown.
 */
export const enoughUnits = 0.9

/** Whether so many units' parts make a figure of the region. */
export function standForRegion(units: number, asked: number): boolean {
  return units > 0 && units >= enoughUnits * asked
}

/** The sum of parts, without the dust of binary fractions. */
export function sumOfParts(parts: readonly number[]): number {
  let sum = 0
  for (const part of parts) sum += part
  return Number(sum.toPrecision(12))
}
