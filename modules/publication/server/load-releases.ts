import { findPersonActor, regionWorkdays } from '@opensti/accounts'
import { type Database, databaseNow, recordAudit, type Transaction, transaction } from '@opensti/db'
import { makeMissingPapers } from '@opensti/evaluation'
import type { PersonActor } from '@opensti/kernel'
import type { WrittenRelease } from '../domain/releases-file.ts'
import { papersToRelease } from './contents.ts'
import { approve } from './decide-release.ts'
import { addRelease } from './propose-release.ts'
import { getRelease } from './store.ts'
import { takeEffect } from './take-effect.ts'

/**
 * Gives an invented city its releases. Each is proposed and approved by the rules and by whoever may; only its moment is
 * the written one. A region that has a release stays as it is.
 *
 * @returns how many releases were made.
 */
export async function loadReleases(
  db: Database,
  regionId: string,
  releases: readonly WrittenRelease[],
): Promise<number> {
  if (releases.length === 0 || (await anyRelease(db, regionId))) return 0
  // A release holds papers as they are: those that are still being made are made now.
  if (releases.some(({ papers }) => papers.length > 0)) await makeMissingPapers(db, regionId)
  const made = await transaction(db, 'publication.load-releases', async (tx) => {
    const now = await databaseNow(tx)
    const inOrder = [...releases].sort((a, b) => Date.parse(a.proposedAt) - Date.parse(b.proposedAt))
    for (const release of inOrder) await replay(tx, regionId, release, now)
    await recordAudit(tx, {
      actor: { kind: 'system', name: 'set-up' },
      action: 'publication.load-releases',
      region: regionId,
      detail: { added: releases.length },
    })
    return releases.length
  })
  await takeEffect(db)
  return made
}

async function anyRelease(db: Database, regionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('publication.release')
    .select('id')
    .where('region_id', '=', regionId)
    .limit(1)
    .execute()
  return found.length > 0
}

async function replay(tx: Transaction, regionId: string, written: WrittenRelease, now: Date): Promise<void> {
  const { cycle, period, title, note } = written
  const embargoAt = 'at' in written.embargo ? written.embargo.at : await ahead(tx, regionId, written.embargo, now)
  const papers = await papersCalled(tx, regionId, written.papers)
  const wish = { cycle, period, leaveOut: [], papers, title, note, embargoAt, doubts: [] }
  const proposer = await personCalled(tx, written.by)
  const { id } = await addRelease(tx, proposer.personId, regionId, wish, new Date(written.proposedAt))
  const release = await getRelease(tx, id)
  await approve(tx, await personCalled(tx, written.approvedBy), release, null, new Date(written.approvedAt))
}

async function papersCalled(tx: Transaction, regionId: string, titles: readonly string[]) {
  const offered = titles.length > 0 ? await papersToRelease(tx, regionId) : []
  return titles.map((title) => {
    const paper = offered.find((one) => one.title.zh === title)
    if (!paper) throw new Error(`A release names the paper ${title}, which nobody offers.`)
    return { kind: paper.kind, id: paper.id }
  })
}

/** The time of day some days from now, where the region is. */
async function ahead(
  tx: Transaction,
  regionId: string,
  { daysAhead, timeOfDay }: { daysAhead: number; timeOfDay: string },
  now: Date,
): Promise<string> {
  const days = await regionWorkdays(tx, regionId)
  const endOfDay = days.endOf(days.dayOf(new Date(now.getTime() + daysAhead * 86_400_000)))
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number)
  return new Date(endOfDay.getTime() + 1 - 86_400_000 + (hours * 60 + minutes) * 60_000).toISOString()
}

async function personCalled(tx: Transaction, signIn: string): Promise<PersonActor> {
  const found = await findPersonActor(tx, signIn)
  if (!found) throw new Error(`A release names ${signIn}, whom nobody knows.`)
  return found
}
