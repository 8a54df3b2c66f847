import { expect, test } from 'vitest'
import { contentDigest } from './index.ts'
import { inWorld, soundFiles, withFault } from './testing/small-world.ts'

test('the same files give the same fingerprint, wherever they stand', () => {
  expect(inWorld({ ...soundFiles }, contentDigest)).toBe(inWorld({ ...soundFiles }, contentDigest))
})

test('a changed number, a new file and a renamed file each give another', () => {
  const renamed = Object.fromEntries(
    Object.entries(soundFiles).map(([file, text]) => [file.replace('values/values', 'values/other'), text]),
  )
  const digests = [
    { ...soundFiles },
    withFault('town/plans/town-2026.yaml', 'value: 30', 'value: 31'),
    { ...soundFiles, 'town/values/more.yaml': 'values: []\n' },
    renamed,
  ].map((files) => inWorld(files, contentDigest))
  expect(new Set(digests).size).toBe(4)
})
