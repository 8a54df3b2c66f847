import { z } from 'zod'

/** Raised when an older program could not read a newer backup. */
export const backupFormat = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** First entry: what this is, and of which structure. */
export const BackupHead = z.object({
  format: z.number().int(),
  id: z.uuid(),
  /** By the database's clock. */
  takenAt: z.iso.datetime(),
  /** Version of the program and of PostgreSQL. */
  program: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ schema: z.string(), name: z.string(), checksum: Sha256 })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type BackupHead = z.infer<typeof BackupHead>

/** Last entry: what the rest has to amount to. A file without it was cut short. */
export const BackupManifest = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: Sha256 })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: Sha256 })),
  digest: Sha256,
})
export type BackupManifest = z.infer<typeof BackupManifest>

export const entryNames = {
  head: 'opensti-backup.json',
  table: (name: string, piece: number) => `tables/${name}/${numbered(piece)}.copy`,
  file: (path: string, piece: number) => `files/${numbered(piece)}/${path}`,
  manifest: 'manifest.json',
} as const

/** What an entry is a piece of; nothing for head and manifest. */
export function readEntryName(entry: string): { kind: 'table' | 'file'; name: string } | undefined {
  const table = /^tables\/([^/]+)\/\d{6}\.copy$/.exec(entry)
  if (table) return { kind: 'table', name: table[1]! }
  const file = /^files\/\d{6}\/(.+)$/.exec(entry)
  return file ? { kind: 'file', name: file[1]! } : undefined
}

function numbered(piece: number): string {
  return String(piece).padStart(6, '0')
}
