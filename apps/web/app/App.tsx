import { ApiError, DesignStyle } from '@opensti/ui/workbench'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { AppearanceProvider } from './appearance.tsx'
import { createWorkbenchRouter } from './router.tsx'

/** A refusal stays a refusal however often one asks; only a network that failed is asked again. */
const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < 2 && error instanceof ApiError && error.refusal.status === 0,
      staleTime: 15_000,
    },
  },
})

const router = createWorkbenchRouter(queryClient)

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <DesignStyle />
      <AppearanceProvider>
        <RouterProvider router={router} />
      </AppearanceProvider>
    </QueryClientProvider>
  )
}
