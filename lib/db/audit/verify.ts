import { type KeyObject, verify as verifySignature } from 'node:crypto'
import type { Bilingual } from '@opensti/kernel'
import { type AuditLine, digestBatch, headOf, noSealBefore, type SealLine, sealText } from './lines.ts'

export interface AuditFault {
  /** Line of the export, from 1; 0 for the file of heads. */
  line: number
  problem: Bilingual
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
  const fault = (line: number, problem: Bilingual) => {
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
    if (!line) fault(number, say('这一行不是审计导出的内容。', 'This is not a line of an audit export.'))
    else if (line.type === 'unsealed') {
      close()
      isTail = true
    } else if (line.type === 'seal') {
      close()
      if (isTail) fault(number, say('未封存的记录当中有一个封印。', 'A seal stands among the unsealed entries.'))
      for (const problem of judgeSeal(line, previous, publicKey, noted)) fault(number, problem)
      if (!noted.has(line.number)) verdict.unnotedSeals += 1
      verdict.seals += 1
      current = { seal: line, line: number, batch: digestBatch(line.previous, line.first), count: 0 }
      previous = line
    } else {
      if (ids.has(line.id))
        fault(number, say(`记录 ${line.id} 在这里第二次出现。`, `Entry ${line.id} stands here a second time.`))
      ids.add(line.id)
      if (isTail) verdict.unsealedEntries += 1
      else if (current) {
        current.batch.add(line)
        current.count += 1
        verdict.sealedEntries += 1
      } else fault(number, say(`记录 ${line.id} 出现在所有封印之前。`, `Entry ${line.id} stands before any seal.`))
    }
  }
  close()
  const end = Math.max(0, ...noted.keys())
  if (end > (previous?.number ?? 0)) {
    const last = previous?.number ?? 0
    const zh = `记录到第 ${last} 号封印为止，而库外记有第 ${end} 号封印：末尾被截去了。`
    fault(number, say(zh, `The log ends with seal ${last}, but seal ${end} was noted outside: the end was cut off.`))
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
): Bilingual[] {
  const problems: Bilingual[] = []
  const [zh, en] = [`第 ${seal.number} 号封印`, `Seal ${seal.number}`]
  if (seal.number !== (previous?.number ?? 0) + 1)
    problems.push(
      say(
        `${zh}接在第 ${previous?.number ?? 0} 号之后：中间有缺失或换位。`,
        `${en} follows seal ${previous?.number ?? 0}: one is missing or moved.`,
      ),
    )
  if (seal.first !== (previous?.last ?? 0) + 1)
    problems.push(
      say(
        `${zh}从第 ${seal.first} 条开始，与上一个封印的结尾不相接。`,
        `${en} begins at ${seal.first}, not where the last one ended.`,
      ),
    )
  if (seal.previous !== (previous ? headOf(previous) : noSealBefore))
    problems.push(say(`${zh}与前一个封印不相连。`, `${en} does not continue the seal before it.`))
  if (!isSigned(seal, key)) problems.push(say(`${zh}不是用这把密钥签名的。`, `${en} is not signed with this key.`))
  const head = noted.get(seal.number)
  if (head && (head.head !== headOf(seal) || head.last !== seal.last))
    problems.push(say(`${zh}与库外所记的不是同一个。`, `${en} is not the one that was noted outside.`))
  return problems
}

function closeSeal({ seal, batch, count }: OpenSeal): Bilingual[] {
  const wanted = seal.last - seal.first + 1
  const { number } = seal
  if (count !== wanted) {
    const zh = `第 ${number} 号封印应有 ${wanted} 条记录，这里有 ${count} 条。`
    return [say(zh, `Seal ${number} covers ${wanted} entries, ${count} are here.`)]
  }
  if (batch.finish() === seal.digest) return []
  const zh = `第 ${number} 号封印下的记录与封存时不同。`
  return [say(zh, `The entries under seal ${number} are not those that were sealed.`)]
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
      if (line !== '' && !isTorn) {
        const part = line.slice(0, 40)
        const zh = `库外封印文件中有一行不合格式：“${part}”。`
        faults.push({ line: 0, problem: say(zh, `The file of heads has a line that is none: "${part}".`) })
      }
      continue
    }
    const head = { number: Number(match[1]), last: Number(match[2]), head: match[3]! }
    const known = heads.get(head.number)
    if (known && known.head !== head.head) {
      const zh = `第 ${head.number} 号封印在库外记有两个不同的值。`
      faults.push({ line: 0, problem: say(zh, `Two different heads are noted for seal ${head.number}.`) })
    }
    heads.set(head.number, head)
  }
  return heads
}

function say(zh: string, en: string): Bilingual {
  return { zh, en }
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
