import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { runInChild } from './run-in-child.ts'

const worker = new URL('../testing/odd-worker.ts', import.meta.url)
const limits = { memoryMb: 256, milliseconds: 10_000 }
const run = (deed: string, more = {}) => runInChild<string>(worker, { deed, folder: tmpdir() }, { ...limits, ...more })

it('gives the answer of the child, which may not write', async () => {
  expect(await run('answer')).toBe('answered')
  expect(await run('write')).toBe('ERR_ACCESS_DENIED')
})

it('ends a child that hangs or fills the memory, and tells one that broke by itself', async () => {
  await expect(run('hang', { milliseconds: 700 })).rejects.toMatchObject({ isCrash: false })
  await expect(run('fill')).rejects.toMatchObject({ isCrash: false })
  await expect(run('break')).rejects.toMatchObject({ isCrash: true })
})
