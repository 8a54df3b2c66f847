import { join } from 'node:path'
import { hashPassword, loadPeople, readPeople } from '@opensti/accounts'
import { type Database, transaction } from '@opensti/db'
import { type RegionContent, readRegions } from '@opensti/regions'

/** Known to everyone who reads this file, which is why demonstration people exist on a loopback address only. */
export const demonstrationPassword = 'lake-morning-2026'

/** People of invented regions, with one published password. */
export async function loadDemonstration(
  db: Database,
  regionsDir: string,
  regions: readonly RegionContent[],
): Promise<void> {
  const known = await db.selectFrom('accounts.person').select('sign_in_name').execute()
  const names = new Set(known.map((row) => row.sign_in_name))
  for (const { id, region } of regions) {
    if (!region.invented) continue
    const people = readPeople(join(regionsDir, id))
    if (people.people.every((person) => names.has(person.signIn))) continue
    const hash = await hashPassword(demonstrationPassword)
    await transaction(db, 'accounts.load-people', (tx) => loadPeople(tx, id, people, hash))
  }
}

/** One line for each role, the first person who holds it. */
export function demonstrationSignIns(regionsDir: string): string[] {
  const shown = new Set<string>()
  const lines: string[] = []
  for (const { content } of readRegions(regionsDir)) {
    if (!content.region.invented) continue
    for (const person of readPeople(join(regionsDir, content.id)).people) {
      const codes = person.roles.map((held) => (typeof held === 'string' ? held : held.role))
      const role = codes.find((code) => !shown.has(code))
      if (!role) continue
      shown.add(role)
      lines.push(`${person.signIn.padEnd(16)} ${role.padEnd(24)} ${person.names.zh} ${person.names.en}`)
    }
  }
  return lines
}
