import type { Reader } from '@opensti/db'
import type { Bilingual } from '@opensti/kernel'
import { responsibleAt, unitNameAt } from '@opensti/regions'

/** A government unit as other modules show it: under the name it bears today, with all it ever bore. */
export interface DirectoryUnit {
  id: string
  regionId: string
  name: Bilingual
  shortName: Bilingual
  names: { name: Bilingual; from: string | null; until: string | null }[]
  /** Everything papers write for short, of all times. */
  shortForms: string[]
  until: string | null
}

export interface DirectoryChange {
  id: string
  kind: 'rename' | 'merge' | 'split' | 'transfer'
  on: string
  from: string[]
  to: string[]
  functions: Bilingual[]
  note: Bilingual | null
  verified: 'official' | 'source' | 'unverified'
}

/** All units with their history, read at once: a country has thousands, a city dozens. */
export interface UnitDirectory {
  find(id: string): DirectoryUnit | undefined
  all(): DirectoryUnit[]
  inRegion(regionId: string): DirectoryUnit[]
  changesOf(unitId: string): DirectoryChange[]
  /** Who does today what a paper of `since` gave to this unit (for the sake of one function), where it is somebody else. */
  successors(
    unitId: string,
    functionId: string | null,
    since: string,
    today: string,
  ): { unitId: string; on: string; note: Bilingual }[]
}

export async function unitDirectory(db: Reader): Promise<UnitDirectory> {
  const [units, names, changes, sides, moves, functions] = await Promise.all([
    db.selectFrom('accounts.unit').selectAll().orderBy('id').execute(),
    db.selectFrom('accounts.unit_name').selectAll().orderBy('unit').orderBy('position').execute(),
    db.selectFrom('accounts.unit_change').selectAll().orderBy('date').orderBy('id').execute(),
    db.selectFrom('accounts.unit_change_side').selectAll().execute(),
    db.selectFrom('accounts.unit_change_move').selectAll().execute(),
    db.selectFrom('accounts.function').selectAll().execute(),
  ])
  const functionName = new Map(functions.map((one) => [one.id, { zh: one.name_zh, en: one.name_en }]))
  const directory = new Map<string, DirectoryUnit>()
  for (const unit of units) {
    const own = names.filter((name) => name.unit === unit.id)
    directory.set(unit.id, asUnit(unit, own))
  }
  const history = changes.map((change) => ({
    id: change.id,
    kind: change.kind as DirectoryChange['kind'],
    on: change.date,
    from: sides.filter((side) => side.change === change.id && side.side === 'from').map((side) => side.unit),
    to: sides.filter((side) => side.change === change.id && side.side === 'to').map((side) => side.unit),
    moves: moves.filter((move) => move.change === change.id),
    note: null,
    verified: 'unverified' as const,
  }))
  const nameOf = (id: string) => directory.get(id)?.name ?? { zh: id, en: id }

  return {
    find: (id) => directory.get(id),
    all: () => [...directory.values()],
    inRegion: (regionId) => [...directory.values()].filter((unit) => unit.regionId === regionId),
    changesOf: (unitId) =>
      history
        .filter((change) => change.from.includes(unitId) || change.to.includes(unitId))
        .map(({ moves: moved, ...change }) => ({
          ...change,
          functions: [...new Set(moved.map((move) => move.function))].flatMap((id) => functionName.get(id) ?? []),
        })),
    successors: (unitId, functionId, since, today) => {
      const asContent = history.map((change) => ({
        ...change,
        date: change.on,
        moves: change.moves.map((move) => ({ function: move.function, from: move.from_unit, to: move.to_unit })),
      }))
      const given = { unit: unitId, ...(functionId !== null && { function: functionId }) }
      const holders = responsibleAt(given, since, today, asContent).filter((holder) => holder !== unitId)
      return holders.map((holder) => {
        const on =
          history.findLast((change) => change.on > since && change.on <= today && change.to.includes(holder))?.on ?? ''
        const note = { zh: `${on} 起由${nameOf(holder).zh}承担`, en: `Since ${on} the work of ${nameOf(holder).en}` }
        return { unitId: holder, on, note }
      })
    },
  }
}

interface NameRow {
  name_zh: string
  name_en: string
  short: string[]
  from_date: string | null
  until_date: string | null
}

function asUnit(
  unit: { id: string; region: string; until_date: string | null },
  own: readonly NameRow[],
): DirectoryUnit {
  const asContent = own.map((name) => ({
    zh: name.name_zh,
    en: name.name_en,
    short: name.short,
    ...(name.from_date !== null && { from: name.from_date }),
    ...(name.until_date !== null && { until: name.until_date }),
  }))
  const today = unitNameAt({ names: asContent }, unit.until_date ?? '9999')
  return {
    id: unit.id,
    regionId: unit.region,
    name: { zh: today.zh, en: today.en },
    shortName: { zh: today.short[0] ?? today.zh, en: today.en },
    names: own.map((name) => ({
      name: { zh: name.name_zh, en: name.name_en },
      from: name.from_date,
      until: name.until_date,
    })),
    shortForms: [...new Set(own.flatMap((name) => name.short))],
    until: unit.until_date,
  }
}
