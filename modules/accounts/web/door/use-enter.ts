import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CurrentSession } from '../../contract.ts'
import { sessionKey } from '../use-session.ts'

/** Takes someone who has just signed in to where she wanted to go. What an earlier person saw is forgotten. */
export function useEnter(): (session: CurrentSession, path: string) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return (session, path) => {
    client.clear()
    client.setQueryData(sessionKey, session)
    void navigate({ href: path, replace: true })
  }
}
