import { actor } from '@opensti/accounts/testing'
import { personOf } from '@opensti/kernel'
import { testDatabase } from '@opensti/testing'
import { beforeAll, expect, it } from 'vitest'
import { fileKind } from '../domain/file-kinds.ts'
import { openRound, type Round, science } from '../testing/index.ts'
import { attachFile, getAttachment, largestFile } from './attach-file.ts'
import { removeFile } from './remove-file.ts'
import { getRequestView } from './views/request-view.ts'

const { db } = await testDatabase()
let round: Round
const scan = { name: '盖章扫描件.pdf', bytes: Buffer.from('%PDF-1.7 signed and sealed'), indicatorId: null }

beforeAll(async () => {
  round = await openRound(db)
})

it('stands beside the figures, under a name without paths, and comes back byte by byte', async () => {
  const reporter = await actor(db, 'lin.yuan')
  const id = round.returns[science]!
  const added = await attachFile(db, reporter, id, { ...scan, name: '../../盖章扫描件.pdf' }, 'test')
  const view = await getRequestView(db, personOf(reporter), id)
  expect(view.attachments).toMatchObject([{ id: added.id, fileName: '....盖章扫描件.pdf', size: scan.bytes.length }])
  const file = await getAttachment(db, id, added.id)
  expect(file.media_type).toBe('application/pdf')
  expect(file.content.equals(scan.bytes)).toBe(true)
  await expect(getAttachment(db, round.returns['lakeside/lakeside-finance']!, added.id)).rejects.toMatchObject({
    kind: 'not-found',
  })
})

it('is refused twice, too large, of another kind, or from someone whose turn it is not', async () => {
  const reporter = await actor(db, 'lin.yuan')
  const id = round.returns[science]!
  await expect(attachFile(db, reporter, id, scan, 'test')).rejects.toMatchObject({ code: 'file_twice' })
  const large = { ...scan, bytes: Buffer.concat([scan.bytes, Buffer.alloc(largestFile)]) }
  await expect(attachFile(db, reporter, id, large, 'test')).rejects.toMatchObject({ code: 'file_size' })
  const page = { ...scan, bytes: Buffer.from('<html>') }
  await expect(attachFile(db, reporter, id, page, 'test')).rejects.toMatchObject({ code: 'file_kind' })
  const other = { ...scan, bytes: Buffer.from('%PDF-1.7 another') }
  await expect(attachFile(db, await actor(db, 'he.jing'), id, other, 'test')).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

it('is taken away and put back while the return is prepared; who took it away stays known', async () => {
  const reporter = await actor(db, 'lin.yuan')
  const id = round.returns[science]!
  const filesOf = async () => (await getRequestView(db, personOf(reporter), id)).attachments
  const [file] = await filesOf()
  const change = (removed: boolean) => removeFile(db, reporter, { requestRef: id, id: file!.id, removed }, 'test')
  await change(true)
  await change(true)
  expect(await filesOf()).toMatchObject([{ id: file!.id, removed: { by: { en: 'Lin Yuan' } } }])
  await expect(getAttachment(db, id, file!.id)).rejects.toMatchObject({ kind: 'not-found' })
  const again = await attachFile(db, reporter, id, scan, 'test')
  await expect(change(false)).rejects.toMatchObject({ code: 'file_twice' })
  await removeFile(db, reporter, { requestRef: id, id: again.id, removed: true }, 'test')
  await change(false)
  expect((await getAttachment(db, id, file!.id)).content.equals(scan.bytes)).toBe(true)
  const stranger = await actor(db, 'he.jing')
  await expect(removeFile(db, stranger, { requestRef: id, id: file!.id, removed: true }, 'test')).rejects.toMatchObject(
    { kind: 'forbidden' },
  )
})

it.each([
  ['macro.xlsm', [0x50, 0x4b, 0x03, 0x04]],
  ['page.html', [0x3c, 0x68]],
  ['scan.png', [0xff, 0xd8, 0xff]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
])('%s is no file that may be attached', (name, bytes) => expect(fileKind(name, Uint8Array.from(bytes))).toBeNull())
