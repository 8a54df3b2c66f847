import type { Reader } from '@opensti/db'
import { type Bilingual, notFound, type PolicyObject, periodName } from '@opensti/kernel'
import type { BriefFormat } from '../../contract.ts'
import type { BriefData } from './issue-brief.ts'
import { nameOfBrief } from './make-period-brief.ts'
import { mediaTypes, type StoredPaper } from './store-papers.ts'

/** An issued brief belongs to the region that issued it. */
export async function briefObject(db: Reader, id: string): Promise<PolicyObject | null> {
  const row = await db.selectFrom('evaluation.brief').select('region_id').where('id', '=', id).executeTakeFirst()
  return row ? { regionId: row.region_id } : null
}

/**
 * A paper of an issued brief, byte by byte.
 * @throws `not_found` (404)
 */
export async function getBriefPaper(db: Reader, id: string, format: BriefFormat): Promise<StoredPaper> {
  const row = await db
    .selectFrom('evaluation.brief_paper as p')
    .innerJoin('evaluation.brief_paper as d', (join) =>
      join.onRef('d.brief_id', '=', 'p.brief_id').on('d.format', '=', 'json'),
    )
    .select(['p.content', 'p.digest', 'd.content as data'])
    .where('p.brief_id', '=', id)
    .where('p.format', '=', format)
    .executeTakeFirst()
  if (!row) throw notFound()
  const data = read(row.data)
  return {
    content: row.content,
    digest: row.digest,
    mediaType: mediaTypes[format],
    fileName: `${nameOfBrief(data, data)}.${format}`,
  }
}

/** What is known of a paper of an issued brief. */
export interface KnownBrief {
  digest: string
  title: Bilingual
  region: { id: string; name: Bilingual }
  plan: Bilingual
  what: Bilingual
  format: string
  size: number
  issuedAt: string
}

/**
 * What may be said to everybody of an issued brief by its digest: whoever asks holds the paper, and gets no other. For the module
 * that answers such questions.
 */
export async function findIssuedBrief(db: Reader, digest: string): Promise<KnownBrief | undefined> {
  const row = await db
    .selectFrom('evaluation.brief_paper as p')
    .innerJoin('evaluation.brief_paper as d', (join) =>
      join.onRef('d.brief_id', '=', 'p.brief_id').on('d.format', '=', 'json'),
    )
    .select(['p.digest', 'p.format', 'p.size', 'd.content as data'])
    .where('p.digest', '=', digest.toLowerCase())
    .executeTakeFirst()
  if (!row) return undefined
  const { plan, period, edition, issuedAt } = read(row.data)
  const when = periodName(period)
  const part = {
    pdf: { zh: '', en: '' },
    docx: { zh: '', en: '' },
    xlsx: { zh: '附表', en: ': annex' },
    json: { zh: '数据', en: ': data' },
  }[row.format as BriefFormat]
  return {
    digest: row.digest,
    title: edition > 1 ? { zh: `${when.zh}（第${edition}次签发）`, en: `${when.en} (issue ${edition})` } : when,
    region: { id: plan.region.id, name: plan.region.name },
    plan: plan.plan.name,
    what: { zh: `一页纸专报${part.zh}`, en: `One-page brief${part.en}` },
    format: row.format,
    size: row.size,
    issuedAt,
  }
}

/** How many briefs have been issued; they are only added to. */
export async function issuedState(db: Reader): Promise<string> {
  const row = await db
    .selectFrom('evaluation.brief')
    .select((one) => one.fn.countAll<string>().as('issued'))
    .executeTakeFirstOrThrow()
  return row.issued
}

const read = (data: Buffer): BriefData => JSON.parse(data.toString('utf8')) as BriefData
