import { type ReactNode, useEffect, useRef, useState } from 'react'

interface Props {
  count: number
  /** Pixels that a part takes, as far as one can tell before it was seen. */
  heightOf: (part: number) => number
  /** What scrolls. */
  pane: string
  children: (part: number) => ReactNode
}

/** Draws the parts of a long list that are in sight and a little around them; the others keep their place. */
export function Windowed({ count, heightOf, pane, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const heights = useRef(new Map<number, number>())
  const [shown, setShown] = useState<ReadonlySet<number>>(() => new Set([0]))
  const drawsAll = typeof IntersectionObserver === 'undefined'

  useEffect(() => {
    const parts = box.current
    if (!parts || drawsAll) return
    const observer = new IntersectionObserver(
      (entries) =>
        setShown((before) => {
          const after = new Set(before)
          for (const { target, isIntersecting } of entries) {
            const part = Number((target as HTMLElement).dataset['part'])
            if (isIntersecting) after.add(part)
            else if (after.delete(part)) heights.current.set(part, target.clientHeight)
          }
          return after
        }),
      { root: parts.closest(pane), rootMargin: '800px 0px' },
    )
    for (const part of parts.children) observer.observe(part)
    return () => observer.disconnect()
  }, [count, pane, drawsAll])

  return (
    <div ref={box}>
      {Array.from({ length: count }, (_, part) => {
        const drawn = drawsAll || shown.has(part)
        return (
          <div
            key={part}
            data-part={part}
            style={drawn ? undefined : { height: heights.current.get(part) ?? heightOf(part) }}
          >
            {drawn && children(part)}
          </div>
        )
      })}
    </div>
  )
}
