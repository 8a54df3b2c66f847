import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { callerFor } from './caller.ts'
import { type CityAssessments, makeAssessments, noAssessment } from './city-assessments.ts'
import { makeBriefs, makeEvaluations, noBrief, noEvaluation, planFacts } from './city-evaluations.ts'
import { type CityItems, makeItems, noItem } from './city-items.ts'
import { prepareWebhook } from './city-notices.ts'
import { type CityReleases, makeReleases, noRelease } from './city-releases.ts'
import { type CityReturns, makeReturns, noReturn } from './city-returns.ts'
import { noSignIn, prepareSignIn } from './city-sign-in.ts'
import {
  addPerson,
  away,
  canaryPaper,
  giveUpMessage,
  home,
  otherUnit,
  sessionIdOf,
  signInName,
  unitOf,
} from './world.ts'

/** One thing of every kind that a route may name, by the name under which routes, queries and bodies speak of it. */
export type Ids = Readonly<Record<string, string>>

/** Things of one place, all in the same condition. */
export interface Things {
  region: string
  exists: boolean
  /** The code of the unit to which people and grants belong. */
  unit: string | null
  ids: Ids
  /** The condition of each kind of thing, in the words of the policy table. */
  states: Readonly<
    Record<
      | 'person'
      | 'grant'
      | 'invitation'
      | 'plan'
      | 'return'
      | 'item'
      | 'release'
      | 'assessment'
      | 'appeal'
      | 'decomposition'
      | 'share'
      | 'evaluation',
      string
    >
  >
}

/** Words that stand for something that few may see, wherever they turn up. */
export interface Mark {
  kind: 'draft' | 'account' | 'invitation' | 'deed' | 'return' | 'item' | 'release' | 'sheet'
  region: string
  /** The code of the unit whose it is, where that matters. */
  unit?: string
  text: string
}

export interface City {
  region: string
  /** Active, held, open, published. */
  inForce: Things
  /** The same of another unit of the city. */
  ofAnotherUnit: Things
  /** Suspended, revoked, withdrawn, draft. */
  notInForce: Things
  /** Returns of the unit of `inForce`, in every state. */
  returns: CityReturns['of']
  /** Its items under supervision, in every state. */
  items: CityItems['of']
  /** Its releases, in every state. */
  releases: CityReleases['of']
  /** Assessments and decompositions, in every state. */
  assessments: CityAssessments
  marks: Mark[]
}

/** By this word every draft can be searched for; the marks stand beside it. */
export const draftWord = '鸑鷟'
/** The same for the notes beside figures in returns. */
const returnWord = '纁黻'
/** And in the titles of what is under supervision. */
const itemWord = '蠡蠖'
/** And in the titles of releases that are not public. */
const releaseWord = '龘靐'
/** And in the reasons of score sheets. */
const sheetWord = '棽棼'
const draftMarks: Readonly<Record<string, string>> = { [home]: '翀霙', [away]: '㵘翯' }

let made = 0

