import type { Bilingual } from '@opensti/kernel'
import type { Citation, Target, TargetChange } from '../contract.ts'

/** A target as it was in force for a time: what it said, by which paper, and why the one before it ended. */
export interface TargetVintage {
  id: string
  value: number
  value2: number | null
  /** 1 is what the plan states. */
  vintage: number
  current: boolean
  /** The day from which it held; null for what the plan states. */
  since: string | null
  because: Bilingual | null
  citation: Citation
}

/** What a plan states and every decision after it, the oldest first. One that was never changed is alone. */
export function vintagesOf(target: Target): TargetVintage[] {
  const changes = target.changes ?? []
  const stated = changes[0]?.from ?? { value: target.value, value2: target.value2 }
  return [
    {
      id: target.id,
      ...stated,
      vintage: 1,
      current: changes.length === 0,
      since: null,
      because: null,
      citation: target.citation,
    },
    ...changes.map((change, at) => ({
      id: `${target.id}~${change.number}`,
      ...change.to,
      vintage: at + 2,
      current: at === changes.length - 1,
      since: change.since,
      because: reasonOf(change),
      citation: paperOf(change),
    })),
  ]
}

/** Reasons are written once, by those who decide. */
function reasonOf({ approver, reason }: TargetChange): Bilingual {
  return { zh: `${approver}批准调整：${reason}`, en: `Changed with the approval of ${approver}: ${reason}` }
}

function paperOf({ document, documentNumber }: TargetChange): Citation {
  const title = documentNumber ? `${document}（${documentNumber}）` : document
  return {
    documentId: '',
    documentTitle: { zh: title, en: title },
    documentNumber,
    section: null,
    paragraph: null,
    verified: 'reported',
    note: null,
  }
}
