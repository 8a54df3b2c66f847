import { beginSnapshot, sumContents } from '@opensti/db/backup'
import pg from 'pg'
import { withServer } from './with-database.ts'

/** `opensti digest`: what a backup taken now would have, for comparing two installations. */
export async function printDigest(options: { tables?: boolean }): Promise<void> {
  const { tables, digest } = await withServer({ join: true }, async ({ ownerUrl }) => {
    const client = new pg.Client({ connectionString: ownerUrl, application_name: 'opensti digest' })
    await client.connect()
    try {
      await beginSnapshot(client)
      return await sumContents(client)
    } finally {
      await client.end()
    }
  })
  if (options.tables) {
    for (const { name, rows, sha256 } of tables) process.stdout.write(`${sha256}  ${rows}\t${name}\n`)
  }
  process.stdout.write(`${digest}\n`)
}
