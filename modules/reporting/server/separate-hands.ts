import type { Reader } from '@opensti/db'
import { type Bilingual, conflict } from '@opensti/kernel'
import type { RequestRow } from './store.ts'

/** What somebody did with a return by which she cannot take the next step of its unit as well. */
const deedsInTheWay = {
  entered: { zh: '这份报表里有您填的数', en: 'you entered figures of this return' },
  preparing: { zh: '这份报表是您提交的', en: 'you handed this return in' },
  checking: { zh: '这份报表是您审核的', en: 'you checked this return' },
  signing: { zh: '这份报表是您签发的', en: 'you signed this return' },
} as const satisfies Record<string, Bilingual>

/**
 * What she did already in this round of a return, since it was last prepared, in whosever stead; null when the next step
 * may be hers. One who prepared does not check, one who checked does not sign.
 */
export async function ownDeed(
  db: Reader,
  personId: string,
  request: RequestRow,
): Promise<keyof typeof deedsInTheWay | null> {
  if (request.state !== 'checking' && request.state !== 'signing') return null
  const moves = await db
    .selectFrom('reporting.move')
    .select(['from_state', 'to_state', 'person_id', 'unit_id'])
    .where('request_id', '=', request.id)
    .orderBy('number')
    .execute()
  const round = moves.slice(moves.findLastIndex(({ to_state }) => to_state === 'preparing') + 1)
  const made = round.find((move) => move.person_id === personId && move.unit_id === request.unit_id)
  if (made) return made.from_state as 'preparing' | 'checking' | 'signing'
  const entered = await db
    .selectFrom('reporting.entry')
    .select('indicator_code')
    .where('request_id', '=', request.id)
    .where('entered_by', '=', personId)
    .limit(1)
    .executeTakeFirst()
  return entered ? 'entered' : null
}

/** @throws `same_hand` (409) when she had a hand in this round of the return already. */
export async function requireOtherHand(db: Reader, personId: string, request: RequestRow): Promise<void> {
  const deed = await ownDeed(db, personId, request)
  if (deed !== null) throw conflict('same_hand', hindranceOf(deed), { remedy })
}

/** Why the step cannot be hers, in words. */
export function hindranceOf(deed: keyof typeof deedsInTheWay): Bilingual {
  const { zh, en } = deedsInTheWay[deed]
  return {
    zh: `${zh}，这一步要由另一个人办理。`,
    en: `Since ${en}, somebody else has to take this step.`,
  }
}

const remedy: Bilingual = {
  zh: '请由别的同事办理。单位人手不够的，请单位领导在“填报流程”里另行指定，或去掉这一步。',
  en: 'Ask a colleague. In a unit with too few people, its leader may name somebody else in the chain, or leave the step out.',
}
