import { createPublicKey, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type AuditVerdict, exportAudit, verifyAudit } from '@opensti/db'
import { invalid } from '@opensti/kernel'
import { dataDir, withDatabase } from './with-database.ts'

export async function exportAuditLog(file: string): Promise<void> {
  const handle = await open(file, 'wx').catch(() => {
    throw invalid('file_exists', {
      zh: `文件已存在或无法写入：${file}`,
      en: `The file exists or cannot be written: ${file}`,
    })
  })
  try {
    await withDatabase((db) => exportAudit(db, async (line) => void (await handle.write(line))))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Verifies an export without any database, or the database itself by exporting it into memory. */
export async function verifyAuditLog(
  file: string | undefined,
  options: { key?: string; heads?: string },
): Promise<void> {
  const key = readKey(options.key ?? join(dataDir, 'audit', 'audit-key.pub.pem'))
  const headFile = options.heads ?? join(dataDir, 'audit', 'heads.txt')
  const heads = existsSync(headFile) ? readFileSync(headFile, 'utf8') : ''
  const verdict = await verifyAudit(
    file ? createInterface({ input: createReadStream(file) }) : await currentLines(),
    key,
    heads,
  )
  report(verdict)
  process.exitCode = verdict.intact ? 0 : 1
}

async function currentLines(): Promise<string[]> {
  const lines: string[] = []
  await withDatabase((db) => exportAudit(db, (line) => void lines.push(line.trimEnd())))
  return lines
}

function readKey(path: string): KeyObject {
  if (!existsSync(path)) {
    throw invalid(
      'no_public_key',
      { zh: `没有找到公钥：${path}`, en: `No public key at ${path}` },
      {
        remedy: {
          zh: '用 --key 指明公钥文件（首次启动后在数据目录的 audit 文件夹里）。',
          en: 'Name it with --key; the first start puts it into the data folder under audit.',
        },
      },
    )
  }
  return createPublicKey(readFileSync(path))
}

function report(verdict: AuditVerdict): void {
  for (const fault of verdict.faults)
    process.stdout.write(`第 ${fault.line} 行：${fault.problem.zh}\nline ${fault.line}: ${fault.problem.en}\n`)
  process.stdout.write(verdict.intact ? '日志完整 Intact\n' : '日志被改动过 Tampered\n')
  process.stdout.write(
    `${verdict.seals} 个封印 seals, ${verdict.sealedEntries} 条已封 sealed, ${verdict.unsealedEntries} 条未封 not sealed yet, ${verdict.unnotedSeals} 个封印未外存 seals not noted outside\n`,
  )
}
