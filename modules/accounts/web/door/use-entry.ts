import { useState } from 'react'
import type { EntryView } from '../../contract.ts'
import { useEnter } from './use-enter.ts'

/** Takes whoever was let in to where she wanted to go; where a code is awaited, keeps the token for it. */
export function useEntry(path: string) {
  const enter = useEnter()
  const [waiting, setWaiting] = useState<string | null>(null)
  const take = ({ secondStep, ...session }: EntryView) => {
    if (secondStep) setWaiting(secondStep.token)
    else enter(session, path)
  }
  return { waiting, take, again: () => setWaiting(null) }
}
