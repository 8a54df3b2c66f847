import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { handToWebhook, regionWorkdays, webhookWants } from '@opensti/accounts'
import { type Database, databaseNow, type Sender, Undeliverable } from '@opensti/db'
import { type FiguresWanted, type PublicFigure, publicValues } from '@opensti/plans'
import { sql } from 'kysely'
import { z } from 'zod'
import type { PublicRelease } from '../../contract.ts'
import { releasedKind } from '../notice-kinds.ts'
import { csvFile, jsonFile } from '../open-data/figure-files.ts'
import { findPublicRelease, type Retracted } from '../views/public-views.ts'
import { describeFile, type FolderFile, writeReleaseFolder } from './release-folder.ts'
import { getReleaseKey } from './release-key.ts'

export interface PushMeans {
  dataDir: string
  publicUrl: () => string
  /** Signs what webhooks are told. */
  linkSecret: Buffer
  webhookHosts: readonly string[]
}

const About = z.object({ release: z.uuid() })

/**
 * Tells other portals of each release that has taken effect, and of each that was taken down: a signed folder for whatever carries
 * it there, and a signed message to the region's webhook.
 */
export function publicationSenders(db: Database, means: PushMeans): Record<string, Sender> {
  return {
    'publication.folder': async (message) => {
      const about = About.safeParse(message.payload)
      if (!about.success) throw new Undeliverable('The message does not say which release it is about.')
      await layFolder(db, means, about.data.release)
    },
    'publication.notice': async (message, signal) => {
      const about = About.safeParse(message.payload)
      if (!about.success) throw new Undeliverable('The message does not say which release it is about.')
      const written = await writeNotice(db, means, about.data.release)
      if (written && (await webhookWants(db, written.region, releasedKind.kind)))
        await handToWebhook(db, means, { message, written, signal })
    },
  }
}

/**
 * What the other portal is told: that there is something, where it is, and what the files of its folder are, so that whoever
 * gets them can tell that they are these. The figures themselves by their addresses.
 */
async function writeNotice(db: Database, { publicUrl }: PushMeans, id: string) {
  const shown = await findPublicRelease(db, id)
  if (!shown) return null
  const origin = publicUrl()
  if (shown.retracted) {
    const { regionId } = shown.retracted
    return { region: regionId, kind: 'publication.retracted', content: tombstone(shown.retracted, origin) }
  }
  const { release } = shown
  return {
    region: release.region.id,
    kind: releasedKind.kind,
    content: {
      release: id,
      region: release.region.id,
      title: release.title,
      publicFrom: release.publicFrom,
      figures: release.figures.length,
      corrections: release.corrections,
      address: `${origin}/releases/${id}`,
      data: `${origin}/data/regions/${release.region.id}/figures.json`,
      files: (await filesOf(db, release, origin)).map(describeFile),
    },
  }
}

/** Folders are named by the day and the release, so that they sort by time and are never written twice. */
async function layFolder(db: Database, { dataDir, publicUrl }: PushMeans, id: string): Promise<void> {
  const shown = await findPublicRelease(db, id)
  if (!shown) return
  const out = join(dataDir, 'releases', 'outgoing')
  await mkdir(out, { recursive: true })
  const origin = publicUrl()
  const key = getReleaseKey(dataDir).privateKey
  if (shown.retracted) {
    const { dayOf } = await regionWorkdays(db, shown.retracted.regionId)
    const name = `${dayOf(shown.retracted.publicFrom)}-${id}-retracted`
    const said = tombstone(shown.retracted, origin)
    const content = Buffer.from(`${JSON.stringify(said, null, 2)}\n`)
    const { retractedAt: _at, because: _why, ...about } = said
    const title = { zh: '已撤下的发布', en: 'A release that was taken down' }
    await writeReleaseFolder(join(out, name), { ...about, title }, [{ name: 'retraction.json', content }], key)
    return
  }
  const { release } = shown
  const files = await filesOf(db, release, origin)
  const about = {
    release: id,
    region: release.region.id,
    title: release.title,
    publicFrom: release.publicFrom,
    address: `${origin}/releases/${id}`,
  }
  await writeReleaseFolder(join(out, `${release.day}-${id}`), about, files, key)
}

/** What is said of a release that was taken down; of its words nothing, for they may be why. */
function tombstone({ id, regionId, at, because, publicFrom }: Retracted, origin: string) {
  return {
    release: id,
    region: regionId,
    publicFrom: publicFrom.toISOString(),
    address: `${origin}/releases/${id}`,
    retractedAt: at.toISOString(),
    because,
  }
}

/** What lies in the folder of a release. */
async function filesOf(db: Database, release: PublicRelease, origin: string): Promise<FolderFile[]> {
  const figures = await figuresOfRelease(db, release.region.id, release.id)
  return [
    { name: 'release.json', content: Buffer.from(`${JSON.stringify(release, null, 2)}\n`) },
    { name: 'figures.csv', content: await whole(csvFile(once(figures), origin)) },
    { name: 'figures.json', content: await whole(jsonFile(once(figures), origin)) },
    ...(await filesOfRelease(db, release.id)),
  ]
}

async function figuresOfRelease(db: Database, regionId: string, id: string): Promise<PublicFigure[]> {
  const asOf = await databaseNow(db)
  const found: PublicFigure[] = []
  const wanted: FiguresWanted = { regionId, release: id }
  for (let after: string | undefined; ; ) {
    const figures = await publicValues(db, wanted, { asOf, limit: 2000, ...(after !== undefined && { after }) })
    found.push(...figures)
    if (figures.length < 2000) return found
    after = figures.at(-1)?.id
  }
}

async function filesOfRelease(db: Database, id: string): Promise<FolderFile[]> {
  const { rows } = await sql<{ paper: number; name: string; content: Buffer }>`
    select p.position as paper, f.file_name as name, f.content from publication.release_file f
    join publication.release_paper p on p.id = f.paper_id
    where p.release_id = ${id} order by p.position, f.position`.execute(db)
  return rows.map(({ paper, name, content }) => ({ name: `${paper + 1}-${name.replace(/[/\\]/g, '-')}`, content }))
}

async function* once(figures: readonly PublicFigure[]) {
  yield figures
}

async function whole(text: AsyncIterable<string>): Promise<Buffer> {
  const pieces: string[] = []
  for await (const piece of text) pieces.push(piece)
  return Buffer.from(pieces.join(''))
}
