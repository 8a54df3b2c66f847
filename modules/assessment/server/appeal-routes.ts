import { defineRoute, type Route } from '@opensti/http'
import { personOf, unprocessable } from '@opensti/kernel'
import { z } from 'zod'
import { AnswerAppeal, MakeAppeal, SheetView } from '../contract.ts'
import { answerAppeal } from './answer-appeal.ts'
import { addAppealFile, getAppealFile, largestFile } from './appeal-files.ts'
import { makeAppeal } from './make-appeal.ts'
import { appealObject, sheetObject } from './policy-objects.ts'
import { getExercise } from './store.ts'
import { getSheetView } from './views/sheet-view.ts'
import { withdrawAppeal } from './withdraw-appeal.ts'

const Sheet = z.object({ assessment: z.uuid(), unit: z.string().regex(/^[a-z0-9-]{1,60}$/) })
const Appeal = z.object({ appeal: z.uuid() })

/** A unit's sheet, what it objects to, and the answers. */
export const appealRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/assessments/:assessment/sheets/:unit',
    action: 'assessment.sheet.read',
    summary: { zh: '一个单位的得分表', en: 'The score sheet of a unit' },
    params: Sheet,
    object: ({ db, params }) => sheetObject(db, params.assessment, params.unit),
    answer: SheetView,
    handle: async ({ db, actor, params }) => {
      const { region_id } = await getExercise(db, params.assessment)
      return getSheetView(db, personOf(actor), params.assessment, `${region_id}/${params.unit}`)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/assessments/:assessment/sheets/:unit/appeals',
    action: 'assessment.appeal.make',
    summary: { zh: '对得分提出申诉', en: 'Appeal against a line' },
    params: Sheet,
    object: ({ db, params }) => sheetObject(db, params.assessment, params.unit),
    body: MakeAppeal,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, body, requestId }) => {
      const { region_id } = await getExercise(db, params.assessment)
      return makeAppeal(db, actor, params.assessment, `${region_id}/${params.unit}`, body, requestId)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/appeals/:appeal/answer',
    action: 'assessment.appeal.answer',
    summary: { zh: '答复申诉', en: 'Answer an appeal' },
    params: Appeal,
    object: ({ db, params }) => appealObject(db, params.appeal),
    body: AnswerAppeal,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, body, requestId }) => {
      await answerAppeal(db, actor, params.appeal, body, requestId)
      return { id: params.appeal }
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/appeals/:appeal/withdrawal',
    action: 'assessment.appeal.withdraw',
    summary: { zh: '撤回申诉', en: 'Take an appeal back' },
    params: Appeal,
    object: ({ db, params }) => appealObject(db, params.appeal),
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, requestId }) => {
      await withdrawAppeal(db, actor, params.appeal, requestId)
      return { id: params.appeal }
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/appeals/:appeal/files',
    action: 'assessment.appeal.prove',
    summary: { zh: '上传申诉材料', en: 'Add a file to an appeal' },
    params: Appeal,
    object: ({ db, params }) => appealObject(db, params.appeal),
    upload: true,
    bodyLimit: largestFile + 1_000_000,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, request, requestId }) => {
      const part = await request.file()
      if (!part)
        throw unprocessable(
          'no_file',
          { zh: '没有收到文件。', en: 'No file came.' },
          { remedy: { zh: '请选择一个文件。', en: 'Choose a file.' } },
        )
      return addAppealFile(db, actor, params.appeal, { name: part.filename, content: await part.toBuffer() }, requestId)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/appeals/:appeal/files/:appealFile',
    action: 'assessment.appeal.read',
    summary: { zh: '下载申诉材料', en: 'Fetch a file of an appeal' },
    params: Appeal.extend({ appealFile: z.uuid() }),
    object: ({ db, params }) => appealObject(db, params.appeal),
    answer: 'page',
    handle: async ({ db, params }) => {
      const file = await getAppealFile(db, params.appeal, params.appealFile)
      return {
        body: file.content,
        contentType: file.media_type,
        headers: {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.file_name)}`,
          'cache-control': 'no-store',
        },
      }
    },
  }),
]
