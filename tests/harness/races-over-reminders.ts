import { notify } from '@opensti/accounts'
import { transaction } from '@opensti/db'
import { prepareWebhook, reminderPlan, webhook } from './city-notices.ts'
import { makeReturns } from './city-returns.ts'
import { asker, type Field, race } from './race-field.ts'
import type { Race } from './race-track.ts'
import { addPerson, home, otherUnit, signInName } from './world.ts'

/** Two planners reminding, a planner and a reporter over one return, two administrators over one webhook, one person twice. */
export async function racesOverReminders({ planner, secondPlanner, db, server }: Field): Promise<Race[]> {
  await prepareWebhook(db, home)
  const second = await addPerson(db, home, 'second-system', ['system-administrator'])
  const [system, secondSystem] = [
    await asker(db, signInName('system-administrator', home)),
    await asker(db, 'second-system'),
  ]
  const reporter = await asker(db, signInName('reporter', home))
  const { of } = await makeReturns(db, server, home, await otherUnit(db, home), { states: ['preparing'] })
  const one = of.preparing
  const place = `/api/regions/${home}/cycles/${one.cycle}/periods/${one.period}`
  const remind = ['POST', `${place}/reminders`, { returns: [one.return] }] as const
  const call = (note: string) => ['POST', `/api/returns/${one.return}/calls`, { reached: true, note }] as const
  const handIn = [
    'POST',
    `/api/returns/${one.return}/moves`,
    { act: 'pass-on', version: Number(one.returnVersion) },
  ] as const
  const plan = (day: number) => ['PUT', `/api/regions/${home}/reminder-plan`, reminderPlan([day])] as const
  const hook = `/api/operations/webhooks/${home}`
  const set = (host: string) => ['PUT', hook, webhook(`https://${host}.example/sms`)] as const
  const renew = ['POST', `${hook}/secret`, { renew: true }] as const
  await transaction(db, 'harness.tell', (tx) =>
    notify(tx, { to: [second], kind: 'reporting.return-late', params: {}, link: '/reporting', key: 'harness' }),
  )
  const own = '/api/accounts/own'
  const see = ['POST', `${own}/notices/seen`, { upTo: '999999999' }] as const
  const choose = (byMail: boolean) =>
    ['PUT', `${own}/notice-choices`, { kinds: [{ kind: 'reporting.return-late', byMail }] }] as const
  return [
    race('remind × remind', planner(...remind), secondPlanner(...remind)),
    race('remind × hand in', planner(...remind), reporter(...handIn)),
    race('call × call', planner(...call('甲')), secondPlanner(...call('乙'))),
    race('call × remind', planner(...call('甲')), secondPlanner(...remind)),
    race('set the days of reminding × set them', planner(...plan(3)), secondPlanner(...plan(5))),
    race('set the days of reminding × remind', planner(...plan(3)), secondPlanner(...remind)),
    race('set the webhook × set another', system(...set('one')), secondSystem(...set('two'))),
    race('renew the key × renew it', system(...renew), secondSystem(...renew)),
    race('set the webhook × renew the key', system(...set('one')), secondSystem(...renew)),
    race('see notices × see them', secondSystem(...see), secondSystem(...see)),
    race('choose by mail × choose without', secondSystem(...choose(true)), secondSystem(...choose(false))),
  ]
}
