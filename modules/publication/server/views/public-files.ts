import type { Reader } from '@opensti/db'
import { sql } from 'kysely'

/** A file of a paper whose release everybody sees; undefined before its moment and after the page was taken down. */
export async function findPublicFile(
  db: Reader,
  release: string,
  paper: string,
  number: number,
): Promise<{ name: string; mediaType: string; digest: string; content: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; mediaType: string; digest: string; content: Buffer }>`
    select f.file_name as name, f.media_type as "mediaType", f.digest, f.content from publication.release_file f
    join publication.release_paper p on p.id = f.paper_id
    join publication.release r on r.id = p.release_id
    where r.id = ${release} and p.id = ${paper} and f.position = ${number}
      and r.state in ('approved', 'in-effect') and r.public_from <= clock_timestamp()`.execute(db)
  return rows[0]
}