/** Fills a city with things of every kind, by the routes of the product as far as there are routes. */
export async function prepareCity(db: Database, server: Server, region: string): Promise<City> {
  const mark = draftMarks[region] ?? region
  const draft = await makeDraft(db, server, region, mark)
  const unit = await unitOf(db, region)
  const other = await otherUnit(db, region)
  const content = await publishedIds(db, region)
  const common = { region, exists: true as const }
  const inForceStates = {
    person: 'active',
    grant: 'held',
    invitation: 'open',
    plan: 'public',
    return: 'preparing',
    item: 'assigned',
    release: 'in-effect',
    assessment: 'frozen',
    appeal: 'open',
    decomposition: 'issued',
    share: 'to-unit',
    evaluation: 'as wanted',
  }
  const first = await makePerson(db, server, region, unit)
  const second = await makePerson(db, server, region, other)
  const third = await makePerson(db, server, region, unit)
  await endPerson(db, server, region, third)
  const deed = await db
    .selectFrom('opensti.audit_entry')
    .select('request_id')
    .where('region', '=', region)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  await prepareWebhook(db, region)
  const messageId = String(await giveUpMessage(db))
  const note = `${returnWord}${mark}`
  const returns = await makeReturns(db, server, region, other, { mark: note, workbooks: true })
  const itemMarks = [`${itemWord}${mark}甲`, `${itemWord}${mark}乙`] as const
  const items = await makeItems(db, server, region, other, { marks: itemMarks })
  const releaseMark = `${releaseWord}${mark}`
  const releases = await makeReleases(db, server, region, other, { mark: releaseMark })
  const sheetMark = `${sheetWord}${mark}`
  const assessments = await makeAssessments(db, region, other, { mark: sheetMark })
  const evaluations = await makeEvaluations(db, server, region, unit, content)
  const evaluationsOfOther = await makeEvaluations(db, server, region, other, {
    ...content,
    conditions: ['reviewing', 'handed-in', 'concluded'],
  })
  const colleague = await addPerson(db, region, `colleague.${region}`, ['reporter'], unit)
  const otherColleague = await addPerson(db, region, `other-colleague.${region}`, ['reporter'], other)
  const signIn = await prepareSignIn(db, region)
  // Last, as a draft says what the ledger says.
  const briefs = await makeBriefs(db, server, region, content.planYear)
  const shared = {
    region,
    regionId: region,
    reading: draft.reading,
    piece: '0',
    messageId,
    ...briefs,
    ...assets(),
    ...signIn,
  }
  const published = { ...shared, ...content, candidateId: draft.open, version: '0' }
  return {
    region,
    inForce: {
      ...common,
      unit,
      ids: {
        ...published,
        ...unitIds(region, unit),
        ...first,
        ...returns.of.preparing,
        ...items.of.assigned,
        ...evaluations,
        ...releases.of['in-effect'],
        ...assessments.of.frozen,
        ...assessments.shared.issued,
        period: returns.of.accepted.period,
        colleague,
      },
      states: inForceStates,
    },
    ofAnotherUnit: {
      ...common,
      unit: other,
      ids: {
        ...published,
        ...unitIds(region, other),
        ...second,
        ...returns.ofAnotherUnit,
        ...items.ofAnotherUnit,
        ...evaluationsOfOther,
        ...releases.ofAnotherUnit,
        ...assessments.ofAnotherUnit,
        period: returns.of.accepted.period,
        colleague: otherColleague,
      },
      states: inForceStates,
    },
    notInForce: {
      ...common,
      unit,
      ids: {
        ...shared,
        ...draft.ids,
        ...unitIds(region, unit),
        ...third,
        ...returns.of.locked,
        ...items.of.ended,
        ...evaluations,
        target: draft.ids.target,
        ...releases.of.approved,
        ...assessments.of.draft,
        ...assessments.shared.draft,
        appeal: assessments.of.published.appeal,
        appealFile: assessments.of.published.appealFile,
        period: returns.of.accepted.period,
        colleague,
        candidateId: draft.accepted,
        version: '1',
      },
      states: {
        person: 'suspended',
        grant: 'revoked',
        invitation: 'withdrawn',
        plan: 'draft',
        return: 'locked',
        item: 'ended',
        release: 'approved',
        assessment: 'draft',
        appeal: 'dismissed',
        decomposition: 'draft',
        share: '',
        evaluation: 'as wanted',
      },
    },
    returns: returns.of,
    items: items.of,
    releases: releases.of,
    assessments,
    marks: [
      { kind: 'return', region, unit, text: note },
      { kind: 'item', region, unit, text: itemMarks[0] },
      { kind: 'release', region, text: releaseMark },
      { kind: 'item', region, unit: other, text: itemMarks[1] },
      { kind: 'sheet', region, unit, text: sheetMark },
      { kind: 'draft', region, text: mark },
      ...[first, second, third].flatMap((one): Mark[] => [
        { kind: 'account', region, text: one.signInName },
        { kind: 'invitation', region, text: one.guest },
      ]),
      { kind: 'deed', region, text: deed.request_id! },
    ],
  }
}

/** Addresses of things that nobody ever made. */
export function nothingEver(): Things {
  const id = () => randomUUID()
  const region = 'nowhere'
  return {
    region,
    exists: false,
    unit: null,
    ids: {
      region,
      regionId: region,
      personId: id(),
      sessionId: id(),
      grantId: id(),
      invitationId: id(),
      token: 'x'.repeat(43),
      signInName: 'nobody',
      guest: 'nobody.else',
      reading: id(),
      messageId: '0',
      candidateId: id(),
      version: '0',
      piece: '0',
      plan: 'no-such-plan',
      planId: 'no-such-plan',
      task: 'no-such-task',
      indicator: 'no-such-indicator',
      unit: 'no-such-unit',
      unitId: 'nowhere/no-such-unit',
      leadUnit: 'nowhere/no-such-unit',
      document: 'no-such-document',
      file: 'none',
      '*': 'none',
      colleague: id(),
      ...noSignIn,
      ...noReturn(),
      ...noItem(),
      ...noEvaluation(),
      ...noBrief(),
      planYear: '2026',
      ...noRelease(),
      ...noAssessment(),
    },
    states: {
      person: '',
      grant: '',
      invitation: '',
      plan: '',
      return: '',
      item: '',
      release: '',
      assessment: '',
      appeal: '',
      decomposition: '',
      share: '',
      evaluation: '',
    },
  }
}

function unitIds(region: string, unit: string) {
  return { unit, unitId: `${region}/${unit}`, leadUnit: `${region}/${unit}` }
}

