import { transaction } from '@opensti/db'
import { testDatabase } from '@opensti/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { findEntries } from './find-entries.ts'
import { replaceEntries, type SearchEntry } from './replace-entries.ts'

const { db } = await testDatabase()

const entry = (id: string, regionId: string, zh: string, more: Partial<SearchEntry> = {}): SearchEntry => ({
  kind: 'unit',
  id,
  regionId,
  title: { zh, en: id },
  context: { zh: regionId, en: regionId },
  href: `/${id}`,
  public: true,
  otherNames: [],
  weight: 0,
  ...more,
})
const found = async (text: string, insideRegions: string[] = []) =>
  (await findEntries(db, { text, insideRegions, limit: 10 })).map(({ id }) => id)

describe('search', () => {
  beforeAll(() =>
    transaction(db, 'search.fill', (tx) =>
      replaceEntries(tx, { kinds: ['unit'] }, [
        entry('north', 'north', '科学技术厅', { weight: 50 }),
        entry('south', 'south', '科学技术局'),
        entry('draft', 'south', '科学技术局筹备组', { public: false }),
        entry('park', 'south', '高新区科学园'),
      ]),
    ),
  )

  it('finds two characters, wherever they stand, and puts names that begin with them first', async () => {
    expect(await found('科学')).toEqual(['north', 'south', 'park'])
  })

  it('puts the asker’s own place first, and shows its drafts to nobody else', async () => {
    expect(await found('科学', ['south'])).toEqual(['south', 'draft', 'north', 'park'])
    expect(await found('筹备')).toEqual([])
  })
})
