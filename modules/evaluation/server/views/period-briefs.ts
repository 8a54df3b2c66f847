import { personNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { planNames } from '@opensti/plans'
import type { BriefFormat, PeriodBriefs } from '../../contract.ts'
import { digestOfFacts, findBriefFacts } from '../papers/brief-facts.ts'
import { judgedOf, troubledOf } from '../papers/period-brief.ts'

/**
 * The brief of a period: what a draft would say now, and what has been issued.
 * @throws `not_found` (404) for a region nobody knows
 */
export async function getPeriodBriefs(
  db: Reader,
  person: PersonActor,
  regionId: string,
  period: string,
): Promise<PeriodBriefs> {
  const facts = await findBriefFacts(db, regionId, period)
  const briefs = await db
    .selectFrom('evaluation.brief')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('period', '=', period)
    .orderBy('edition', 'desc')
    .execute()
  const papers = briefs.length
    ? await db
        .selectFrom('evaluation.brief_paper')
        .select(['brief_id', 'format', 'digest', 'size'])
        .where(
          'brief_id',
          'in',
          briefs.map(({ id }) => id),
        )
        .execute()
    : []
  const people = await personNames(
    db,
    briefs.map((one) => one.issued_by),
  )
  const digest = facts && digestOfFacts(facts)
  const formats: readonly string[] = ['pdf', 'docx', 'xlsx', 'json']
  return {
    region: { id: regionId, name: (await planNames(db, [])).region(regionId) },
    period,
    draft:
      facts && digest
        ? {
            digest,
            plan: facts.plan.plan.name,
            day: facts.day,
            indicators: judgedOf(facts).length,
            troubled: troubledOf(facts).length,
            fresh: facts.figures.length,
            issued: briefs[0]?.facts_digest === digest,
          }
        : null,
    issued: briefs.map((brief) => ({
      id: brief.id,
      edition: brief.edition,
      issuedAt: brief.issued_at.toISOString(),
      by: people.get(brief.issued_by) ?? '',
      papers: papers
        .filter((paper) => paper.brief_id === brief.id)
        .toSorted((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format))
        .map((paper) => ({ format: paper.format as BriefFormat, digest: paper.digest, size: paper.size })),
    })),
    mayIssue:
      facts !== null && person.grants.some(({ role, regionId: held }) => role === 'planner' && held === regionId),
  }
}
