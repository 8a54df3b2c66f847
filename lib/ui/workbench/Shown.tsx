import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ScreenLoading } from './Loading.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { Refused } from './Refused.tsx'

interface Props<View> {
  query: UseQueryResult<View>
  children: (view: View) => ReactNode
}

/** A screen while its view is on the way, refused, or here. What is here stays when asking again fails. */
export function Shown<View>({ query, children }: Props<View>) {
  if (query.data === undefined)
    return query.error ? <Refused error={query.error} onAgain={() => void query.refetch()} /> : <ScreenLoading />
  return (
    <>
      {query.error && <ProblemNotice error={query.error} />}
      {children(query.data)}
    </>
  )
}
