import { unitDirectory, unitMembers } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import { unprocessable } from '@opensti/kernel'
import {
  type AnsweredDoubt,
  type GateFinding,
  kindNames,
  lookThrough,
  type PublicText,
  stillOpen,
} from '../domain/gate.ts'

/** What the gate finds in texts that would be public, knowing the names of the region's people. */
export async function findingsIn(db: Reader, regionId: string, texts: readonly PublicText[]): Promise<GateFinding[]> {
  const units = (await unitDirectory(db)).inRegion(regionId).map(({ id }) => id)
  const members = [...(await unitMembers(db, units)).values()].flat()
  return lookThrough(texts, [...new Set(members.map((one) => one.name.zh))])
}

/**
 * Personal data does not pass; what looks like it passes with a reason.
 *
 * @throws `personal_data` (422) naming each place, what it is and what to do.
 */
export async function passGate(
  db: Reader,
  regionId: string,
  texts: readonly PublicText[],
  answered: readonly AnsweredDoubt[],
): Promise<void> {
  const open = stillOpen(await findingsIn(db, regionId, texts), answered)
  if (open.length === 0) return
  const certain = open.filter((one) => one.certain).length
  throw unprocessable(
    'personal_data',
    {
      zh: `要公开的内容里有${open.length}处疑似个人信息${certain > 0 ? `，其中${certain}处确定是` : ''}，没有放行。`,
      en: `${open.length} places of what would be public look like personal data${certain > 0 ? `, ${certain} of them for certain` : ''}, so it did not pass.`,
    },
    {
      details: open.map(({ place, label, kind, shown, remedy }) => ({
        message: {
          zh: `${label.zh}里有${kindNames[kind].zh}（${shown}）。${remedy.zh}`,
          en: `${label.en} holds a ${kindNames[kind].en} (${shown}). ${remedy.en}`,
        },
        place: { field: `${place} ${kind}` },
      })),
      remedy: {
        zh: '确定是个人信息的要删去，不能确定的写明理由后可以继续。',
        en: 'Take out what is personal data; say why of what is not.',
      },
    },
  )
}
