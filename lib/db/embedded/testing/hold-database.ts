/**
 * A process that holds a database, for tests that kill it: `hold-database.ts FOLDER [write]`. Prints one JSON line when
 * open; with `write`, then the number of each row after the database has acknowledged it.
 */
import { sql } from 'kysely'
import { connect } from '../../connect.ts'
import { openDatabase } from '../open-database.ts'

const [folder, mode] = process.argv.slice(2)
const start = performance.now()
try {
  const opened = await openDatabase({ dataDir: folder!, report: (sentence) => process.stderr.write(`${sentence}\n`) })
  process.stdout.write(`${JSON.stringify({ ownerUrl: opened.ownerUrl, ms: Math.round(performance.now() - start) })}\n`)
  if (mode === 'write') await writeForever(opened.ownerUrl)
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

async function writeForever(url: string): Promise<void> {
  const db = connect({ url, max: 4 })
  await sql`create table if not exists kept (id bigint generated always as identity primary key)`.execute(db)
  const writer = async () => {
    for (;;) {
      const { rows } = await sql<{ id: bigint }>`insert into kept default values returning id`.execute(db)
      process.stdout.write(`${rows[0]!.id}\n`)
    }
  }
  await Promise.all([writer(), writer(), writer(), writer()])
}
