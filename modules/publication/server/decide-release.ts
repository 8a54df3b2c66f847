import { regionWorkdays, settleNotices, unitDirectory } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, AppError, conflict, type PersonActor, personOf } from '@opensti/kernel'
import { fixedFigures, publishValues } from '@opensti/plans'
import { lockedFigures } from '@opensti/reporting'
import { textsOf } from './contents.ts'
import { passGate } from './gate.ts'
import { withContents } from './publishable.ts'
import { refuseHiddenFigures } from './refuse-hidden-figures.ts'
import { freeContents, papersOf, valuesOf } from './release-contents.ts'
import { getRelease, makeMove, type ReleaseRow, refuseOvertaken } from './store.ts'

interface Decision {
  verb: 'approve' | 'decline'
  version: number
  text: string | null
}

/**
 * Approves or declines what somebody else has proposed. Approved, it becomes public at its moment by itself.
 *
 * @throws `own_proposal` (403); `moved_meanwhile`, `wrong_state` (409); `figures_changed` (409) when something has been
 *   corrected since; `personal_data` (422) from the gate, which looks a second time.
 */
export async function decideRelease(
  db: Database,
  actor: Actor,
  id: string,
  decision: Decision,
  requestId: string,
): Promise<void> {
  const person = personOf(actor)
  await transaction(db, 'publication.decide-release', async (tx) => {
    const release = await getRelease(tx, id)
    refuseOvertaken(release, decision.version)
    const now = await databaseNow(tx)
    if (decision.verb === 'decline') await decline(tx, person, release, decision.text, now)
    else await approve(tx, person, release, decision.text, now)
    await settleNotices(tx, [`publication ${id}`])
    await recordAudit(tx, {
      actor,
      action: 'publication.decide-release',
      region: release.region_id,
      object: { kind: 'release', id },
      requestId,
      detail: { verb: decision.verb },
    })
  })
}

async function decline(tx: Transaction, person: PersonActor, release: ReleaseRow, text: string | null, at: Date) {
  refuseOwn(person, release)
  await makeMove(tx, release, { verb: 'decline', text, personId: person.personId, at })
  await freeContents(tx, release.id)
}

/** The approval itself, at a moment; from now on the clock decides. */
export async function approve(
  tx: Transaction,
  person: PersonActor,
  release: ReleaseRow,
  text: string | null,
  at: Date,
): Promise<void> {
  refuseOwn(person, release)
  const figures = await fixedFigures(tx, await valuesOf(tx, release.id))
  await refuseChanged(tx, release, figures)
  const papers = await withContents(tx, await papersOf(tx, release.id))
  await refuseHiddenFigures(tx, papers, figures)
  await passGate(tx, release.region_id, textsOf(release, figures, papers), release.doubts)
  const publicFrom = release.embargo_at !== null && release.embargo_at > at ? release.embargo_at : at
  const units = await unitDirectory(tx)
  const by = (release.unit_id && units.find(release.unit_id)?.name) || { zh: '本级', en: 'the region' }
  const day = (await regionWorkdays(tx, release.region_id)).dayOf(publicFrom)
  await makeMove(
    tx,
    release,
    { verb: 'approve', text, personId: person.personId, at },
    { approved_by: person.personId, approved_at: at, public_from: publicFrom },
  )
  const ids = figures.map((figure) => figure.id)
  if (ids.length > 0) await publishValues(tx, ids, { releaseId: release.id, at: publicFrom, day, by })
}

function refuseOwn(person: PersonActor, release: ReleaseRow): void {
  if (person.personId !== release.proposed_by) return
  throw new AppError(
    'forbidden',
    'own_proposal',
    { zh: '拟定发布的人不能自己批准。', en: 'Whoever proposed a release cannot decide about it.' },
    {
      remedy: {
        zh: '请另一位有权限的同事办理；要收回请用“撤回”。',
        en: 'Ask a colleague who may; to take it back, withdraw it.',
      },
    },
  )
}

/** What was corrected after it had been proposed must not go out as it was. */
async function refuseChanged(
  tx: Transaction,
  release: ReleaseRow,
  figures: readonly { id: string; indicator: { name: { zh: string; en: string } } }[],
): Promise<void> {
  if (release.cycle_code === null || release.period === null) return
  const place = { regionId: release.region_id, cycle: release.cycle_code, period: release.period }
  const latest = new Set(await lockedFigures(tx, place))
  const old = figures.filter((figure) => !latest.has(figure.id))
  if (old.length === 0) return
  throw conflict(
    'figures_changed',
    {
      zh: `拟定以后有${old.length}个数作了更正，不能按原数公开。`,
      en: `${old.length} figures have been corrected since it was proposed and cannot go out as they were.`,
    },
    {
      details: old.map(({ indicator }) => ({ message: indicator.name })),
      remedy: {
        zh: '请撤回，按更正后的数重新拟定。',
        en: 'Withdraw it and propose it anew with the corrected figures.',
      },
    },
  )
}
