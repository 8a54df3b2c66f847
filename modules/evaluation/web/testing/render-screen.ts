import { renderScreen as render, type Shown } from '@opensti/ui/testing'
import type { ReactNode } from 'react'
import { evaluationWords } from '../words.ts'

/** Shows a screen as the workbench does. */
export function renderScreen(screen: ReactNode, shown: Shown) {
  return render(screen, { evaluation: evaluationWords }, shown)
}
