import { createHash } from 'node:crypto'
import { notify, unitMembers } from '@opensti/accounts'
import { type Database, databaseNow, json, recordAudit, type Transaction, transaction } from '@opensti/db'
import { type Actor, type Bilingual, conflict, type PersonActor, personOf, unprocessable } from '@opensti/kernel'
import type { FixedFigure } from '@opensti/plans'
import { lockedPeriods } from '@opensti/reporting'
import type { ProposeRelease } from '../contract.ts'
import { figuresToRelease, type OfferedPaperOfKind, papersToRelease, textsOf } from './contents.ts'
import { passGate } from './gate.ts'
import { toDecideKind } from './notice-kinds.ts'
import { withContents } from './publishable.ts'
import { refuseHiddenFigures } from './refuse-hidden-figures.ts'

/**
 * Proposes that figures and papers become public. Somebody else approves it; until its moment nobody outside learns of it.
 *
 * @throws `nothing_to_release` (422); `embargo_past` (422); `papers_unknown` (422); `personal_data` (422) from the gate;
 *   `figures_not_public` (422) when a paper cites figures that nobody may see yet; `already_proposed` (409) when another release holds the same figures.
 */
export async function proposeRelease(
  db: Database,
  actor: Actor,
  regionId: string,
  wish: ProposeRelease,
  requestId: string,
): Promise<{ id: string }> {
  const person = personOf(actor)
  return transaction(db, 'publication.propose-release', async (tx) => {
    const now = await databaseNow(tx)
    const made = await addRelease(tx, person.personId, regionId, wish, now)
    await askForApproval(tx, person, made.id, wish.title)
    await recordAudit(tx, {
      actor,
      action: 'publication.propose-release',
      region: regionId,
      object: { kind: 'release', id: made.id },
      requestId,
      detail: { figures: made.figures, papers: made.papers },
    })
    return { id: made.id }
  })
}

