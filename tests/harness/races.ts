import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { asker, type Field } from './race-field.ts'
import type { Race } from './race-track.ts'
import { racesOverAssessments } from './races-over-assessments.ts'
import { racesOverEvaluations } from './races-over-evaluations.ts'
import { racesOverItems } from './races-over-items.ts'
import { racesOverAccess, racesOverOneself, racesOverPeople } from './races-over-people.ts'
import { racesOverCandidates, racesOverPlans } from './races-over-plans.ts'
import { racesOverReleases } from './races-over-releases.ts'
import { racesOverReminders } from './races-over-reminders.ts'
import { racesOverReturns } from './races-over-returns.ts'
import { racesOverSignIn } from './races-over-sign-in.ts'
import { racesOverWorkbooks } from './races-over-workbooks.ts'
import { addPerson, home, signInName } from './world.ts'

/** Every race of the house, on things made for it. A new one joins its group in `races-over-…` with one line. */
export async function prepareRaces(db: Database, server: Server): Promise<Race[]> {
  const keeperName = signInName('security-administrator', home)
  await addPerson(db, home, 'second-planner', ['planner'])
  await addPerson(db, home, 'second-keeper', ['security-administrator'])
  const field: Field = {
    planner: await asker(db, signInName('planner', home)),
    secondPlanner: await asker(db, 'second-planner'),
    keeper: await asker(db, keeperName),
    secondKeeper: await asker(db, 'second-keeper'),
    db,
    server,
  }
  return [
    ...(await racesOverCandidates(field)),
    ...(await racesOverPlans(field)),
    ...(await racesOverPeople(field)),
    ...(await racesOverAccess(field)),
    ...(await racesOverOneself(field)),
    ...(await racesOverSignIn(field)),
    ...(await racesOverReturns(field)),
    ...(await racesOverReminders(field)),
    ...(await racesOverWorkbooks(field)),
    ...(await racesOverItems(field)),
    ...(await racesOverEvaluations(field)),
    ...(await racesOverReleases(field)),
    ...(await racesOverAssessments(field)),
  ]
}
