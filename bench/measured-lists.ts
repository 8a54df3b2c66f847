import { figureCode, filledPlan } from './fill-ledger.ts'
import { filledCycle, filledPeriods } from './fill-work.ts'
import { leadUnit, region, signInOf, type WorkWorld } from './work-world.ts'

export interface List {
  what: string
  path: string
  /** A sign-in name; absent for what anybody may read. */
  who?: string
  /** How many rows an answer has. */
  rows: (answer: string) => number
  /** Fewer than so many are a fault of the measurement. */
  least: number
  /** Worked out once for each state of the ledger; what it costs after a write into the ledger is told apart. */
  kept?: true
  /** Measured until the first bytes are here. */
  file?: true
}

/** Counts what stands in one or several lists of an answer. */
const listed =
  (...parts: string[]) =>
  (text: string) => {
    const answer = JSON.parse(text) as Record<string, unknown[]>
    return parts.reduce((sum, part) => sum + answer[part]!.length, 0)
  }
const found = (pattern: RegExp) => (text: string) => text.match(pattern)?.length ?? 0

/** What some lists are asked about, found in the database. */
export interface Asked {
  ofReturn: string
  release: string
  assessment: string
  decomposition: string
  evaluation: string
  /** A value in the middle of open data. */
  middle: string
}

/** Every list of the house and the longest single views, as those ask for them who use them most. */
export function allLists(world: WorkWorld, asked: Asked): List[] {
  return [
    ...reportingLists(world, asked),
    ...officeLists(world, asked),
    ...ledgerLists(world),
    ...publicLists(world, asked),
  ]
}

function reportingLists({ units }: WorkWorld, { ofReturn }: Asked): List[] {
  const unit = units[0]!
  const reporter = signInOf('reporter', unit)
  const period = `/api/regions/${region}/cycles/${filledCycle}/periods/${filledPeriods.at(-1)}`
  const desk = listed('waiting', 'followed')
  const board = listed('returns')
  return [
    { what: 'My returns, a reporter', who: reporter, path: '/api/returns', rows: desk, least: 1 },
    {
      what: 'My returns, a unit leader',
      who: signInOf('unit-leader', unit),
      path: '/api/returns',
      rows: desk,
      least: 1,
    },
    { what: 'My returns, the lead bureau', who: 'chen.mei', path: '/api/returns', rows: desk, least: 10 },
    { what: 'A return', who: reporter, path: `/api/returns/${ofReturn}`, rows: listed('entries'), least: 200 },
    { what: 'Cycles', who: 'chen.mei', path: `/api/regions/${region}/cycles`, rows: listed('cycles'), least: 2 },
    { what: 'How the units stand in a period', who: 'chen.mei', path: period, rows: listed('requests'), least: 60 },
    { what: 'Reminder board', who: 'chen.mei', path: `${period}/reminders`, rows: board, least: 36 },
    {
      what: 'Call list, a workbook',
      who: 'chen.mei',
      path: `${period}/call-list`,
      rows: (text) => text.length,
      least: 5000,
    },
    {
      what: 'Chain of the lead bureau',
      who: 'lin.yuan',
      path: `/api/regions/${region}/units/${leadUnit.split('/')[1]}/chain`,
      rows: listed('steps'),
      least: 3,
    },
    {
      what: 'Figures grown old',
      who: 'chen.mei',
      path: '/api/stale-indicators',
      rows: listed('indicators'),
      least: 0,
    },
  ]
}

