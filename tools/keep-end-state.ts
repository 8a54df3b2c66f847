/**
 * `node tools/keep-end-state.ts DATA-FOLDER NAME`: keeps the state in which an issue leaves the demonstration, for the
 * upgrade tests of all later ones. Start that version's checkout once with OPENSTI_DATA=DATA-FOLDER, stop it, run this.
 */
import { join } from 'node:path'
import { openDatabase } from '@opensti/db'
import { makeBackup } from '@opensti/db/backup'
import { endStatePassphrase } from '../tests/upgrade/end-states.ts'

const [dataDir, name] = process.argv.slice(2)
if (!dataDir || !name) {
  process.stderr.write('node tools/keep-end-state.ts DATA-FOLDER NAME\n')
  process.exit(2)
}
const database = await openDatabase({ dataDir })
try {
  const file = join(import.meta.dirname, '..', 'tests', 'upgrade', 'fixtures', `${name}.age`)
  const lock = { passphrase: endStatePassphrase, workFactor: 10 }
  const { rows, bytes, digest } = await makeBackup({ ownerUrl: database.ownerUrl, dataDir, file, lock, program: name })
  process.stdout.write(`${file}\n${rows} rows, ${bytes} bytes, digest ${digest}\n`)
} finally {
  await database.stop()
}