/** The workbench’s own files, when it is built. */
function assets() {
  try {
    const folder = join(import.meta.dirname, '..', '..', 'apps', 'web', 'dist', 'assets')
    return { file: readdirSync(folder).find((name) => name.endsWith('.css')) ?? '', '*': 'plans' }
  } catch {
    return { file: '', '*': 'plans' }
  }
}

/** A plan of the region’s own folder with a task, an indicator and a document that everybody may see. */
async function publishedIds(db: Database, region: string) {
  const task = await db
    .selectFrom('plans.task')
    .select(['id', 'plan_code'])
    .where('region_id', '=', region)
    .where('origin', '=', 'content')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { indicator_code: indicator } = await db
    .selectFrom('plans.value')
    .select('indicator_code')
    .where('region_id', '=', region)
    .where('status', '=', 'published')
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { code } = await db
    .selectFrom('plans.document')
    .select('code')
    .where('region_id', '=', region)
    .where('published', '=', true)
    .orderBy('code')
    .limit(1)
    .executeTakeFirstOrThrow()
  const plan = planCode(task)
  const facts = await planFacts(db, region, plan)
  return { plan, planId: plan, task: task.id.split('/').at(-1)!, indicator, document: code, ...facts }
}

/** A draft plan with a task and an indicator of its own, confirmed from a paper; one of its candidates stays open. */
async function makeDraft(db: Database, server: Server, region: string, mark: string) {
  made += 1
  const name = `${draftWord}${mark}`
  const call = await callerFor(db, server, signInName('planner', region))
  const title = `${name}科技规划`
  const text = canaryPaper({ title, indicator: `${name}指数`, task: `筑${name}平台`, value: 5000 + made })
  const { id } = (await call('POST', '/api/readings', { regionId: region, title, text })) as { id: string }
  const view = (await call('GET', `/api/readings/${id}`)) as { candidates: CandidateSeen[] }
  const [open, ...others] = view.candidates.filter((one) => one.missing === null)
  if (!open || others.length < 2) throw new Error(`The harness’s paper gave ${others.length + 1} sound candidates.`)
  const decisions = others.map(({ id: candidateId, version, figure, task }) => ({
    candidateId,
    version,
    verb: 'accept',
    ...(figure && { figure: { ...figure, indicatorId: null, name: `${name}指数`, unit: mark } }),
    ...(task && { task }),
  }))
  await call('POST', `/api/readings/${id}/decisions`, { decisions })
  const reading = await db
    .selectFrom('plans.reading')
    .select(['plan_code', 'document_code'])
    .$narrowType<{ plan_code: string; document_code: string }>()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const plan = planCode(reading)
  const { code } = await db
    .selectFrom('plans.indicator')
    .select('code')
    .where('unit', '=', mark)
    .executeTakeFirstOrThrow()
  const task = await db
    .selectFrom('plans.task')
    .select('id')
    .where('region_id', '=', region)
    .where('plan_code', '=', plan)
    .executeTakeFirstOrThrow()
  return {
    reading: id,
    open: open.id,
    accepted: others[0]!.id,
    ids: {
      plan,
      planId: plan,
      task: task.id.split('/').at(-1)!,
      indicator: code,
      document: reading.document_code,
      ...(await planFacts(db, region, plan)),
    },
  }
}

function planCode({ plan_code: code }: { plan_code: string | null }): string {
  if (code === null) throw new Error('The harness wants a plan here, and there is none.')
  return code
}

interface CandidateSeen {
  id: string
  version: number
  missing: object | null
  figure: object | null
  task: object | null
}

/** Somebody to be decided about: with a session, a role, and beside her an invitation for another. */
export async function makePerson(db: Database, server: Server, region: string, unit: string) {
  made += 1
  const call = await callerFor(db, server, signInName('security-administrator', region))
  const subject = `subject-${made}.${region}`
  const guest = `guest-${made}.${region}`
  const personId = await addPerson(db, region, subject, [], unit)
  const grant = (await call('POST', '/api/accounts/grants', { regionId: region, personId, role: 'supervisor' })) as {
    grantId: string
  }
  const invitation = (await call('POST', '/api/accounts/invitations', {
    regionId: region,
    name: guest,
    signInName: guest,
  })) as { id: string; link: string }
  return {
    personId,
    signInName: subject,
    sessionId: await sessionIdOf(db, subject),
    grantId: grant.grantId,
    invitationId: invitation.id,
    token: invitation.link.split('#')[1]!,
    guest,
  }
}

/** Suspends her, takes her role away and withdraws the invitation. */
export async function endPerson(db: Database, server: Server, region: string, ids: Ids): Promise<void> {
  const call = await callerFor(db, server, signInName('security-administrator', region))
  await call('DELETE', `/api/accounts/grants/${ids['grantId']}`)
  await call('DELETE', `/api/accounts/invitations/${ids['invitationId']}`)
  await call('POST', `/api/accounts/people/${ids['personId']}/suspend`)
}
