/** Quarters that are over, the latest first, then the year before; what offices are asked for on a Friday. */
export function latestPeriods(now: Date): string[] {
  const quarter = Math.floor(now.getMonth() / 3)
  const quarters = Array.from({ length: 6 }, (_, back) => {
    const at = now.getFullYear() * 4 + quarter - 1 - back
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`
  })
  return [...quarters, String(now.getFullYear() - 1), String(now.getFullYear())]
}