function officeLists({ units }: WorkWorld, asked: Asked): List[] {
  const here = `/api/regions/${region}`
  const leader = signInOf('unit-leader', units[0]!)
  const items = listed('items')
  const search = `text=${encodeURIComponent('事项4')}`
  const notices = listed('notices')
  const entries = listed('entries')
  return [
    { what: 'Items, first page', who: 'gao.yuan', path: `${here}/items`, rows: items, least: 100 },
    { what: 'Items, last page', who: 'gao.yuan', path: `${here}/items?from=4900`, rows: items, least: 100 },
    { what: 'Items, overdue', who: 'gao.yuan', path: `${here}/items?light=overdue`, rows: items, least: 100 },
    { what: 'Items, searched', who: 'gao.yuan', path: `${here}/items?${search}`, rows: items, least: 100 },
    { what: 'Items of a unit', who: leader, path: `${here}/items`, rows: items, least: 100 },
    {
      what: 'Decompositions',
      who: 'chen.mei',
      path: `${here}/decompositions`,
      rows: listed('decompositions'),
      least: 150,
    },
    {
      what: 'Decompositions, what a unit was given',
      who: leader,
      path: `${here}/decompositions`,
      rows: listed('received'),
      least: 150,
    },
    {
      what: 'A decomposition',
      who: 'chen.mei',
      path: `/api/decompositions/${asked.decomposition}`,
      rows: listed('shares'),
      least: 60,
    },
    {
      what: 'Assessments',
      who: 'gao.yuan',
      path: `${here}/assessments`,
      rows: listed('assessments'),
      least: 40,
    },
    {
      what: 'An assessment',
      who: 'gao.yuan',
      path: `/api/assessments/${asked.assessment}`,
      rows: listed('units'),
      least: 60,
    },
    {
      what: 'Evaluations',
      who: 'gao.yuan',
      path: `${here}/evaluations`,
      rows: listed('evaluations'),
      least: 60,
    },
    {
      kept: true,
      what: 'An evaluation',
      who: 'gao.yuan',
      path: `/api/evaluations/${asked.evaluation}`,
      rows: listed('lines'),
      least: 200,
    },
    { what: 'Releases', who: 'chen.mei', path: `${here}/releases`, rows: listed('releases'), least: 201 },
    {
      what: 'A release',
      who: 'chen.mei',
      path: `/api/releases/${asked.release}`,
      rows: listed('figureList'),
      least: 500,
    },
    {
      kept: true,
      what: 'Dashboard, the head',
      who: 'jiang.he',
      path: `${here}/dashboard`,
      rows: listed('findings'),
      least: 500,
    },
    {
      kept: true,
      what: 'Dashboard, a unit leader',
      who: leader,
      path: `${here}/dashboard`,
      rows: listed('findings'),
      least: 10,
    },
    { what: 'Notices', who: 'chen.mei', path: '/api/accounts/own/notices?limit=100', rows: notices, least: 100 },
    {
      what: 'Notices, unseen',
      who: 'gao.yuan',
      path: '/api/accounts/own/notices?unseen=true&limit=100',
      rows: notices,
      least: 100,
    },
    {
      what: 'How many notices are unseen',
      who: 'chen.mei',
      path: '/api/accounts/own/notices/count',
      rows: (text) => JSON.parse(text).unseen,
      least: 300,
    },
    {
      what: 'Audit, first page',
      who: 'tang.wen',
      path: `/api/audit/entries?region=${region}&limit=200`,
      rows: entries,
      least: 200,
    },
    {
      what: 'Audit, one kind of deed',
      who: 'tang.wen',
      path: `/api/audit/entries?region=${region}&limit=200&action=supervision.move-item`,
      rows: entries,
      least: 200,
    },
    {
      what: 'Audit, of a thing that was never touched',
      who: 'tang.wen',
      path: `/api/audit/entries?region=${region}&limit=200&objectKind=return&objectId=none`,
      rows: entries,
      least: 0,
    },
    {
      what: 'Audit, a deed that nobody did',
      who: 'tang.wen',
      path: `/api/audit/entries?region=${region}&limit=200&action=plans.never`,
      rows: entries,
      least: 0,
    },
    {
      what: 'People',
      who: 'xu.lan',
      path: `/api/accounts/people?region=${region}`,
      rows: listed('people'),
      least: 190,
    },
    { what: 'Units', who: 'chen.mei', path: '/api/accounts/units', rows: listed('units'), least: 60 },
    { what: 'Documents being read', who: 'chen.mei', path: '/api/readings', rows: listed('readings'), least: 0 },
  ]
}

