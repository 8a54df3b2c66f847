import type { Database } from '@opensti/db'
import type { Making } from './arbitraries.ts'

/** Things that are there, by the names under which requests speak of them. */
export interface KnownThings {
  /** In addresses and queries only: within bodies the same names mean other things. */
  inAddress: Making['known']
  anywhere: Making['known']
}

/** What a fuzzer may speak of so that most of its requests get somewhere. Staff of the harness keep their roles. */
export async function knownThings(db: Database, home: string): Promise<KnownThings> {
  const plan = await codes(db.selectFrom('plans.plan').select('code as id').where('region_id', '=', home).execute())
  const reading = await codes(
    db.selectFrom('plans.reading').select('id').where('region_id', '=', home).orderBy('id', 'desc').limit(1).execute(),
  )
  const candidates = await db
    .selectFrom('plans.candidate')
    .select(['id', 'version'])
    .where('reading_id', 'in', reading)
    .orderBy('position')
    .execute()
  const returns = await db
    .selectFrom('reporting.request')
    .select(['id', 'cycle_code', 'period', 'state'])
    .where('region_id', '=', home)
    .orderBy('opened_at', 'desc')
    .limit(12)
    .execute()
  const items = await db
    .selectFrom('supervision.item')
    .select('id')
    .where('region_id', '=', home)
    .orderBy('made_at', 'desc')
    .limit(12)
    .execute()
  const assessments = await codes(
    db.selectFrom('assessment.exercise').select('id').where('region_id', '=', home).limit(12).execute(),
  )
  const decompositions = await codes(
    db.selectFrom('assessment.decomposition').select('id').where('region_id', '=', home).limit(12).execute(),
  )
  const appeals = await codes(db.selectFrom('assessment.appeal').select('id').limit(12).execute())
  const shares = await codes(db.selectFrom('assessment.share').select('id').limit(12).execute())
  const reported = await codes(
    db.selectFrom('reporting.entry').select('indicator_code as id').distinct().limit(3).execute(),
  )
  const tasks = await codes(
    db.selectFrom('plans.task').select('id').where('region_id', '=', home).orderBy('id').limit(40).execute(),
  )
  const units = await codes(db.selectFrom('accounts.unit').select('id').where('region', '=', home).execute())
  const subjects = await codes(
    db
      .selectFrom('accounts.person')
      .select('id')
      .where('region', '=', home)
      .where('sign_in_name', 'like', 'subject%')
      .execute(),
  )
  const colleagues = await codes(
    db.selectFrom('accounts.person').select('id').where('sign_in_name', 'like', 'colleague%').execute(),
  )
  return {
    inAddress: {
      region: [home],
      plan,
      task: tasks.map((id) => id.split('/').at(-1)),
      unit: units.map((id) => id.split('/')[1]),
      indicator: await codes(
        db.selectFrom('plans.value').select('indicator_code as id').distinct().where('region_id', '=', home).execute(),
      ),
      document: await codes(
        db.selectFrom('plans.document').select('code as id').where('region_id', '=', home).execute(),
      ),
      reading,
      return: returns.map(({ id }) => id),
      cycle: [...new Set(returns.map((one) => one.cycle_code))],
      item: items.map(({ id }) => id),
      ...(await knownEvaluations(db, home)),
      release: await codes(db.selectFrom('publication.release').select('id').where('region_id', '=', home).execute()),
      paper: await codes(db.selectFrom('publication.release_paper').select('id').execute()),
      assessment: assessments,
      decomposition: decompositions,
      appeal: appeals,
      share: shares,
      period: [...new Set(returns.map(({ period }) => period))],
      piece: [0],
      messageId: await codes(
        db.selectFrom('opensti.outbox').select('id').where('given_up_at', 'is not', null).execute(),
      ),
    },
    anywhere: {
      regionId: [home],
      planId: plan,
      candidateId: candidates.map((one) => one.id),
      version: [...new Set(candidates.map((one) => one.version))],
      personId: subjects,
      invitationId: await codes(db.selectFrom('accounts.invitation').select('id').execute()),
      grantId: await codes(db.selectFrom('accounts.role_grant').select('id').where('person', 'in', subjects).execute()),
      sessionId: await codes(db.selectFrom('accounts.session').select('id').limit(30).execute()),
      signInName: await codes(
        db.selectFrom('accounts.person').select('sign_in_name as id').where('region', '=', home).limit(3).execute(),
      ),
      role: ['planner', 'reporter', 'checker', 'supervisor'],
      unitId: [null],
      indicatorId: [null, ...reported],
      indicatorIds: reported,
      toPerson: colleagues,
      password: ['herons wade at dusk'],
      currentPassword: ['herons wade at dusk'],
    },
  }
}

/** Evaluations with their lines, evidence and papers. */
async function knownEvaluations(db: Database, home: string): Promise<Making['known']> {
  const evaluation = await codes(
    db
      .selectFrom('evaluation.exercise')
      .select('id')
      .where('region_id', '=', home)
      .orderBy('made_at', 'desc')
      .execute(),
  )
  return {
    evaluation,
    line: await codes(db.selectFrom('evaluation.line').select('id').where('exercise_id', 'in', evaluation).execute()),
    proof: await codes(db.selectFrom('evaluation.evidence').select('id').limit(20).execute()),
    digest: await codes(db.selectFrom('evaluation.paper').select('digest as id').limit(5).execute()),
    paperName: ['data.json'],
  }
}

async function codes(rows: Promise<{ id: string | bigint }[]>): Promise<string[]> {
  return (await rows).map(({ id }) => String(id))
}
