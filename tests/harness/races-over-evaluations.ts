import { changeOfTarget, makeEvaluations } from './city-evaluations.ts'
import { asker, type Field, race, told } from './race-field.ts'
import type { Exception, Race } from './race-track.ts'
import { addPerson, home, signInName, usualUnit } from './world.ts'

/** A conclusion says when it was made and what it read when, so its bytes and digest differ from run to run. */
function concluding(...refusals: string[]): Exception[] {
  const because = 'the data of a conclusion hold its moment'
  const answers = ['done | done', ...refusals.flatMap((one) => [`done | ${one}`, `${one} | done`])]
  return answers.map((one) => ({ answers: one, because, leavesOther: true }))
}

/** Two people over one line, one sheet, one evaluation, one target. */
export async function racesOverEvaluations({ planner, secondPlanner, db, server }: Field): Promise<Race[]> {
  const unit = usualUnit(home)
  await addPerson(db, home, 'second-evaluated', ['unit-leader'])
  await addPerson(db, home, 'second-reviewer', ['supervisor'])
  const leader = await asker(db, signInName('unit-leader', home))
  const secondLeader = await asker(db, 'second-evaluated')
  const supervisor = await asker(db, signInName('supervisor', home))
  const secondSupervisor = await asker(db, 'second-reviewer')
  const { code: plan } = await db
    .selectFrom('plans.plan')
    .select('code')
    .where('region_id', '=', home)
    .where('origin', '=', 'content')
    .orderBy('start_year')
    .limit(1)
    .executeTakeFirstOrThrow()
  const ids = await makeEvaluations(db, server, home, unit, { plan, conditions: ['reviewing'] })
  const sheet = `/api/evaluations/${ids.evaluation}/sheets/${unit}`
  const line = (words: string) => ({ lines: [{ lineId: ids.line, seen: 1, standing: 'behind', words }] })
  const say = (words: string) => ['PUT', sheet, line(words)] as const
  const judge = (words: string) => ['PUT', `/api/evaluations/${ids.evaluation}/reviews`, line(words)] as const
  const handIn = ['POST', `${sheet}/hand-in`, { version: 0 }] as const
  const conclude = [
    'POST',
    `/api/evaluations/${ids.evaluation}/moves`,
    { verb: 'conclude', version: 3, reason: '先行定稿' },
  ] as const
  const open = ['POST', `/api/evaluations/${ids.evaluationToShape}/moves`, { verb: 'open', version: 1 }] as const
  const change = (value: string) =>
    ['POST', `/api/regions/${home}/plans/${plan}/target-changes`, changeOfTarget(ids.target, value)] as const
  return [
    race('two people on one line', leader(...say('甲')), secondLeader(...say('乙'))),
    race('two reviewers on one line', supervisor(...judge('甲')), secondSupervisor(...judge('乙'))),
    race('a line × its review', leader(...say('甲')), supervisor(...judge('乙'))),
    race('a line × handing it in', leader(...say('甲')), secondLeader(...handIn), told('409 out_of_turn')),
    race('hand in × hand in', leader(...handIn), secondLeader(...handIn), told('409 moved_meanwhile')),
    race(
      'conclude × a line',
      planner(...conclude),
      leader(...say('甲')),
      concluding('409 out_of_turn', '403 forbidden'),
    ),
    race(
      'conclude × its review',
      planner(...conclude),
      supervisor(...judge('乙')),
      concluding('409 out_of_turn', '403 forbidden'),
    ),
    race('conclude × hand in', planner(...conclude), leader(...handIn), concluding('409 out_of_turn', '403 forbidden')),
    race('conclude × conclude', planner(...conclude), secondPlanner(...conclude), concluding('409 moved_meanwhile')),
    race('open × open', planner(...open), secondPlanner(...open)),
    race('change a target × change it', planner(...change('4321')), secondPlanner(...change('5432'))),
  ]
}
