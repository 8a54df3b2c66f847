import { settleNotices } from '@opensti/accounts'
import { type Database, databaseNow, enqueue, recordAudit, transaction } from '@opensti/db'
import { type Actor, AppError, conflict, personOf } from '@opensti/kernel'
import { keepBackValues } from '@opensti/plans'
import { passGate } from './gate.ts'
import { freeContents, freePapers, valuesOf } from './release-contents.ts'
import { getRelease, makeMove, refuseOvertaken } from './store.ts'

/** So near to its moment a release is not taken back any more: somebody might have seen it by the time that is written. */
const secondsBefore = 2

interface TakingBack {
  version: number
  text: string
}

/**
 * Takes a release back before it has become public; nobody outside ever learns of it, and its figures may be proposed again.
 *
 * @throws `too_late` (409) from two seconds before its moment; `moved_meanwhile`, `wrong_state` (409).
 */
export async function withdrawRelease(
  db: Database,
  actor: Actor,
  id: string,
  { version, text }: TakingBack,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'publication.withdraw-release', async (tx) => {
    const release = await getRelease(tx, id)
    refuseOvertaken(release, version)
    const at = await databaseNow(tx)
    if (release.state === 'approved' && release.public_from !== null) {
      if (release.public_from.getTime() - at.getTime() < secondsBefore * 1000) throw tooLate()
      const kept = await keepBackValues(tx, id)
      if (kept !== (await valuesOf(tx, id)).length) throw tooLate()
    }
    await makeMove(tx, release, { verb: 'withdraw', text, personId: person.personId, at })
    await freeContents(tx, id)
    await settleNotices(tx, [`publication ${id}`])
    await recordAudit(tx, {
      actor,
      action: 'publication.withdraw-release',
      region: release.region_id,
      object: { kind: 'release', id },
      requestId,
    })
  }).catch((error: unknown) => {
    throw !(error instanceof AppError) && String(error).includes('the release has taken effect') ? tooLate() : error
  })
}

/**
 * Takes the page of a public release down, with its words and papers; its address says that and why, and whoever was told of the
 * release is told of this. Its figures stay: they are corrected by a further release. Its papers may be released again.
 *
 * @throws `moved_meanwhile`, `wrong_state` (409); `personal_data` (422) for a reason that must not be public.
 */
export async function retractRelease(
  db: Database,
  actor: Actor,
  id: string,
  { version, text }: TakingBack,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'publication.retract-release', async (tx) => {
    const release = await getRelease(tx, id)
    refuseOvertaken(release, version)
    const because = { place: 'because', label: { zh: '撤下原因', en: 'The reason' }, text }
    await passGate(tx, release.region_id, [because], [])
    await makeMove(tx, release, { verb: 'retract', text, personId: person.personId, at: await databaseNow(tx) })
    await freePapers(tx, id)
    for (const topic of ['publication.folder', 'publication.notice'])
      await enqueue(tx, { topic, payload: { release: id }, dedupeKey: `${id} retracted` })
    await recordAudit(tx, {
      actor,
      action: 'publication.retract-release',
      region: release.region_id,
      object: { kind: 'release', id },
      requestId,
    })
  })
}

function tooLate() {
  return conflict(
    'too_late',
    {
      zh: '公开时间已到或只剩不到两秒，不能撤回了。',
      en: 'It is public, or will be within two seconds, and cannot be withdrawn.',
    },
    {
      remedy: {
        zh: '数有错请作更正后再发布一次；页面文字有问题可以撤下页面。',
        en: 'Correct the figures and release them again; a page with wrong words can be taken down.',
      },
    },
  )
}
