import { type Context, defineRoute, type Route } from '@opensti/http'
import { unprocessable } from '@opensti/kernel'
import { z } from 'zod'
import { ChangeTarget, PublishPlan } from '../contract.ts'
import {
  Candidate,
  DecideAnswer,
  DecideCandidates,
  DecidedTogether,
  DecideTogether,
  DocumentOutline,
  ReadingPiece,
  ReadingProgress,
  ReadingSummary,
  ReadingView,
  RenameDocument,
  StartReading,
  Year,
} from '../contract-reading.ts'
import { changeTarget } from './change-target.ts'
import { decideCandidates } from './decide-candidates.ts'
import { decideTogether } from './decide-together.ts'
import { outlineDocument } from './outline-document.ts'
import { publishPlan } from './publish-plan.ts'
import { readUpload } from './read-upload.ts'
import { renameDocument } from './rename-document.ts'
import { Code, ofPiece, ofPlan, ofReading, ofRegion } from './route-objects.ts'
import { startReading } from './start-reading.ts'
import { viewerOf } from './viewer.ts'
import {
  getCandidates,
  getReadingPiece,
  getReadingProgress,
  getReadingView,
  readingSummaries,
} from './views/reading-view.ts'

const bodyLimit = 40 * 1024 * 1024

/** The planner's work: reading documents into the ledger, and publishing. */
export const workRoutes: Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/readings',
    action: 'plans.reading.list',
    summary: { zh: '正在读的文件', en: 'Documents being read' },
    answer: z.object({ readings: z.array(ReadingSummary) }),
    handle: async ({ db, actor }) => ({
      readings: await readingSummaries(db, { regionIds: viewerOf(actor).insideRegions }),
    }),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/readings',
    action: 'plans.reading.start',
    summary: { zh: '开始读一份文件（粘贴文字）', en: 'Start reading a pasted text' },
    body: StartReading,
    bodyLimit,
    answer: z.object({ id: z.string() }),
    object: async ({ body }) => ({ regionId: body.regionId }),
    handle: async ({ db, actor, body: { text, ...about }, requestId }) => {
      const name = about.title ? `${about.title}.txt` : '粘贴的文字.txt'
      return startReading(
        db,
        actor,
        { ...(await readUpload({ name, bytes: Buffer.from(text, 'utf8') })), ...about },
        requestId,
      )
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/readings/upload',
    action: 'plans.reading.start',
    summary: { zh: '开始读一份文件（上传）', en: 'Start reading an uploaded file' },
    ...ofRegion,
    query: z.object({
      planId: Code.optional(),
      title: z.string().trim().max(200).optional(),
      startYear: z.coerce.number().pipe(Year).optional(),
      endYear: z.coerce.number().pipe(Year).optional(),
    }),
    upload: true,
    bodyLimit,
    answer: z.object({ id: z.string() }),
    handle: async ({ db, actor, params, query, request, requestId }) =>
      startReading(
        db,
        actor,
        { ...(await readUpload(await givenFile(request))), regionId: params.region, ...query },
        requestId,
      ),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/readings/outline',
    action: 'plans.reading.start',
    summary: { zh: '读之前先看文件的标题、时期和归属', en: 'Title, years and place of a file before it is read' },
    ...ofRegion,
    upload: true,
    bodyLimit,
    answer: DocumentOutline,
    handle: async ({ db, params, request }) =>
      outlineDocument(db, params.region, await readUpload(await givenFile(request))),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/readings/:reading',
    action: 'plans.reading.read',
    summary: { zh: '读文件的屏幕', en: 'A document being read' },
    ...ofReading,
    answer: ReadingView,
    handle: ({ db, params }) => getReadingView(db, params.reading),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/readings/:reading/progress',
    action: 'plans.reading.read',
    summary: { zh: '一份文件读到哪里', en: 'How far a document has been read' },
    ...ofReading,
    answer: ReadingProgress,
    handle: ({ db, params }) => getReadingProgress(db, params.reading),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/readings/:reading/candidates',
    action: 'plans.reading.read',
    summary: { zh: '找到的内容，从某一条起', en: 'What was found, from one item on' },
    ...ofReading,
    query: z.object({ from: z.coerce.number().int().min(0).max(10_000_000).default(0) }),
    answer: z.object({ candidates: z.array(Candidate) }),
    handle: async ({ db, params, query }) => ({ candidates: await getCandidates(db, params.reading, query) }),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/readings/:reading/pieces/:piece',
    action: 'plans.reading.read',
    summary: { zh: '原文的一段', en: 'A piece of the source' },
    ...ofPiece,
    answer: ReadingPiece,
    handle: ({ db, params }) => getReadingPiece(db, params.reading, params.piece),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/readings/:reading/title',
    action: 'plans.reading.start',
    summary: { zh: '更正文件标题', en: 'Correct the title of a document' },
    ...ofReading,
    body: RenameDocument,
    answer: 'nothing',
    handle: async ({ db, actor, params, body, requestId }) => {
      await renameDocument(db, actor, params.reading, body.title, requestId)
      return undefined
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/readings/:reading/decisions',
    action: 'plans.candidate.decide',
    summary: { zh: '确认、改正、排除或退回', en: 'Accept, correct, reject or reopen candidates' },
    ...ofReading,
    body: DecideCandidates,
    answer: DecideAnswer,
    handle: async ({ db, actor, params, body, requestId }) => {
      await decideCandidates(db, actor, params.reading, body.decisions, requestId)
      const ids = body.decisions.map((one) => one.candidateId)
      return { candidates: await getCandidates(db, params.reading, { ids }) }
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/readings/:reading/decisions/together',
    action: 'plans.candidate.decide',
    summary: { zh: '一起确认有把握的，或一起撤销', en: 'Confirm what is certain together, or take that back' },
    ...ofReading,
    body: DecideTogether,
    answer: DecidedTogether,
    handle: ({ db, actor, params, body, requestId }) => decideTogether(db, actor, params.reading, body, requestId),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/regions/:region/plans/:plan/publication',
    action: 'plans.plan.publish',
    summary: { zh: '公布或撤回规划', en: 'Publish a plan or withdraw it' },
    ...ofPlan,
    body: PublishPlan,
    answer: 'nothing',
    handle: async ({ db, actor, params, body, requestId }) => {
      const plan = { regionId: params.region, code: params.plan }
      await publishPlan(db, actor, plan, body.published, requestId, body.because)
      return undefined
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/plans/:plan/target-changes',
    action: 'plans.target.change',
    summary: { zh: '按决定调整目标', en: 'Change a target by a decision' },
    ...ofPlan,
    body: ChangeTarget,
    answer: 'nothing',
    handle: async ({ db, actor, params, body, requestId }) => {
      const where = { regionId: params.region, planCode: params.plan, targetId: body.targetId }
      await changeTarget(db, actor, where, body, requestId)
      return undefined
    },
  }),
]

async function givenFile(request: Context['request']): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file()
  if (!part) {
    throw unprocessable(
      'no_file',
      { zh: '没有收到文件。', en: 'No file came.' },
      { remedy: { zh: '请选择一个文件。', en: 'Choose a file.' } },
    )
  }
  return { name: part.filename, bytes: await part.toBuffer() }
}
