import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountsServer, actor, cookieOf, testLinkSecret } from '@opensti/accounts/testing'
import { databaseNow, deliverOutbox } from '@opensti/db'
import { lockRound, openRound } from '@opensti/reporting/testing'
import { testDatabase } from '@opensti/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decideRelease } from '../decide-release.ts'
import { publicationNotices } from '../notice-kinds.ts'
import { proposeRelease } from '../propose-release.ts'
import { retractRelease } from '../take-back-release.ts'
import { takeEffect } from '../take-effect.ts'
import { getReleaseDraft } from '../views/draft-view.ts'
import { verifyReleaseFolder } from './release-folder.ts'
import { getReleaseKey } from './release-key.ts'
import { publicationSenders } from './senders.ts'

const { db } = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'opensti-notice-'))
const place = { cycle: 'quarterly', period: '2026-Q3' }
const means = {
  dataDir,
  publicUrl: () => 'https://sti.example',
  linkSecret: testLinkSecret,
  webhookHosts: ['127.0.0.1'],
}
const came: { headers: IncomingMessage['headers']; body: string }[] = []
let portal: Server
let secret = ''
let hidden: string

/** Another portal that takes whatever is posted to it. */
async function openPortal(): Promise<string> {
  portal = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => {
      body += piece.toString()
    })
    request.on('end', () => {
      came.push({ headers: request.headers, body })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(portal.address() as AddressInfo).port}/releases`
}

beforeAll(async () => {
  const round = await openRound(db)
  await lockRound(db, round, { 'high-tech-enterprises': '1385', 'fiscal-science-share': '5.37' })
  const house = await accountsServer(db, { noticeKinds: [...publicationNotices], webhookHosts: ['127.0.0.1'] })
  const hook = '/api/operations/webhooks/lakeside'
  const headers = await cookieOf(db, 'luo.hui')
  const wanted = { address: await openPortal(), enabled: true, kinds: ['publication.released'] }
  expect((await house.inject({ method: 'PUT', url: hook, payload: wanted, headers })).statusCode).toBe(204)
  secret = (await house.inject({ method: 'POST', url: `${hook}/secret`, payload: { renew: false }, headers })).json()
    .secret
  const { figures } = await getReleaseDraft(db, 'lakeside', place)
  hidden = figures.find((figure) => figure.indicatorId === 'fiscal-science-share')!.id
}, 60_000)
afterAll(async () => {
  portal.closeAllConnections()
  await new Promise((done) => portal.close(done))
  rmSync(dataDir, { recursive: true })
})

/** As docs/guides/webhooks.md tells a receiver to do it. */
function isGenuine({ headers, body }: (typeof came)[number]): boolean {
  const [id, time, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers[name])
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${time}.${body}`).digest()
  return String(signatures)
    .split(' ')
    .map((one) => Buffer.from(one.replace('v1,', ''), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
}

it('tells another portal of a release once it is public: signed, with its address and digests, and of nothing else', async () => {
  const embargoAt = new Date((await databaseNow(db)).getTime() + 3000).toISOString()
  const { id } = await proposeRelease(
    db,
    await actor(db, 'chen.mei'),
    'lakeside',
    {
      ...place,
      leaveOut: [hidden],
      papers: [],
      title: { zh: '第三季度高新技术企业数', en: 'High-tech enterprises, third quarter' },
      note: null,
      embargoAt,
      doubts: [],
    },
    'test',
  )
  const leader = await actor(db, 'zhou.guoliang')
  await decideRelease(db, leader, id, { verb: 'approve', version: 0, text: '内部意见' }, 'test')
  const deliver = () => deliverOutbox(db, publicationSenders(db, means))

  // Approved is not public: nothing leaves before its second.
  await takeEffect(db)
  await deliver()
  expect(came).toEqual([])

  await sleep(Math.max(0, Date.parse(embargoAt) - (await databaseNow(db)).getTime()) + 50)
  expect(await takeEffect(db)).toBe(1)
  expect(await deliver()).toMatchObject({ sent: 2, failed: 0 })
  expect(came).toHaveLength(1)
  expect(isGenuine(came[0]!)).toBe(true)
  expect(isGenuine({ ...came[0]!, body: came[0]!.body.replace('1385', '1386').replace(id, 'other') })).toBe(false)

  const told = JSON.parse(came[0]!.body)
  expect(told).toEqual({
    type: 'publication.released',
    release: id,
    region: 'lakeside',
    title: { zh: '第三季度高新技术企业数', en: 'High-tech enterprises, third quarter' },
    publicFrom: embargoAt,
    figures: 1,
    corrections: 1,
    address: `https://sti.example/releases/${id}`,
    data: 'https://sti.example/data/regions/lakeside/figures.json',
    files: [expect.objectContaining({ name: 'release.json' }), expect.anything(), expect.anything()],
  })
  // The digests are those of the folder that is carried there.
  const [folder] = readdirSync(join(dataDir, 'releases', 'outgoing'))
  for (const { name, bytes, sha256 } of told.files) {
    const content = readFileSync(join(dataDir, 'releases', 'outgoing', folder!, name))
    expect([content.length, createHash('sha256').update(content).digest('hex')], name).toEqual([bytes, sha256])
    for (const secretWord of ['5.37', 'fiscal-science-share', '内部意见', '陈梅', '周国良'])
      expect(content.toString(), name).not.toContain(secretWord)
  }
  for (const secretWord of ['5.37', 'fiscal-science-share', '内部意见', '陈梅', '周国良'])
    expect(came[0]!.body).not.toContain(secretWord)

  // And once only.
  await takeEffect(db)
  await deliver()
  expect(came).toHaveLength(1)

  // Whoever was told of it is told that it was taken down, without its words.
  const why = (text: string) => retractRelease(db, leader, id, { version: 2, text }, 'test')
  await expect(why('请联系13800138000')).rejects.toMatchObject({ code: 'personal_data' })
  await why('标题有误')
  expect(await deliver()).toMatchObject({ sent: 2, failed: 0 })
  expect(isGenuine(came[1]!)).toBe(true)
  const end = JSON.parse(came[1]!.body)
  expect(end).toMatchObject({ type: 'publication.retracted', release: id, because: '标题有误', publicFrom: embargoAt })
  expect(came[1]!.body).not.toContain('高新技术企业')
  const outgoing = join(dataDir, 'releases', 'outgoing')
  const stone = join(outgoing, readdirSync(outgoing).find((name) => name.endsWith('-retracted'))!)
  const { manifest, faults } = await verifyReleaseFolder(stone, getReleaseKey(dataDir).publicKey)
  expect([manifest?.release, faults]).toEqual([id, []])
  expect(JSON.parse(readFileSync(join(stone, 'retraction.json'), 'utf8'))).toMatchObject({ because: '标题有误' })
})
