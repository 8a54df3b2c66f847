import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { folderMadeOnce } from './made-once.ts'

describe('a folder made once', () => {
  it('is filled by one of all who ask, and nobody gets it half filled', async () => {
    const name = `once-${randomUUID()}`
    let filled = 0
    const ask = async () => {
      const folder = await folderMadeOnce(name, async (empty) => {
        filled += 1
        writeFileSync(join(empty, 'word'), 'half')
        await sleep(80)
        writeFileSync(join(empty, 'word'), 'whole')
      })
      return readFileSync(join(folder, 'word'), 'utf8')
    }
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['whole', 'whole', 'whole'])
    expect(await ask()).toBe('whole')
    expect(filled).toBe(1)
  })

  it('says to everybody why it could not be made', async () => {
    const name = `once-${randomUUID()}`
    const ask = () => folderMadeOnce(name, () => Promise.reject(new Error('no room')))
    await expect(ask()).rejects.toThrow('no room')
    await expect(ask()).rejects.toThrow('no room')
  })
})
