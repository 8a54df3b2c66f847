import { type UseMutationOptions, type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

/** A deed that a second click cannot start again while the first one is under way. */
export function useSingleMutation<Answer, Wanted>(
  options: UseMutationOptions<Answer, Error, Wanted>,
): UseMutationResult<Answer, Error, Wanted> {
  // A drawn button knows too late that it is busy: two clicks may come before the next drawing.
  const busy = useRef(false)
  const mutation = useMutation<Answer, Error, Wanted>({
    ...options,
    onSettled: (...told) => {
      busy.current = false
      return options.onSettled?.(...told)
    },
  })
  const mutate: typeof mutation.mutate = (...asked) => {
    if (busy.current) return
    busy.current = true
    mutation.mutate(...asked)
  }
  return { ...mutation, mutate }
}
