import { defineRoute, type Route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import {
  AssessmentList,
  AssessmentView,
  DraftAssessment,
  EnterInputs,
  MoveAssessment,
  RegionId,
  ReviseAssessment,
} from '../contract.ts'
import { createAssessment, reviseAssessment } from './draft-assessment.ts'
import { enterInputs } from './enter-inputs.ts'
import { gatherInputs } from './gather-inputs.ts'
import { makeRankingPaper } from './make-ranking-paper.ts'
import { moveAssessment } from './move-assessment.ts'
import { exerciseObject, rankingObject } from './policy-objects.ts'
import { getAssessmentList, getAssessmentView } from './views/assessment-views.ts'

const Region = z.object({ region: RegionId })
const Assessment = z.object({ assessment: z.uuid() })

export const assessmentOnlyRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/assessments',
    action: 'assessment.exercise.list',
    summary: { zh: '考核', en: 'Assessments' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    answer: AssessmentList,
    handle: ({ db, actor, params }) => getAssessmentList(db, personOf(actor), params.region),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/assessments',
    action: 'assessment.exercise.draft',
    summary: { zh: '拟订考核办法', en: 'Draft an assessment' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    body: DraftAssessment,
    answer: AssessmentView,
    handle: async ({ db, actor, params, body, requestId }) => {
      const { id } = await createAssessment(db, actor, params.region, body, requestId)
      return getAssessmentView(db, personOf(actor), id)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/assessments/:assessment',
    action: 'assessment.exercise.read',
    summary: { zh: '一次考核', en: 'An assessment' },
    params: Assessment,
    object: ({ db, params }) => exerciseObject(db, params.assessment),
    answer: AssessmentView,
    handle: ({ db, actor, params }) => getAssessmentView(db, personOf(actor), params.assessment),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/assessments/:assessment/formula',
    action: 'assessment.exercise.revise',
    summary: { zh: '修改还没公布的办法', en: 'Revise an unpublished formula' },
    params: Assessment,
    object: ({ db, params }) => exerciseObject(db, params.assessment),
    body: ReviseAssessment,
    answer: AssessmentView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await reviseAssessment(db, actor, params.assessment, body, requestId)
      return getAssessmentView(db, personOf(actor), params.assessment)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/assessments/:assessment/moves',
    action: 'assessment.exercise.move',
    summary: { zh: '公布办法、固定数据或撤销', en: 'Publish the formula, freeze the inputs or withdraw' },
    params: Assessment,
    object: ({ db, params }) => exerciseObject(db, params.assessment),
    body: MoveAssessment,
    answer: AssessmentView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await moveAssessment(db, actor, params.assessment, body, requestId)
      return getAssessmentView(db, personOf(actor), params.assessment)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/assessments/:assessment/gathering',
    action: 'assessment.input.enter',
    summary: { zh: '从台账取数', en: 'Gather inputs from the ledger' },
    params: Assessment,
    object: ({ db, params }) => exerciseObject(db, params.assessment),
    answer: AssessmentView,
    handle: async ({ db, actor, params, requestId }) => {
      await gatherInputs(db, actor, params.assessment, requestId)
      return getAssessmentView(db, personOf(actor), params.assessment)
    },
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/assessments/:assessment/inputs',
    action: 'assessment.input.enter',
    summary: { zh: '录入考核数据', en: 'Enter inputs' },
    params: Assessment,
    object: ({ db, params }) => exerciseObject(db, params.assessment),
    body: EnterInputs,
    answer: AssessmentView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await enterInputs(db, actor, params.assessment, body.entries, requestId)
      return getAssessmentView(db, personOf(actor), params.assessment)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/assessments/:assessment/ranking.docx',
    action: 'assessment.ranking.read',
    summary: { zh: '下载结果通报', en: 'Fetch the ranking as a paper' },
    params: Assessment,
    object: ({ db, params }) => rankingObject(db, params.assessment),
    answer: 'page',
    handle: async ({ db, params }) => {
      const { name, bytes } = await makeRankingPaper(db, params.assessment)
      return {
        body: Buffer.from(bytes),
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'cache-control': 'no-store',
        },
      }
    },
  }),
]
