/** `npm run --silent opensti -- …`: what the office can ask for without a browser. Each command loads only what it needs. */
import { AppError } from '@opensti/kernel'
import { Command } from 'commander'
import type { LockOptions, OpenerOptions } from './backup.ts'
import type { InvitationOptions } from './invite-person.ts'
import type { RestoreOptions } from './restore.ts'

const program = new Command('opensti').description('OpenSTI on the command line').showHelpAfterError()

const plan = program.command('plan').description('plans and their documents')
plan
  .command('read')
  .argument('<file>', 'a .txt, .html, .docx or .pdf document; - for standard input')
  .option('--json', 'print everything that was found as JSON')
  .description('find figures, tasks, checks and signs of damage in a document; nothing is stored')
  .action(async (file: string, options: { json?: boolean }) => (await import('./read-plan.ts')).readPlan(file, options))

const region = program.command('region').description('region content')
region
  .command('check')
  .argument('[folder]', 'the folder that holds the regions', 'regions')
  .description('explain every fault of the content files with file, line and remedy')
  .action(async (folder: string) => (await import('./check-region-files.ts')).checkRegionFiles(folder))
region
  .command('load')
  .argument('[folder]', 'the folder that holds the regions', 'regions')
  .option('--dry-run', 'say what would change and change nothing')
  .description('bring the database in line with the content files; may be repeated')
  .action(async (folder: string, options: { dryRun?: boolean }) =>
    (await import('./load-region-files.ts')).loadRegionFiles(folder, options),
  )

program
  .command('verify')
  .argument('<file>', 'a report, brief or data file of an evaluation')
  .description('say whether a file is a published paper, byte by byte')
  .action(async (file: string) => (await import('./verify-paper.ts')).verifyPaper(file))

const person = program.command('person').description('people who sign in')
person
  .command('invite')
  .description('invite the first people of an installation; prints the link to hand over')
  .requiredOption('--region <id>', 'the region that the person works for')
  .requiredOption('--sign-in <name>', 'the name to sign in with')
  .requiredOption('--name <name>', 'what the person is called')
  .option('--role <code>', 'the role to give', 'security-administrator')
  .option('--unit <id>', 'the unit, region/unit, for roles that are held for one')
  .action(async (options: InvitationOptions) => (await import('./invite-person.ts')).inviteFirstPerson(options))

person
  .command('reset-second-factor')
  .argument('<sign-in>', 'the name to sign in with')
  .description('take the second factor of someone away whom no administrator can help; ends all her sessions')
  .action(async (signIn: string) => (await import('./reset-second-factor.ts')).resetFactorOf(signIn))

const audit = program.command('audit').description('the audit log')
audit
  .command('export')
  .argument('<file>', 'where to write the export')
  .description('write entries and seals of the database to a file')
  .action(async (file: string) => (await import('./audit-log.ts')).exportAuditLog(file))
audit
  .command('verify')
  .argument('[file]', 'an export; without one the database is exported and verified')
  .option('--key <file>', 'public key of the sealer')
  .option('--heads <file>', 'the heads that were noted outside the database')
  .description('check an export against its seals, the public key and the noted heads')
  .action(async (file: string | undefined, options: { key?: string; heads?: string }) =>
    (await import('./audit-log.ts')).verifyAuditLog(file, options),
  )

const backup = program.command('backup').description('encrypted copies of everything, and whether they are sound')
backup
  .command('write', { isDefault: true })
  .argument('<file>', 'where to write it; must not exist')
  .option('--recipient <key...>', 'public keys (age1…) whose private keys open it')
  .option('--passphrase-file <file>', 'a file whose first line opens it')
  .option('--scheduled', 'note it as written by the schedule')
  .description('copy database and keys, as they are at one moment, also while the server runs')
  .action(async (file: string, options: LockOptions & { scheduled?: boolean }) =>
    (await import('./backup.ts')).writeBackup(file, options),
  )
backup
  .command('check')
  .argument('<file>', 'a backup')
  .option('--identity <file>', 'the private key')
  .option('--passphrase-file <file>', 'a file whose first line opens it')
  .option('--note', 'note in this installation that it is sound')
  .description('read a backup to its end and compare everything with its manifest; restores nothing')
  .action(async (file: string, options: OpenerOptions & { note?: boolean }) =>
    (await import('./backup.ts')).checkBackupFile(file, options),
  )
backup
  .command('new-key')
  .argument('<file>', 'where the private key goes')
  .description('make a pair of keys; prints the public one')
  .action(async (file: string) => (await import('./backup.ts')).makeBackupKey(file))

program
  .command('restore')
  .argument('<file>', 'a backup')
  .option('--into <folder>', 'the data folder to restore into, instead of the one of this installation')
  .option('--identity <file>', 'the private key')
  .option('--passphrase-file <file>', 'a file whose first line opens it')
  .option('--replace', 'throw away what is there')
  .description('put a backup into a fresh installation that is stopped; says whether the contents are equal')
  .action(async (file: string, options: RestoreOptions) => (await import('./restore.ts')).restoreFile(file, options))

program
  .command('verify-release')
  .argument('<folder>', 'the folder of a release')
  .option('--key <file>', 'public key of the portal that signed it; without it, of this installation')
  .description('check a release that came as a folder: its signature and every file')
  .action(async (folder: string, options: { key?: string }) =>
    (await import('./verify-release.ts')).verifyRelease(folder, options),
  )

program
  .command('digest')
  .option('--tables', 'also of each table')
  .description('print the digest over all contents; equal contents have equal digests')
  .action(async (options: { tables?: boolean }) => (await import('./digest.ts')).printDigest(options))

// A reader further down the pipe may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${error.text.zh}\n${error.text.en}\n`)
  if (error.remedy) process.stderr.write(`${error.remedy.zh}\n${error.remedy.en}\n`)
  process.exitCode = 2
}
