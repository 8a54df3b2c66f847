/** Backups: everything of the house, as it was at one moment, in one encrypted file; and back. */
export { digestOfFile } from './archive.ts'
export * from './check-backup.ts'
export { beginSnapshot, type Contents, sumContents } from './digest.ts'
export { type Lock, newKeyPair, type Opener, readIdentities, readPassphrase } from './keys.ts'
export * from './make-backup.ts'
export * from './notes.ts'
export { refusals as backupRefusals } from './refusals.ts'
export * from './restore-backup.ts'
