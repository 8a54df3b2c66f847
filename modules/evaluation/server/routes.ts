import { defineRoute, type Route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import {
  CreateEvaluation,
  EvaluationList,
  EvaluationView,
  MoveEvaluation,
  MoveSheet,
  PaperName,
  RegionId,
  SaveAssessments,
  SetFormula,
} from '../contract.ts'
import { briefRoutes } from './brief-routes.ts'
import { createExercise } from './create-exercise.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { moveExercise } from './move-exercise.ts'
import { moveSheet } from './move-sheet.ts'
import { download } from './papers/download.ts'
import { getPaper } from './papers/store-papers.ts'
import { exerciseObject, sheetObject } from './policy-objects.ts'
import { saveOwn, saveReviews } from './save-assessments.ts'
import { setFormula } from './set-formula.ts'
import { listExercises } from './views/exercise-list.ts'
import { getExerciseView } from './views/exercise-view.ts'

const Region = z.object({ region: RegionId })
const Exercise = z.object({ evaluation: z.uuid() })
/** A unit is named by its code; the evaluation says of which region. */
const Sheet = Exercise.extend({ unit: z.string().regex(/^[a-z0-9-]{1,60}$/) })

const ofExercise = {
  params: Exercise,
  object: ({ db, params }: Parameters<NonNullable<Route['object']>>[0]) =>
    exerciseObject(db, (params as z.infer<typeof Exercise>).evaluation),
}

export const evaluationRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/evaluations',
    action: 'evaluation.exercise.list',
    summary: { zh: '规划评估', en: 'Evaluations' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    answer: EvaluationList,
    handle: async ({ db, actor, params }) => ({
      evaluations: await listExercises(db, personOf(actor), params.region),
    }),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/evaluations',
    action: 'evaluation.exercise.run',
    summary: { zh: '建立评估', en: 'Set up an evaluation' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    body: CreateEvaluation,
    answer: EvaluationView,
    handle: async ({ db, actor, params, body, requestId }) => {
      const { id } = await createExercise(db, actor, params.region, body, requestId)
      return getExerciseView(db, personOf(actor), id)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/evaluations/:evaluation',
    action: 'evaluation.exercise.read',
    summary: { zh: '一次评估', en: 'An evaluation' },
    ...ofExercise,
    answer: EvaluationView,
    handle: ({ db, actor, params }) => getExerciseView(db, personOf(actor), params.evaluation),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/evaluations/:evaluation/formula',
    action: 'evaluation.exercise.run',
    summary: { zh: '设定权重和计分办法', en: 'Set weights and shares' },
    ...ofExercise,
    body: SetFormula,
    answer: EvaluationView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await setFormula(db, actor, params.evaluation, body, requestId)
      return getExerciseView(db, personOf(actor), params.evaluation)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/evaluations/:evaluation/moves',
    action: 'evaluation.exercise.run',
    summary: { zh: '启动、复核或定稿评估', en: 'Move an evaluation along' },
    ...ofExercise,
    body: MoveEvaluation,
    answer: EvaluationView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await moveExercise(db, actor, params.evaluation, body, requestId)
      return getExerciseView(db, personOf(actor), params.evaluation)
    },
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/evaluations/:evaluation/reviews',
    action: 'evaluation.review.write',
    summary: { zh: '填写复核评价', en: 'Write the review' },
    ...ofExercise,
    body: SaveAssessments,
    answer: EvaluationView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await saveReviews(db, actor, params.evaluation, body.lines, requestId)
      return getExerciseView(db, personOf(actor), params.evaluation)
    },
  }),
  ...sheetRoutes(),
  defineRoute({
    method: 'GET',
    url: '/api/evaluations/:evaluation/papers/:paperName',
    action: 'evaluation.exercise.read',
    summary: { zh: '下载评估报告、专报或定稿数据', en: 'Fetch report, brief or data' },
    params: Exercise.extend({ paperName: PaperName }),
    object: ({ db, params }) => exerciseObject(db, params.evaluation),
    answer: 'page',
    handle: async ({ db, params }) => download(await getPaper(db, params.evaluation, params.paperName)),
  }),
  ...evidenceRoutes,
  ...briefRoutes,
]

function sheetRoutes(): Route[] {
  const unitId = async (db: Parameters<typeof exerciseObject>[0], params: z.infer<typeof Sheet>) => {
    const exercise = await exerciseObject(db, params.evaluation)
    return exercise ? `${exercise.regionId}/${params.unit}` : ''
  }
  const ofSheet = {
    params: Sheet,
    object: async ({ db, params }: { db: Parameters<typeof exerciseObject>[0]; params: z.infer<typeof Sheet> }) =>
      sheetObject(db, params.evaluation, await unitId(db, params)),
  }
  const move = (verb: 'hand-in' | 'send-back', action: string, summary: { zh: string; en: string }) =>
    defineRoute({
      method: 'POST',
      url: `/api/evaluations/:evaluation/sheets/:unit/${verb}`,
      action,
      summary,
      ...ofSheet,
      body: MoveSheet,
      answer: EvaluationView,
      handle: async ({ db, actor, params, body, requestId }) => {
        const where = { exerciseId: params.evaluation, unitId: await unitId(db, params) }
        await moveSheet(db, actor, where, { ...body, verb }, requestId)
        return getExerciseView(db, personOf(actor), params.evaluation)
      },
    })
  return [
    defineRoute({
      method: 'PUT',
      url: '/api/evaluations/:evaluation/sheets/:unit',
      action: 'evaluation.own.write',
      summary: { zh: '填写自评', en: 'Fill in a self-assessment' },
      ...ofSheet,
      body: SaveAssessments,
      answer: EvaluationView,
      handle: async ({ db, actor, params, body, requestId }) => {
        const where = { exerciseId: params.evaluation, unitId: await unitId(db, params) }
        await saveOwn(db, actor, where, body.lines, requestId)
        return getExerciseView(db, personOf(actor), params.evaluation)
      },
    }),
    move('hand-in', 'evaluation.own.hand-in', { zh: '提交自评', en: 'Hand in a self-assessment' }),
    move('send-back', 'evaluation.own.send-back', { zh: '退回自评', en: 'Send a self-assessment back' }),
  ]
}
