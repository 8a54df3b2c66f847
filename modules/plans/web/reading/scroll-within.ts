/** Brings an element into sight by moving its own pane only; the page around it stays where it is. */
export function scrollWithin(pane: Element | null, element: Element | null, where: 'nearest' | 'center'): void {
  if (!pane || !element) return
  if (pane.scrollHeight <= pane.clientHeight) {
    element.scrollIntoView({ block: where })
    return
  }
  const [frame, box] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
  // Room for the bar that stays at the top of a list.
  const margin = where === 'nearest' ? 56 : 0
  if (where === 'center') pane.scrollTop += box.top - frame.top - (frame.height - box.height) / 2
  else if (box.top < frame.top + margin) pane.scrollTop += box.top - frame.top - margin
  else if (box.bottom > frame.bottom)
    pane.scrollTop += Math.min(box.bottom - frame.bottom + 8, box.top - frame.top - margin)
}
