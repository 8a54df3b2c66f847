import { type KeyObject, verify as verifySignature } from 'node:crypto'
import { type AuditLine, digestBatch, headOf, noSealBefore, type SealLine, sealText } from './lines.ts'

export interface AuditFault {
  /** Line of the export, from 1; 0 for the file of heads. */
  line: number
  problem: string
}

export interface AuditVerdict {
  intact: boolean
  seals: number
  sealedEntries: number
  /** Entries at the end that no seal covers yet: nothing is known about them. */
  unsealedEntries: number
  /** Seals whose head is not noted outside yet, at most the last one or two. */
  unnotedSeals: number
  faults: AuditFault[]
}

interface Head {
  number: number
  last: number
  head: string
}

const faultsMax = 20

/**
 * Checks an export with nothing but the public key and the heads that were noted outside the database. Finds entries
 * and seals that were changed, taken out, put in, reordered or cut off, and a chain that was signed anew.
 *
 * @param lines of `exportAudit`; `heads` is the text of the head file.
 */
export async function verifyAudit(
  lines: AsyncIterable<string> | Iterable<string>,
  publicKey: KeyObject,
  heads: string,
): Promise<AuditVerdict> {
  const faults: AuditFault[] = []
  const noted = readHeads(heads, faults)
  const verdict = { seals: 0, sealedEntries: 0, unsealedEntries: 0, unnotedSeals: 0 }
  const ids = new Set<string>()
  let current: OpenSeal | undefined
  let previous: SealLine | undefined
  let isTail = false
  let number = 0
  const fault = (line: number, problem: string) => {
    if (faults.length < faultsMax) faults.push({ line, problem })
  }
  const close = () => {
    if (current) for (const problem of closeSeal(current)) fault(current.line, problem)
    current = undefined
  }

  for await (const text of lines) {
    if (text === '') continue
    number += 1
    const line = parse(text)
    if (!line) fault(number, 'This is not a line of an audit export.')
    else if (line.type === 'unsealed') {
      close()
      isTail = true
    } else if (line.type === 'seal') {
      close()
      if (isTail) fault(number, 'A seal stands among the unsealed entries.')
      for (const problem of judgeSeal(line, previous, publicKey, noted)) fault(number, problem)
      if (!noted.has(line.number)) verdict.unnotedSeals += 1
      verdict.seals += 1
      current = { seal: line, line: number, batch: digestBatch(line.previous, line.first), count: 0 }
      previous = line
    } else {
      if (ids.has(line.id)) fault(number, `Entry ${line.id} stands here a second time.`)
      ids.add(line.id)
      if (isTail) verdict.unsealedEntries += 1
      else if (current) {
        current.batch.add(line)
        current.count += 1
        verdict.sealedEntries += 1
      } else fault(number, `Entry ${line.id} stands before any seal.`)
    }
  }
  close()
  const end = Math.max(0, ...noted.keys())
  if (end > (previous?.number ?? 0)) {
    fault(
      number,
      `The log ends with seal ${previous?.number ?? 0}, but seal ${end} was noted outside: the end was cut off.`,
    )
  }
  return { intact: faults.length === 0, ...verdict, faults }
}

interface OpenSeal {
  seal: SealLine
  line: number
  batch: ReturnType<typeof digestBatch>
  count: number
}

function judgeSeal(
  seal: SealLine,
  previous: SealLine | undefined,
  key: KeyObject,
  noted: ReadonlyMap<number, Head>,
): string[] {
  const problems: string[] = []
  const name = `Seal ${seal.number}`
  if (seal.number !== (previous?.number ?? 0) + 1)
    problems.push(`${name} follows seal ${previous?.number ?? 0}: one is missing or moved.`)
  if (seal.first !== (previous?.last ?? 0) + 1)
    problems.push(`${name} begins at ${seal.first}, not where the last one ended.`)
  if (seal.previous !== (previous ? headOf(previous) : noSealBefore))
    problems.push(`${name} does not continue the seal before it.`)
  if (!isSigned(seal, key)) problems.push(`${name} is not signed with this key.`)
  const head = noted.get(seal.number)
  if (head && (head.head !== headOf(seal) || head.last !== seal.last))
    problems.push(`${name} is not the one that was noted outside.`)
  return problems
}

function closeSeal({ seal, batch, count }: OpenSeal): string[] {
  const wanted = seal.last - seal.first + 1
  if (count !== wanted) return [`Seal ${seal.number} covers ${wanted} entries, ${count} are here.`]
  return batch.finish() === seal.digest ? [] : [`The entries under seal ${seal.number} are not those that were sealed.`]
}

function isSigned(seal: SealLine, key: KeyObject): boolean {
  try {
    return verifySignature(null, sealText(seal), key, Buffer.from(seal.signature, 'base64'))
  } catch {
    return false
  }
}

function readHeads(text: string, faults: AuditFault[]): Map<number, Head> {
  const heads = new Map<number, Head>()
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const all = whole.split('\n')
  for (const [index, line] of all.entries()) {
    const match = /^(\d+) (\d+) ([0-9a-f]{64})$/.exec(line)
    if (!match) {
      const isTorn = all[index + 1]?.startsWith(line) // a power cut in the middle of noting; repeated whole just after
      if (line !== '' && !isTorn)
        faults.push({ line: 0, problem: `The file of heads has a line that is none: "${line.slice(0, 40)}".` })
      continue
    }
    const head = { number: Number(match[1]), last: Number(match[2]), head: match[3]! }
    const known = heads.get(head.number)
    if (known && known.head !== head.head)
      faults.push({ line: 0, problem: `Two different heads are noted for seal ${head.number}.` })
    heads.set(head.number, head)
  }
  return heads
}

function parse(text: string): AuditLine | SealLine | { type: 'unsealed' } | undefined {
  try {
    const line = JSON.parse(text) as { type?: string } | null
    const isKnown = line?.type === 'entry' || line?.type === 'seal' || line?.type === 'unsealed'
    return isKnown ? (line as AuditLine | SealLine | { type: 'unsealed' }) : undefined
  } catch {
    return undefined
  }
}
