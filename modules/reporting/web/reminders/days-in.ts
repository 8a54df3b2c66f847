/** Working days as somebody types them, "3、1" or "3, 1"; null when something else stands there. Nothing is no days. */
export function daysIn(text: string): number[] | null {
  const parts = text.split(/[\s,，、;；]+/).filter(Boolean)
  if (parts.length > 10 || parts.some((part) => !/^\d{1,2}$/.test(part))) return null
  const days = parts.map(Number)
  return days.every((day) => day >= 1 && day <= 60) ? days : null
}