/** The workbench’s own reading of the ledger, drafts included. */
function ledgerLists({ units }: WorkWorld): List[] {
  const here = `/api/regions/${region}`
  const planner = { who: 'chen.mei', kept: true } as const
  return [
    { ...planner, what: 'A region, with its conflicts', path: here, rows: listed('disagreements'), least: 40 },
    {
      ...planner,
      what: 'A plan: indicators',
      path: `${here}/plans/${filledPlan}`,
      rows: listed('indicators'),
      least: 200,
    },
    { ...planner, what: 'A plan: tasks', path: `${here}/plans/${filledPlan}`, rows: listed('tasks'), least: 300 },
    {
      ...planner,
      what: 'An indicator',
      path: `${here}/indicators/${figureCode(7)}`,
      rows: listed('values'),
      least: 200,
    },
    {
      ...planner,
      what: 'A unit',
      path: `${here}/units/${units[0]!.split('/')[1]}`,
      rows: listed('leads'),
      least: 5,
    },
    {
      ...planner,
      what: 'Search',
      path: `/api/search?q=${encodeURIComponent('指标')}&limit=50`,
      rows: listed('results'),
      least: 50,
    },
  ]
}

function publicLists({ units }: WorkWorld, asked: Asked): List[] {
  const here = `/regions/${region}`
  const kept = { kept: true } as const
  const figures = listed('figures')
  const page = (of: string) => `/data${of}/figures.json?limit=200`
  const lines = found(/\n/g)
  const unit = units[0]!.split('/')[1]
  return [
    { ...kept, what: 'Home page', path: '/', rows: found(/href="\/regions\//g), least: 3 },
    { ...kept, what: 'Page of a region', path: here, rows: found(/<li/g), least: 20 },
    {
      ...kept,
      what: 'Page of a plan',
      path: `${here}/plans/${filledPlan}`,
      rows: found(/\/indicators\/figure-/g),
      least: 200,
    },
    {
      ...kept,
      what: 'Page of an indicator',
      path: `${here}/indicators/${figureCode(7)}`,
      rows: found(/<tr/g),
      least: 200,
    },
    { ...kept, what: 'Page of a unit', path: `${here}/units/${unit}`, rows: found(/\/tasks\//g), least: 5 },
    {
      ...kept,
      what: 'Search page',
      path: `/search?q=${encodeURIComponent('指标')}`,
      rows: found(/\/indicators\//g),
      least: 20,
    },
    { ...kept, what: 'Page of all releases', path: '/releases', rows: found(/\/releases\/[0-9a-f-]{36}/g), least: 200 },
    { ...kept, what: 'Page of a release', path: `/releases/${asked.release}`, rows: found(/<tr/g), least: 500 },
    { ...kept, what: 'Evaluations, public', path: `${here}/evaluations`, rows: found(/<h1/g), least: 1 },
    { ...kept, what: 'Feed, Atom', path: '/releases.atom', rows: found(/<entry>/g), least: 100 },
    { ...kept, what: 'Feed, JSON', path: `${here}/releases.json`, rows: listed('items'), least: 100 },
    { ...kept, what: 'Open data: the page', path: '/open-data', rows: found(/\.csv/g), least: 5 },
    { ...kept, what: 'Data dictionary', path: '/data/dictionary', rows: found(/<tr/g), least: 10 },
    { what: 'Open data, first 200', path: page(''), rows: figures, least: 200 },
    {
      what: 'Open data, 200 in the middle',
      path: `${page('')}&after=${encodeURIComponent(asked.middle)}`,
      rows: figures,
      least: 200,
    },
    { what: 'Open data of a region', path: page(here), rows: figures, least: 200 },
    {
      what: 'Open data of a region, in the middle',
      path: `${page(here)}&after=${encodeURIComponent(asked.middle)}`,
      rows: figures,
      least: 200,
    },
    { what: 'Open data of a plan', path: page(`${here}/plans/${filledPlan}`), rows: figures, least: 200 },
    { what: 'Open data of an indicator', path: page(`${here}/indicators/${figureCode(7)}`), rows: figures, least: 200 },
    {
      what: 'CSV of an indicator',
      path: `${here}/indicators/${figureCode(7)}/values.csv`,
      rows: lines,
      least: 200,
    },
    {
      ...kept,
      what: 'CSV of everything, first bytes',
      path: '/data/figures.csv',
      rows: lines,
      least: 100_000,
      file: true,
    },
    {
      ...kept,
      what: 'CSV of a plan, first bytes',
      path: `/data${here}/plans/${filledPlan}/figures.csv`,
      rows: lines,
      least: 40_000,
      file: true,
    },
  ]
}
