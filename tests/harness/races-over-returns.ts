import { makeReturns, newCycle, type ReturnIds, type ReturnState } from './city-returns.ts'
import { type Ask, asker, type Field, race, told } from './race-field.ts'
import type { Race } from './race-track.ts'
import { addPerson, home, otherUnit, signInName, usualUnit } from './world.ts'

/** Two people of a unit, or of the lead bureau, over one return, one period, one cycle, one chain. */
export async function racesOverReturns({ planner, secondPlanner, db, server }: Field): Promise<Race[]> {
  const unit = usualUnit(home)
  const person = async (role: 'reporter' | 'checker' | 'unit-leader'): Promise<[Ask, Ask, string]> => {
    const second = await addPerson(db, home, `second-${role}`, [role])
    return [await asker(db, signInName(role, home)), await asker(db, `second-${role}`), second]
  }
  const [reporter, secondReporter, secondId] = await person('reporter')
  const [checker, secondChecker] = await person('checker')
  const [leader, secondLeader] = await person('unit-leader')
  const { of } = await makeReturns(db, server, home, await otherUnit(db, home))
  const move = (state: ReturnState, act: string) =>
    [
      'POST',
      `/api/returns/${of[state].return}/moves`,
      { act, version: Number(of[state].returnVersion), reason: '请核对后再办' },
    ] as const
  const write = (value: string) =>
    ['PUT', `/api/returns/${of.preparing.return}/entries`, cells(of.preparing, value)] as const
  const correct = (reason: string) =>
    ['POST', `/api/returns/${of.locked.return}/corrections`, { reason, indicatorIds: [of.locked.reported] }] as const
  const place = `/api/regions/${home}/cycles/${of.accepted.cycle}/periods`
  const lock = ['POST', `${place}/${of.accepted.period}/lock`] as const
  const open = ['PUT', `${place}/2026-Q4`] as const
  const create = (name: string) => {
    const cycle = newCycle({ cycle: 'one-for-two', region: home, units: [unit], reported: of.accepted.reported })
    return ['POST', `/api/regions/${home}/cycles`, { ...cycle, names: { zh: name, en: name } }] as const
  }
  const chain = (...kinds: string[]) =>
    [
      'PUT',
      `/api/regions/${home}/units/${unit}/chain`,
      { steps: kinds.map((kind) => ({ kind, personId: null })) },
    ] as const
  const stand = { toPerson: secondId, fromDay: '2026-01-01', untilDay: '2099-12-31' }
  const delegation = ['POST', `/api/regions/${home}/units/${unit}/delegations`, stand] as const
  return [
    race('two people in one cell', reporter(...write('14')), secondReporter(...write('15'))),
    race(
      'a figure × handing it in',
      reporter(...write('14')),
      secondReporter(...move('preparing', 'pass-on')),
      told('409 not_preparing'),
    ),
    race(
      'hand in × hand in',
      reporter(...move('preparing', 'pass-on')),
      secondReporter(...move('preparing', 'pass-on')),
    ),
    race(
      'pass on × send back',
      checker(...move('checking', 'pass-on')),
      secondChecker(...move('checking', 'send-back')),
    ),
    race('take back × pass on', reporter(...move('checking', 'withdraw')), checker(...move('checking', 'pass-on'))),
    race('sign × sign', leader(...move('signing', 'pass-on')), secondLeader(...move('signing', 'pass-on'))),
    race('collate × collate', planner(...move('submitted', 'accept')), secondPlanner(...move('submitted', 'accept'))),
    race(
      'collate × return',
      planner(...move('submitted', 'accept')),
      secondPlanner(...move('submitted', 'return')),
      told('409 moved_meanwhile'),
    ),
    race('lock × return', planner(...lock), secondPlanner(...move('accepted', 'return')), told('409 moved_meanwhile')),
    race('lock × collate another', planner(...lock), secondPlanner(...move('submitted', 'accept'))),
    race('lock × lock', planner(...lock), secondPlanner(...lock)),
    race('correct × correct', reporter(...correct('原数有误，甲更正')), secondReporter(...correct('原数有误，乙更正'))),
    race('open a period × open it', planner(...open), secondPlanner(...open)),
    race('set up a cycle × another of its code', planner(...create('甲')), secondPlanner(...create('乙'))),
    race('set a chain × set another', leader(...chain('prepare', 'sign')), secondLeader(...chain('prepare', 'check'))),
    race('set a chain × hand in', leader(...chain('prepare', 'sign')), reporter(...move('preparing', 'pass-on'))),
    race('set a chain × pass on', leader(...chain('prepare', 'sign')), checker(...move('checking', 'pass-on'))),
    race(
      'take a file away × hand in',
      reporter('DELETE', `/api/returns/${of.preparing.return}/attachments/${of.preparing.attachment}`),
      secondReporter(...move('preparing', 'pass-on')),
      told('409 not_preparing'),
    ),
    race(
      'end a delegation × end it',
      leader('DELETE', `/api/regions/${home}/units/${unit}/delegations/${of.preparing.delegation}`),
      secondLeader('DELETE', `/api/regions/${home}/units/${unit}/delegations/${of.preparing.delegation}`),
    ),
    race('let someone stand in × the same', reporter(...delegation), reporter(...delegation)),
  ]
}

function cells({ reported, cellVersion }: ReturnIds, value: string) {
  return { cells: [{ indicatorId: reported, nature: 'working', version: Number(cellVersion), value }] }
}
