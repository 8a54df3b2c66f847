/** A label that wants to stand near its mark. Positions across are shares of the width, down are pixels. */
export interface WantedLabel {
  text: string
  kind: string
  x: number
  y: number
  /** Left out rather than put over something else. */
  mayVanish: boolean
}

export interface PlacedLabel {
  text: string
  kind: string
  anchor: 'start' | 'middle' | 'end'
  x: number
  y: number
}

interface Spot {
  x: number
  y: number
}

/** The narrowest drawing in pixels: what fits there fits everywhere. */
const phone = 350
const lineHeight = 17

/**
 * Finds room for labels beside their marks: above first, then below, then to a side, clear of the lines drawn and of each other.
 * @param lines corners of every line and every single mark, as shares across and pixels down
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  lines: readonly (readonly Spot[])[],
  bounds: { top: number; bottom: number },
): PlacedLabel[] {
  const drawn = lines.flatMap(alongLine)
  const taken: { left: number; right: number; y: number }[] = []
  return wanted.flatMap(({ text, kind, x, y, mayVanish }) => {
    const wide = widthOf(text)
    const boxes = spotsAround(y).map(({ anchor, baseline }) => {
      const at = x * phone
      const left = anchor === 'end' ? at - wide + 6 : anchor === 'start' ? at - 4 : at - wide / 2
      return { anchor, y: baseline, left, right: left + wide }
    })
    const inside = boxes.filter(
      (box) => box.left >= 0 && box.right <= phone && box.y > bounds.top && box.y < bounds.bottom,
    )
    const free = inside.find(
      (box) =>
        taken.every((other) => apart(box, other) || Math.abs(other.y - box.y) > lineHeight) &&
        drawn.every((spot) => spot.x < box.left - 4 || spot.x > box.right + 4 || Math.abs(spot.y - (box.y - 5)) > 12),
    )
    const chosen = free ?? inside[0] ?? boxes[0]
    if (!chosen || (!free && mayVanish)) return []
    taken.push(chosen)
    return [{ text, kind, anchor: chosen.anchor, x, y: Math.round(chosen.y * 10) / 10 }]
  })
}

function spotsAround(y: number): { anchor: PlacedLabel['anchor']; baseline: number }[] {
  const heights = [y - 13, y + 24, y - 30, y + 41]
  return heights.flatMap((baseline) => (['middle', 'end', 'start'] as const).map((anchor) => ({ anchor, baseline })))
}

function apart(one: { left: number; right: number }, other: { left: number; right: number }): boolean {
  return other.right < one.left || other.left > one.right
}

/** Points every few pixels along a line, in the pixels of the narrowest drawing. */
function alongLine(corners: readonly Spot[]): Spot[] {
  const pixels = corners.map((corner) => ({ x: corner.x * phone, y: corner.y }))
  return pixels.flatMap((from, i) => {
    const to = pixels[i + 1]
    if (!to) return [from]
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6))
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }))
  })
}

/** About how wide a label is at 14 px: a Chinese character is as wide as it is high, the rest a little over half. */
function widthOf(text: string): number {
  let wide = 0
  for (const sign of text) wide += sign > '⺀' ? 14 : 8
  return wide
}
