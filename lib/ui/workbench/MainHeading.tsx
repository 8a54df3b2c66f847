import { type ReactNode, useEffect, useRef } from 'react'
import { useScreenTitle } from './screen-title.ts'

interface Props {
  /** The name of the screen in plain words: it also names the browser's tab. */
  title: string
  /** What is drawn when it is more than the name. */
  children?: ReactNode
}

/** Where one has arrived last. The first screen after loading the page leaves the focus to the browser. */
let arrivedAt: string | null = null

/** The heading of a screen. Whoever comes from another screen starts here, by keyboard and by ear. */
export function MainHeading({ title, children = title }: Props) {
  useScreenTitle(title)
  const heading = useRef<HTMLHeadingElement>(null)
  // Also when the same screen shows another thing: then its title changes.
  useEffect(() => {
    const moved = arrivedAt !== null && arrivedAt !== location.pathname
    arrivedAt = location.pathname
    if (moved && !isWriting()) heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1} className="main-heading">
      {children}
    </h1>
  )
}

/** Nobody who is writing loses the cursor to a screen that arrives late. */
function isWriting(): boolean {
  return document.activeElement?.matches('input, textarea, select, [contenteditable]') ?? false
}
