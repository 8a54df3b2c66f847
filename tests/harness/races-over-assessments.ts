import { randomUUID } from 'node:crypto'
import { makeAssessment, makeDecomposition, type SampleState } from '@opensti/assessment/testing'
import { judged } from './city-assessments.ts'
import { asker, type Field, race, told } from './race-field.ts'
import type { Race } from './race-track.ts'
import { addPerson, home, signInName, usualUnit } from './world.ts'

/** Two people of supervision over one assessment, two of a unit over one appeal, two planners over one decomposition. */
export async function racesOverAssessments({ db, planner, secondPlanner }: Field): Promise<Race[]> {
  await addPerson(db, home, 'other-supervisor', ['supervisor'])
  await addPerson(db, home, 'other-leader', ['unit-leader'])
  const supervisor = await asker(db, signInName('supervisor', home))
  const second = await asker(db, 'other-supervisor')
  const leader = await asker(db, signInName('unit-leader', home))
  const secondLeader = await asker(db, 'other-leader')
  const unit = usualUnit(home)
  const unitId = `${home}/${unit}`
  const assessed = (state: SampleState, appealed = false) =>
    makeAssessment(db, {
      regionId: home,
      units: [unitId],
      title: `争先考核${randomUUID()}`,
      state,
      appealed,
      supervisor: signInName('supervisor', home),
      leader: signInName('unit-leader', home),
    })
  const shared = (state: 'draft' | 'approved' | 'issued') =>
    makeDecomposition(db, { regionId: home, units: [unitId], state, planner: signInName('planner', home) })
  const [drafted, issued, frozen] = [await assessed('draft'), await assessed('issued'), await assessed('frozen', true)]
  const [outline, approved, given] = [await shared('draft'), await shared('approved'), await shared('issued')]

  const move = (of: typeof drafted, verb: string) =>
    ['POST', `/api/assessments/${of.id}/moves`, { verb, version: of.version, text: '另有安排' }] as const
  const enter = (points: string) =>
    ['PUT', `/api/assessments/${issued.id}/inputs`, { entries: [judged(unitId, points)] }] as const
  const answer = (verb: 'uphold' | 'dismiss') =>
    [
      'POST',
      `/api/appeals/${frozen.appeal}/answer`,
      { verb, reason: '已核对', correction: verb === 'uphold' ? { points: '95' } : null },
    ] as const
  const takeBack = ['POST', `/api/appeals/${frozen.appeal}/withdrawal`] as const
  const appeal = (reason: string) =>
    ['POST', `/api/assessments/${frozen.id}/sheets/${unit}/appeals`, { code: 'late', reason }] as const
  const moveShares = (of: typeof outline, verb: string) =>
    ['POST', `/api/decompositions/${of.id}/moves`, { verb, version: of.version, text: '另有安排' }] as const
  const save = (amount: string) =>
    [
      'PUT',
      `/api/decompositions/${outline.id}/shares`,
      { version: outline.version, rule: 'sum', shares: [{ regionId: home, unitId, amount }] },
    ] as const
  const change = (reason: string) =>
    [
      'POST',
      `/api/decompositions/${given.id}/versions`,
      { version: given.version, reason, document: '通知〔2026〕2号' },
    ] as const
  const object = (reason: string) => ['POST', `/api/shares/${given.share}/objection`, { reason }] as const
  const receive = ['POST', `/api/shares/${given.share}/receipt`] as const
  return [
    race(
      'publish a formula × publish it',
      supervisor(...move(drafted, 'issue')),
      second(...move(drafted, 'issue')),
      told('409 moved_meanwhile'),
    ),
    race(
      'publish a formula × withdraw',
      supervisor(...move(drafted, 'issue')),
      second(...move(drafted, 'withdraw')),
      told('409 moved_meanwhile'),
    ),
    race(
      'freeze × freeze',
      supervisor(...move(issued, 'freeze')),
      second(...move(issued, 'freeze')),
      told('409 moved_meanwhile'),
    ),
    race('freeze × enter', supervisor(...move(issued, 'freeze')), second(...enter('70')), told('409 inputs_frozen')),
    race('enter × enter', supervisor(...enter('70')), second(...enter('60'))),
    race(
      'uphold × dismiss',
      supervisor(...answer('uphold')),
      second(...answer('dismiss')),
      told('409 appeal_answered'),
    ),
    race('uphold × uphold', supervisor(...answer('uphold')), second(...answer('uphold')), told('409 appeal_answered')),
    race('uphold × take back', supervisor(...answer('uphold')), leader(...takeBack), told('409 appeal_answered')),
    race('take back × take back', leader(...takeBack), secondLeader(...takeBack), told('409 appeal_answered')),
    race('appeal × appeal', leader(...appeal('甲')), secondLeader(...appeal('乙'))),
    race('save shares × save shares', planner(...save('2')), secondPlanner(...save('3')), told('409 moved_meanwhile')),
    race(
      'save shares × withdraw',
      planner(...save('2')),
      secondPlanner(...moveShares(outline, 'withdraw')),
      told('409 moved_meanwhile'),
    ),
    race(
      'issue × send back',
      planner(...moveShares(approved, 'issue')),
      secondPlanner(...moveShares(approved, 'send-back')),
      told('409 moved_meanwhile'),
    ),
    race('change × change', planner(...change('甲')), secondPlanner(...change('乙'))),
    race('confirm × confirm', leader(...receive), secondLeader(...receive)),
    race('confirm × object', leader(...receive), secondLeader(...object('甲'))),
    race('object × object', leader(...object('甲')), secondLeader(...object('乙'))),
    race('confirm × change', leader(...receive), planner(...change('甲'))),
  ]
}
