import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Carrier, mailText } from './letter.ts'

/**
 * Lays letters into a folder, closed to others, as `.eml` files that any mail program opens and any mail server takes
 * (`sendmail -t`). A letter that is carried twice lies there once.
 */
export function folderCarrier(folder: string): Carrier {
  return {
    reachesPeople: false,
    carry: async (letter, id) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${id}.eml`)
      const file = await open(`${path}.new`, 'w', 0o600)
      try {
        await file.writeFile(mailText(letter, id, new Date()))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(`${path}.new`, path)
    },
  }
}
