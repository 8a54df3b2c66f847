import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { measureRound } from '../../bench/measure-round.ts'

/** The measured round in small: the same code, with few units and indicators; what it makes is checked, its times are not. */
it('a quarterly round leads from the request to an issued brief whose numbers are those of the ledger', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'opensti-round-'))
  try {
    const { text, checked } = await measureRound({ dataDir, units: 6, indicators: 20, say: () => undefined })
    expect(checked).toMatchObject({ figures: 120, sums: 20 })
    expect(checked.troubled).toBeGreaterThan(8)
    expect(text).toContain('Anybody checks the paper')
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 180_000)
