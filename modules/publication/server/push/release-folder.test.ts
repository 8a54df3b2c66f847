import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyReleaseFolder, writeReleaseFolder } from './release-folder.ts'

const base = mkdtempSync(join(tmpdir(), 'opensti-release-'))
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
let folder: string
let made = 0

describe('a release as a signed folder', () => {
  beforeEach(async () => {
    made += 1
    folder = join(base, String(made))
    const about = {
      release: 'r',
      region: 'north',
      title: { zh: '数据', en: 'Figures' },
      publicFrom: '2026-11-23T00:00:00.000Z',
      address: 'https://sti.example/releases/r',
    }
    const files = [
      { name: 'figures.csv', content: Buffer.from('a,b\r\n') },
      { name: 'figures.json', content: Buffer.from('{}') },
    ]
    await writeReleaseFolder(folder, about, files, privateKey)
  })
  afterAll(() => rmSync(base, { recursive: true }))

  const faults = async (key = publicKey) => (await verifyReleaseFolder(folder, key)).faults.map((fault) => fault.en)

  it('is sound as it was written', async () => {
    expect(await faults()).toEqual([])
  })

  it.each<[string, () => void, RegExp]>([
    ['a changed file', () => appendFileSync(join(folder, 'figures.csv'), '1,2\r\n'), /figures.csv was changed/],
    ['a missing file', () => rmSync(join(folder, 'figures.json')), /figures.json is missing/],
    ['an added file', () => writeFileSync(join(folder, 'more.csv'), ''), /not in the manifest/],
    ['a changed manifest', () => appendFileSync(join(folder, 'manifest.json'), ' '), /signature does not fit/],
    ['no signature', () => rmSync(join(folder, 'manifest.sig')), /manifest.sig is missing/],
  ])('is not with %s', async (_, spoil, words) => {
    spoil()
    expect((await faults()).join()).toMatch(words)
  })

  it('is not by another key', async () => {
    expect((await faults(generateKeyPairSync('ed25519').publicKey)).join()).toMatch(/signature does not fit/)
  })
})
