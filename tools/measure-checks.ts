/**
 * Measures the arithmetic checks: changes every digit of every number of a document to every other digit, one at a
 * time, and counts which changes some check then calls a contradiction.
 *
 *   node tools/measure-checks.ts FILE              every number: which digits are guarded by some relation
 *   node tools/measure-checks.ts FILE --relations  the 2016 report against the relations a person found in it
 */
import { readFileSync } from 'node:fs'
import { checkFigures } from '../modules/plans/domain/reading/checks/check-figures.ts'
import { RELATIONS, type Relation } from '../modules/plans/domain/reading/checks/testing/report-2016-relations.ts'

/** What came of changing the digits of one number. */
interface Tally {
  changes: number
  caught: number
  missed: string[]
}

const [file, mode] = process.argv.slice(2)
if (!file) throw new Error('Name the text file to measure: node tools/measure-checks.ts FILE [--relations]')
const text = readFileSync(file, 'utf8')
const known = contradictionsOf(text)

if (mode === '--relations') measureRelations()
else measureAll()

function measureAll(): void {
  let [numbers, guarded, partly] = [0, 0, 0]
  for (const match of text.matchAll(/\d+(?:\.\d+)?/g)) {
    const tally = emptyTally()
    for (const changed of changesOf(match.index, match[0]))
      tallyChange(tally, match[0], changed, isCaught(match.index, changed))
    numbers++
    if (tally.caught === tally.changes) guarded++
    else if (tally.caught > 0) partly++
    if (tally.caught > 0) console.log(`${tally.caught}/${tally.changes}\t${match[0]}\tat ${match.index}`)
  }
  console.log(
    `${numbers} numbers: ${guarded} guarded against every change, ${partly} against some, ${numbers - guarded - partly} in no relation`,
  )
}

function measureRelations(): void {
  const byClass = new Map<string, Tally>()
  const places = new Map<string, { at: number; digits: string; relations: Relation[] }>()
  for (const relation of RELATIONS) {
    const values = relation.numbers.map(numberIn)
    if (relation.holds(values) === (relation.broken && relation.class === 'rounded')) {
      console.log(`The table is wrong about the unchanged text: ${relation.about}`)
    }
    for (const name of relation.numbers) {
      const place = places.get(name) ?? { ...findNumber(name), relations: [] }
      place.relations.push(relation)
      places.set(name, place)
    }
  }
  for (const [name, { at, digits, relations }] of places) {
    for (const changed of changesOf(at, digits)) {
      const value = Number(changed)
      const broken = relations.filter(
        (relation) => !relation.holds(relation.numbers.map((other) => (other === name ? value : numberIn(other)))),
      )
      if (broken.length === 0) continue
      const strictest = (['exact', 'rounded', 'bound'] as const).find((kind) =>
        broken.some((r) => r.class === kind && !r.broken),
      )
      const kind = strictest ?? 'already contradicted in the source'
      const tally = byClass.get(kind) ?? emptyTally()
      byClass.set(kind, tally)
      const caught =
        isCaught(at, changed) || (kind === 'already contradicted in the source' && stillCalled(at, changed))
      tallyChange(tally, name, changed, caught)
    }
  }
  let [changes, caught] = [0, 0]
  for (const [kind, tally] of byClass) {
    console.log(
      `${kind}: ${tally.caught} of ${tally.changes} changes caught (${((tally.caught / tally.changes) * 100).toFixed(1)} %)`,
    )
    if (tally.missed.length > 0) console.log(`  missed: ${tally.missed.join(', ')}`)
    changes += tally.changes
    caught += tally.caught
  }
  console.log(
    `all: ${caught} of ${changes} changes that a relation reveals (${((caught / changes) * 100).toFixed(1)} %)`,
  )
}

/** Every text that differs from the number in one digit. */
function changesOf(at: number, digits: string): string[] {
  const changes: string[] = []
  for (let i = 0; i < digits.length; i++) {
    if (digits[i] === '.') continue
    for (const digit of '0123456789') {
      if (digit !== text[at + i]) changes.push(digits.slice(0, i) + digit + digits.slice(i + 1))
    }
  }
  return changes
}

function contradictionsOf(changed: string): Set<string> {
  return new Set(
    checkFigures(changed, [])
      .filter((check) => check.result === 'contradicts')
      .map((check) => `${check.kind}:${check.places.map((place) => place.start).join(',')}`),
  )
}

/** Caught: a contradiction that the unchanged text does not have. */
function isCaught(at: number, changed: string): boolean {
  for (const contradiction of contradictionsOf(replaced(at, changed))) if (!known.has(contradiction)) return true
  return false
}

function stillCalled(at: number, changed: string): boolean {
  return checkFigures(replaced(at, changed), []).some(
    (check) => check.result === 'contradicts' && check.places.some((place) => place.start <= at && at < place.end),
  )
}

function replaced(at: number, changed: string): string {
  return text.slice(0, at) + changed + text.slice(at + changed.length)
}

function findNumber(name: string): { at: number; digits: string } {
  const [digits = '', occurrence] = name.split('#')
  const pattern = new RegExp(`(?<![\\d.])${digits.replace('.', '\\.')}(?![\\d.]*\\d)`, 'g')
  const match = [...text.matchAll(pattern)][Number(occurrence) - 1]
  if (!match) throw new Error(`${name} is not in ${file}: the relations table belongs to the 2016 report of the seeds`)
  return { at: match.index, digits }
}

function numberIn(name: string): number {
  return Number(name.split('#')[0])
}

function emptyTally(): Tally {
  return { changes: 0, caught: 0, missed: [] }
}

function tallyChange(tally: Tally, from: string, to: string, caught: boolean): void {
  tally.changes++
  if (caught) tally.caught++
  else tally.missed.push(`${from}→${to}`)
}
