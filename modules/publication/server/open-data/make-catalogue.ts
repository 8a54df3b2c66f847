import { createHash } from 'node:crypto'
import type { Reader } from '@opensti/db'
import type { PublicFigure } from '@opensti/plans'
import {
  type Catalogue,
  catalogueNode,
  type DataFile,
  type DataSet,
  type Node,
} from '../../domain/open-data/catalogue.ts'
import { type FigureSet, figureSets, termsOf } from './data-sets.ts'
import { csvFile, figuresOf, jsonFile } from './figure-files.ts'

/** The catalogue of all data sets, with the checksum of every file as it is given out now. */
export async function makeCatalogue(db: Reader, origin: string): Promise<Node> {
  const all: PublicFigure[] = []
  for await (const figures of figuresOf(db, {})) all.push(...figures)
  const sets: DataSet[] = []
  for (const set of await figureSets(db)) {
    const made = await describeSet(db, set, all, origin)
    if (made) sets.push(made)
  }
  const catalogue: Catalogue = {
    origin,
    title: { zh: '科技创新规划开放数据', en: 'Open data of plans for science and innovation' },
    description: {
      zh: '各地区科技创新规划的目标、实际值和更正，附定义和出处。',
      en: 'Targets, values and corrections of regional plans for science and innovation, with definitions and sources.',
    },
    dictionary: '/data/dictionary',
    sets,
  }
  return catalogueNode(catalogue)
}

/** A set with its files; nothing where there is no figure in it. */
async function describeSet(
  db: Reader,
  set: FigureSet,
  all: readonly PublicFigure[],
  origin: string,
): Promise<DataSet | null> {
  const figures = set.wanted.plan === undefined ? all.filter((one) => isIn(set, one)) : await ofPlan(db, set)
  if (figures.length === 0) return null
  const days = figures.flatMap((one) => one.publishedOn ?? []).sort()
  const ends = figures.flatMap((one) => (one.kind === 'value' && one.period !== null ? [one.period] : [])).sort()
  return {
    address: set.address,
    page: set.page,
    title: set.title,
    description: set.description,
    region: set.region && { id: set.region.id, name: set.region.name },
    ...termsOf(set),
    issued: days[0]?.slice(0, 10) ?? null,
    modified: days.at(-1)?.slice(0, 10) ?? null,
    from: ends[0] === undefined ? null : `${ends[0].slice(0, 4)}-01-01`,
    until: ends.at(-1) === undefined ? null : `${ends.at(-1)!.slice(0, 4)}-12-31`,
    files: [
      await fileOf(`${set.address}.csv`, 'text/csv', csvFile(pieceOf(figures), origin)),
      await fileOf(`${set.address}.json`, 'application/json', jsonFile(pieceOf(figures), origin)),
    ],
  }
}

function isIn({ wanted }: FigureSet, figure: PublicFigure): boolean {
  return wanted.regionId === undefined || figure.regionId === wanted.regionId
}

async function ofPlan(db: Reader, set: FigureSet): Promise<PublicFigure[]> {
  const figures: PublicFigure[] = []
  for await (const piece of figuresOf(db, set.wanted)) figures.push(...piece)
  return figures
}

async function* pieceOf(figures: readonly PublicFigure[]) {
  yield figures
}

async function fileOf(
  address: string,
  mediaType: DataFile['mediaType'],
  text: AsyncIterable<string>,
): Promise<DataFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of text) {
    hash.update(piece)
    bytes += Buffer.byteLength(piece)
  }
  return { address, mediaType, bytes, sha256: hash.digest('hex') }
}
