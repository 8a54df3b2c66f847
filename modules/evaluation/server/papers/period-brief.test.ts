import { makePdf, makeWord, type OfficialPaper } from '@opensti/office'
import { canConvertWord, convert } from '@opensti/office/testing'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { factsWithTroubled } from '../../testing/brief-facts.ts'
import { loadLakeside } from '../../testing/lakeside.ts'
import { onePage, type Room } from './one-page.ts'
import { periodBrief, troubledOf } from './period-brief.ts'

const { db } = await testDatabase()
const issue = { edition: 1, digest: 'a'.repeat(64) }
const means = { madeAt: new Date('2026-11-22T00:00:00Z'), author: '湖畔市科学技术局' }

const briefs = new Map<number, ReturnType<typeof makeBrief>>()
const briefWith = (troubled: number) => briefs.get(troubled) ?? briefs.set(troubled, makeBrief(troubled)).get(troubled)!

async function makeBrief(troubled: number) {
  const facts = await factsWithTroubled(db, troubled)
  const made = await onePage((room) => periodBrief(facts, issue, room), means)
  return { ...made, names: troubledOf(facts).map(({ name }) => name.zh), words: wordsOf(made.paper) }
}

function wordsOf({ body, number }: OfficialPaper): string {
  const said = body.map((block) => {
    if (block.kind === 'paragraph') return `${block.lead ?? ''}${block.text}`
    if (block.kind === 'table') return [block.caption, ...block.rows.flat(), block.note].join('\n')
    return ''
  })
  return [number, ...said].join('\n')
}

describe('the brief of a period', () => {
  beforeAll(() => loadLakeside(db))

  it.each([0, 3, 8, 40])(
    'names all of %i that lag, on one page',
    async (troubled) => {
      const { paper, words, names } = await briefWith(troubled)
      expect(names).toHaveLength(troubled)
      expect(names.filter((name) => !words.includes(name))).toEqual([])
      expect(words).not.toContain('另有')
      expect(words).toContain(troubled === 0 ? '没有滞后指标' : `滞后的${troubled}项指标`)
      expect((await makePdf(paper, means)).pages).toBe(1)
    },
    60_000,
  )

  it('says how many it does not name, and where they stand, when there are more than a page holds', async () => {
    const { paper, words, names } = await briefWith(150)
    const [, left] = /另有(\d+)项，见附表（Excel）/.exec(words) ?? []
    // Longer names hold shorter ones, so names are counted in the sentence that lists them.
    const [, listed = ''] = /其余149项：(.*)；另有/.exec(words) ?? []
    expect(listed.split('、').length + 1 + Number(left)).toBe(names.length)
    expect((await makePdf(paper, means)).pages).toBe(1)
  }, 60_000)

  it('a draft says that it is one; an issued brief tells the digest of its data instead', async () => {
    const facts = await factsWithTroubled(db, 3)
    const room: Room = { rows: 3, others: 'names', named: 9, chart: 0, whole: false }
    const [draft, issued] = [periodBrief(facts, null, room), periodBrief(facts, issue, room)].map(wordsOf)
    expect([draft?.includes('草稿，未签发'), issued?.includes('草稿')]).toEqual([true, false])
    expect([draft?.includes('SHA-256'), issued?.includes('aaaaaaaaaaaaaaaa')]).toEqual([false, true])
  })

  it.skipIf(!canConvertWord)(
    'is one page in Word too, as LibreOffice sets it',
    async () => {
      const pages = await Promise.all(
        [8, 40].map(async (troubled) => {
          const { paper } = await briefWith(troubled)
          const pdf = Buffer.from(await convert(await makeWord(paper, means), 'docx', 'pdf')).toString('latin1')
          return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length
        }),
      )
      expect(pages).toEqual([1, 1])
    },
    120_000,
  )
})
