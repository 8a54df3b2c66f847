import { join } from 'node:path'
import { hashPassword, listRegions, loadPeople, readPeople } from '@opensti/accounts'
import type { DemonstrationSignIn } from '@opensti/accounts/contract'
import { loadAssessments, readAssessments } from '@opensti/assessment'
import { type Database, transaction } from '@opensti/db'
import { loadEvaluations, readEvaluations } from '@opensti/evaluation'
import { loadReleases, readReleases } from '@opensti/publication'
import { loadRounds, loadWorkbooks, readRounds } from '@opensti/reporting'
import { loadItems, readItems } from '@opensti/supervision'

/** Known to everyone who reads this file, which is why demonstration people exist on a loopback address only. */
export const demonstrationPassword = 'lake-morning-2026'

/** People of invented regions, with one published password, what they have reported, and what they are held to. Who is there already stays as she is. */
export async function loadDemonstration(db: Database, regionsDir: string): Promise<void> {
  const known = await db.selectFrom('accounts.person').select('sign_in_name').execute()
  const names = new Set(known.map((row) => row.sign_in_name))
  for (const { id, people } of await inventedPeople(db, regionsDir)) {
    if (people.people.every((person) => names.has(person.signIn))) continue
    const hash = await hashPassword(demonstrationPassword)
    await transaction(db, 'accounts.load-people', (tx) => loadPeople(tx, id, people, hash))
  }
  for (const { id } of (await listRegions(db)).filter((region) => region.invented)) {
    await loadRounds(db, id, readRounds(join(regionsDir, id)))
    await loadWorkbooks(db, id, join(regionsDir, id))
    await loadItems(db, id, readItems(join(regionsDir, id)))
    await loadEvaluations(db, id, readEvaluations(join(regionsDir, id)))
    await loadAssessments(db, id, readAssessments(join(regionsDir, id)))
    await loadReleases(db, id, readReleases(join(regionsDir, id)))
  }
}

/** For each role the first person who holds it. */
export async function demonstrationSignIns(db: Database, regionsDir: string): Promise<DemonstrationSignIn[]> {
  const shown = new Set<string>()
  const signIns: DemonstrationSignIn[] = []
  for (const { people } of await inventedPeople(db, regionsDir)) {
    for (const person of people.people) {
      const codes = person.roles.map((held) => (typeof held === 'string' ? held : held.role))
      const role = codes.find((code) => !shown.has(code))
      if (!role) continue
      shown.add(role)
      signIns.push({ signInName: person.signIn, role, name: person.names })
    }
  }
  return signIns
}

async function inventedPeople(db: Database, regionsDir: string) {
  const regions = await listRegions(db)
  return regions.filter((region) => region.invented).map(({ id }) => ({ id, people: readPeople(join(regionsDir, id)) }))
}
