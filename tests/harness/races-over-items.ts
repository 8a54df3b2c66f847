import { type ItemState, makeItems, moreTime, newItem } from './city-items.ts'
import { scanToUpload } from './city-returns.ts'
import { asker, type Field, race, told } from './race-field.ts'
import type { Race, RaceRequest } from './race-track.ts'
import { addPerson, cookieFor, home, otherUnit, signInName, usualUnit } from './world.ts'

/** Two people of supervision, or one of theirs and one of the unit, over one item. */
export async function racesOverItems({ db, server }: Field): Promise<Race[]> {
  await addPerson(db, home, 'second-supervisor', ['supervisor'])
  await addPerson(db, home, 'second-owner', ['unit-leader'])
  const supervisor = await asker(db, signInName('supervisor', home))
  const secondSupervisor = await asker(db, 'second-supervisor')
  const leader = await asker(db, signInName('unit-leader', home))
  const secondLeader = await asker(db, 'second-owner')
  const { of } = await makeItems(db, server, home, await otherUnit(db, home))
  const oversee = (state: ItemState, verb: string) =>
    [
      'POST',
      `/api/items/${of[state].item}/oversight`,
      { verb, version: Number(of[state].itemVersion), text: '另有安排' },
    ] as const
  const work = (verb: string) =>
    [
      'POST',
      `/api/items/${of.assigned.item}/work`,
      { verb, version: Number(of.assigned.itemVersion), text: '已过半' },
    ] as const
  const register = (title: string) =>
    ['POST', `/api/regions/${home}/items`, { ...newItem(`${home}/${usualUnit(home)}`), title }] as const
  const ask = (reason: string) =>
    ['POST', `/api/items/${of.assigned.item}/extensions`, { ...moreTime, reason }] as const
  const answerTo = (answer: string) =>
    [
      'POST',
      `/api/items/${of.assigned.itemThatAsks}/extensions/answer`,
      { number: 0, answer, reason: '已酌情考虑' },
    ] as const
  const upload: RaceRequest = {
    method: 'POST',
    url: `/api/items/${of.assigned.item}/evidence`,
    ...withHeaders(await cookieFor(db, signInName('unit-leader', home))),
  }
  const again = { ...upload, headers: { ...upload.headers, ...(await cookieFor(db, 'second-owner')) } }
  return [
    race('register × register', supervisor(...register('甲事')), secondSupervisor(...register('乙事'))),
    race('assign × assign', supervisor(...oversee('draft', 'assign')), secondSupervisor(...oversee('draft', 'assign'))),
    race(
      'assign × withdraw',
      supervisor(...oversee('draft', 'assign')),
      secondSupervisor(...oversee('draft', 'withdraw')),
    ),
    race(
      'two moves of one version',
      leader(...work('report-progress')),
      secondLeader(...work('propose-end')),
      told('409 moved_meanwhile'),
    ),
    race(
      'report × withdraw',
      leader(...work('report-progress')),
      supervisor(...oversee('assigned', 'withdraw')),
      told('409 moved_meanwhile'),
    ),
    race(
      'close × not close yet',
      supervisor(...oversee('ending', 'end')),
      secondSupervisor(...oversee('ending', 'refuse-end')),
    ),
    race('close × close', supervisor(...oversee('ending', 'end')), secondSupervisor(...oversee('ending', 'end'))),
    race('reopen × reopen', supervisor(...oversee('ended', 'reopen')), secondSupervisor(...oversee('ended', 'reopen'))),
    race('ask for time × ask for time', leader(...ask('甲')), secondLeader(...ask('乙'))),
    race(
      'ask for time × withdraw',
      leader(...ask('甲')),
      supervisor(...oversee('assigned', 'withdraw')),
      told('409 wrong_state'),
    ),
    race('grant time × refuse it', supervisor(...answerTo('granted')), secondSupervisor(...answerTo('refused'))),
    race('grant time × grant it', supervisor(...answerTo('granted')), secondSupervisor(...answerTo('granted'))),
    race('evidence × propose to close', upload, secondLeader(...work('propose-end')), told('409 wrong_state')),
    race('evidence × the same', upload, again),
  ]
}

/** One file, so that whoever sends it again sends the same. */
function withHeaders(signedIn: Record<string, string>) {
  const { payload, headers } = scanToUpload()
  return { payload, headers: { ...signedIn, ...headers } }
}
