import { useEffect } from 'react'

export interface ReadingKeys {
  next: () => void
  previous: () => void
  accept: () => void
  reject: () => void
  edit: () => void
  reopen: () => void
  undo: () => void
}

/** Hands stay on the keyboard: J and K move, A accepts, E corrects, X rejects, R reopens, Z or Ctrl-Z undoes. Silent while somebody types. */
export function useReadingKeys(keys: ReadingKeys, active: boolean): void {
  useEffect(() => {
    if (!active) return
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return
      const action = (event.ctrlKey || event.metaKey) && event.key === 'z' ? keys.undo : plain(event, keys)
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [keys, active])
}

function plain(event: KeyboardEvent, keys: ReadingKeys): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  return {
    j: keys.next,
    ArrowDown: keys.next,
    k: keys.previous,
    ArrowUp: keys.previous,
    a: keys.accept,
    x: keys.reject,
    e: keys.edit,
    r: keys.reopen,
    z: keys.undo,
  }[event.key]
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.isContentEditable ||
      target.closest('.ant-select') !== null)
  )
}
