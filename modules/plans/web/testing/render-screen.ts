import { renderScreen as render, type Shown } from '@opensti/ui/testing'
import type { ReactNode } from 'react'
import { plansWords } from '../words.ts'

/** Shows a screen as the workbench does. */
export function renderScreen(screen: ReactNode, shown: Shown) {
  return render(screen, { plans: plansWords }, shown)
}

/** A planner of the sample city. */
export const plannerSession = {
  body: {
    person: { regionId: 'yunxi', grants: [{ role: 'planner', regionId: 'yunxi' }] },
    actions: ['plans.reading.list', 'plans.reading.start', 'plans.candidate.decide', 'plans.plan.publish'],
  },
}
