import { api, useSingleMutation } from '@opensti/ui/workbench'
import type { StartedErrand } from '../../contract.ts'
import { rememberErrand } from './outside-errand.ts'

/** Sends the browser to the identity provider, to come back to `path`. */
export function useOutside(path: string) {
  return useSingleMutation({
    mutationFn: ({ url, body }: { url: string; body: object }) => api<StartedErrand>('POST', url, body),
    onSuccess: ({ address, token }) => {
      rememberErrand({ token, path })
      location.assign(address)
    },
  })
}
