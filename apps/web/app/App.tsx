import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { AppearanceProvider } from './appearance.tsx'
import { createWorkbenchRouter } from './router.tsx'
import { createQueryClient } from './session-end.ts'

const queryClient = createQueryClient(() => router)
const router = createWorkbenchRouter(queryClient)

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <AppearanceProvider>
        <RouterProvider router={router} />
      </AppearanceProvider>
    </QueryClientProvider>
  )
}
