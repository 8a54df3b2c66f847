import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { migrate } from '@opensti/db'
import { digestOfFile, newNoteId, noteBackup, restoreBackup } from '@opensti/db/backup'
import { type OpenerOptions, openerFrom, progress } from './backup.ts'
import { dataDir, migrationFolders, withConnection, withServer } from './with-database.ts'

export interface RestoreOptions extends OpenerOptions {
  into?: string
  replace?: boolean
}

/** `opensti restore FILE`: into an installation that is stopped and, unless told, empty. */
export async function restoreFile(file: string, options: RestoreOptions): Promise<void> {
  const opener = openerFrom(options)
  const folder = resolve(options.into ?? dataDir)
  await withServer({ folder, join: false }, async (opened) => {
    const { ownerUrl } = opened
    const migrations = await migrationFolders()
    const { head, manifest, digest } = await restoreBackup({
      ownerUrl,
      dataDir: folder,
      file,
      opener,
      migrations,
      replace: options.replace ?? false,
      report: progress(),
    })
    process.stdout.write(`内容相等 Equal: ${digest}\n`)
    process.stdout.write(
      `时刻 as of ${head.takenAt}; ${manifest.tables.length} 个表 tables, ${manifest.files.length} 个文件 files\n`,
    )
    const applied = await migrate(ownerUrl, migrations)
    if (applied.length > 0)
      process.stdout.write(`更新数据库结构 ${applied.length} 步 Migrated, ${applied.length} steps\n`)
    const outcome = {
      takenAt: new Date(head.takenAt),
      bytes: (await stat(file)).size,
      fileSha256: await digestOfFile(file),
      digest,
    }
    await withConnection(opened, (db) =>
      noteBackup(db, newNoteId(), {
        kind: 'restore',
        file: basename(file),
        scheduled: false,
        outcome,
        isChecked: true,
      }),
    )
  })
}