/** Tells those of the unit who may approve, without the one who proposed. */
async function askForApproval(
  tx: Transaction,
  person: PersonActor,
  id: string,
  title: ProposeRelease['title'],
): Promise<void> {
  const { unit_id: unit } = await tx
    .selectFrom('publication.release')
    .select('unit_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const members = unit === null ? [] : ((await unitMembers(tx, [unit])).get(unit) ?? [])
  const to = members
    .filter((one) => one.roles.some((role) => role === 'unit-leader' || role === 'planner'))
    .map((one) => one.personId)
    .filter((one) => one !== person.personId)
  await notify(tx, {
    to,
    kind: toDecideKind.kind,
    params: { by: person.name, title: both(title) },
    link: `/publication/releases/${id}`,
    key: `publication ${id}`,
  })
}

/** The proposal itself, at a moment. */
export async function addRelease(
  tx: Transaction,
  personId: string,
  regionId: string,
  wish: ProposeRelease,
  now: Date,
): Promise<{ id: string; figures: number; papers: number }> {
  const embargoAt = wish.embargoAt === null ? null : new Date(wish.embargoAt)
  if (embargoAt !== null && embargoAt <= now) throw embargoPast()
  const figures = await wantedFigures(tx, regionId, wish)
  const papers = await withContents(tx, await wantedPapers(tx, regionId, wish))
  if (figures.length + papers.length === 0) throw nothingToRelease()
  await refuseHiddenFigures(tx, papers, figures)
  const title = both(wish.title)
  const note = wish.note && both(wish.note)
  await passGate(tx, regionId, textsOf({ title, note }, figures, papers), wish.doubts)
  const { id } = await tx
    .insertInto('publication.release')
    .values({
      region_id: regionId,
      cycle_code: wish.cycle,
      period: wish.period,
      unit_id: await leadUnit(tx, regionId, wish),
      title: json(title),
      note: note ? json(note) : null,
      embargo_at: embargoAt,
      doubts: json(wish.doubts),
      proposed_by: personId,
      proposed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await putFigures(tx, id, figures)
  for (const [position, paper] of papers.entries()) await putPaper(tx, id, position, paper)
  return { id, figures: figures.length, papers: papers.length }
}

function both({ zh, en }: { zh: string; en: string | null }): Bilingual {
  return { zh, en: en ?? zh }
}

async function wantedFigures(tx: Transaction, regionId: string, wish: ProposeRelease): Promise<FixedFigure[]> {
  if (wish.cycle === null || wish.period === null) return []
  const left = new Set(wish.leaveOut)
  const place = { regionId, cycle: wish.cycle, period: wish.period }
  return (await figuresToRelease(tx, place)).filter((figure) => !left.has(figure.id))
}

async function wantedPapers(tx: Transaction, regionId: string, wish: ProposeRelease): Promise<OfferedPaperOfKind[]> {
  if (wish.papers.length === 0) return []
  const offered = await papersToRelease(tx, regionId)
  return wish.papers.map(({ kind, id }) => {
    const paper = offered.find((one) => one.kind === kind && one.id === id)
    if (!paper) throw paperUnknown()
    return paper
  })
}

async function leadUnit(tx: Transaction, regionId: string, wish: ProposeRelease): Promise<string | null> {
  const periods = await lockedPeriods(tx, regionId)
  return (
    periods.find((one) => one.cycle.code === wish.cycle && one.period === wish.period)?.leadUnit.id ??
    periods[0]?.leadUnit.id ??
    null
  )
}

async function putFigures(tx: Transaction, releaseId: string, figures: readonly FixedFigure[]): Promise<void> {
  for (let start = 0; start < figures.length; start += batch) {
    await tx
      .insertInto('publication.release_value')
      .values(
        figures.slice(start, start + batch).map((figure, at) => ({
          release_id: releaseId,
          position: start + at,
          value_id: figure.id,
          replaces: figure.publicNow?.id ?? null,
        })),
      )
      .execute()
  }
}

/** A statement carries 65,535 parameters at most. */
const batch = 5000

async function putPaper(tx: Transaction, releaseId: string, position: number, paper: OfferedPaperOfKind) {
  const { id } = await tx
    .insertInto('publication.release_paper')
    .values({
      release_id: releaseId,
      position,
      kind: paper.kind,
      item_id: paper.id,
      title: json(paper.title),
      summary: paper.summary ? json(paper.summary) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [at, file] of paper.files.entries()) {
    const content = Buffer.from(file.content)
    await tx
      .insertInto('publication.release_file')
      .values({
        paper_id: id,
        position: at,
        file_name: file.name,
        media_type: file.mediaType,
        size: content.length,
        digest: createHash('sha256').update(content).digest('hex'),
        content,
      })
      .execute()
  }
}

function nothingToRelease() {
  return unprocessable(
    'nothing_to_release',
    {
      zh: '这一期没有已锁定、还没发布的数，也没有选材料。',
      en: 'Nothing of this period is locked and not yet released, and no paper is chosen.',
    },
    { remedy: { zh: '请换一期，或先锁定报表。', en: 'Choose another period, or lock its returns first.' } },
  )
}

function embargoPast() {
  return unprocessable(
    'embargo_past',
    { zh: '公开时间已经过去。', en: 'The moment of publication is past.' },
    {
      details: [
        {
          message: { zh: '要晚于现在，或不填：批准后立即公开。', en: 'Later than now, or empty: as soon as approved.' },
          place: { field: 'embargoAt' },
        },
      ],
    },
  )
}

function paperUnknown() {
  return conflict(
    'papers_changed',
    {
      zh: '所选材料有的已经撤回，或已在另一次发布中。',
      en: 'One of the papers was withdrawn, or is in another release.',
    },
    { remedy: { zh: '请刷新后重新选择。', en: 'Reload and choose again.' } },
  )
}
