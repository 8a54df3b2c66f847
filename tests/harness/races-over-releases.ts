import { lockedPeriod, makeReleases, newRelease, type ReleaseState } from './city-releases.ts'
import { makeReturns } from './city-returns.ts'
import { asker, type Field, race, told } from './race-field.ts'
import type { Race } from './race-track.ts'
import { home, otherUnit, signInName, usualUnit } from './world.ts'

/** Two people over one release; a release against a correction of what it holds. */
export async function racesOverReleases({ planner, secondPlanner, db, server }: Field): Promise<Race[]> {
  const unit = usualUnit(home)
  const leader = await asker(db, signInName('unit-leader', home))
  const reporter = await asker(db, signInName('reporter', home))
  const { of } = await makeReleases(db, server, home, await otherUnit(db, home), {
    states: ['proposed', 'approved', 'in-effect'],
  })
  const free = await lockedPeriod(db, server, home, unit)
  const { of: returns } = await makeReturns(db, server, home, await otherUnit(db, home), { states: ['locked'] })
  const reported = { cycle: returns.locked.cycle, period: returns.locked.period }
  const decide = (verb: 'approve' | 'decline') =>
    [
      'POST',
      `/api/releases/${of.proposed.release}/decision`,
      { verb, version: Number(of.proposed.releaseVersion), text: '请核对' },
    ] as const
  const takeBack = (state: ReleaseState, way: 'withdrawal' | 'retraction') =>
    [
      'POST',
      `/api/releases/${of[state].release}/${way}`,
      { version: Number(of[state].releaseVersion), text: '口径待核' },
    ] as const
  const propose = (place: { cycle: string; period: string }, title: string) =>
    ['POST', `/api/regions/${home}/releases`, newRelease(place, title)] as const
  const correct = [
    'POST',
    `/api/returns/${returns.locked.return}/corrections`,
    { reason: '原数有误，按报表更正', indicatorIds: [returns.locked.reported] },
  ] as const
  return [
    race('approve × approve', planner(...decide('approve')), leader(...decide('approve')), told('409 moved_meanwhile')),
    race('approve × decline', planner(...decide('approve')), leader(...decide('decline')), told('409 moved_meanwhile')),
    race(
      'approve × withdraw',
      planner(...decide('approve')),
      secondPlanner(...takeBack('proposed', 'withdrawal')),
      told('409 moved_meanwhile'),
    ),
    race(
      'withdraw × withdraw',
      planner(...takeBack('approved', 'withdrawal')),
      secondPlanner(...takeBack('approved', 'withdrawal')),
      told('409 moved_meanwhile'),
    ),
    race(
      'take down × take down',
      planner(...takeBack('in-effect', 'retraction')),
      secondPlanner(...takeBack('in-effect', 'retraction')),
      told('409 moved_meanwhile'),
    ),
    race(
      'propose × propose the same',
      planner(...propose(free, '甲的数据')),
      secondPlanner(...propose(free, '乙的数据')),
    ),
    race('propose × correct what it holds', planner(...propose(reported, '甲的数据')), reporter(...correct)),
    race('approve × propose another', planner(...decide('approve')), secondPlanner(...propose(free, '乙的数据'))),
  ]
}
