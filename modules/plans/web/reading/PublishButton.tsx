import { useLanguage } from '@opensti/ui/workbench'
import { planAddress } from '../../addresses.ts'
import type { ReadingView } from '../../contract-reading.ts'
import { PublicLink } from '../parts/PublicLink.tsx'
import { PublishPlan } from '../parts/PublishPlan.tsx'

/** Publishes the plan that the document is read into, or leads to what the public sees. */
export function PublishButton({ reading }: { reading: ReadingView }) {
  const { say } = useLanguage()
  const { region, plan, planPublished } = reading
  return (
    <>
      {planPublished && <PublicLink address={planAddress(region.id, plan.id)} />}
      <PublishPlan region={region.id} plan={plan.id} name={say(plan.name)} published={planPublished} />
    </>
  )
}
