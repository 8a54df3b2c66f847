import { defineRoute, type Route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import { RegionId } from '../contract.ts'
import {
  ChangeDecomposition,
  DecompositionList,
  DecompositionView,
  MoveDecomposition,
  ObjectToShare,
  SaveShares,
  StartDecomposition,
} from '../contract-decomposition.ts'
import { changeDecomposition } from './change-decomposition.ts'
import { confirmShare } from './confirm-share.ts'
import { moveDecomposition } from './move-decomposition.ts'
import { objectToShare } from './object-to-share.ts'
import { decompositionObject, shareObject } from './policy-objects.ts'
import { saveShares } from './save-shares.ts'
import { startDecomposition } from './start-decomposition.ts'
import { getDecompositionList, getDecompositionView } from './views/decomposition-views.ts'

const Region = z.object({ region: RegionId })
const Decomposition = z.object({ decomposition: z.uuid() })

export const decompositionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/decompositions',
    action: 'assessment.decomposition.list',
    summary: { zh: '目标分解', en: 'Targets shared out' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    answer: DecompositionList,
    handle: ({ db, actor, params }) => getDecompositionList(db, personOf(actor), params.region),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/decompositions',
    action: 'assessment.decomposition.start',
    summary: { zh: '开始分解一项目标', en: 'Share out a target' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    body: StartDecomposition,
    answer: DecompositionView,
    handle: async ({ db, actor, params, body, requestId }) => {
      const { id } = await startDecomposition(db, actor, params.region, body.targetId, requestId)
      return getDecompositionView(db, personOf(actor), id)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/decompositions/:decomposition',
    action: 'assessment.decomposition.read',
    summary: { zh: '一份分解方案', en: 'A decomposition' },
    params: Decomposition,
    object: ({ db, params }) => decompositionObject(db, params.decomposition),
    answer: DecompositionView,
    handle: ({ db, actor, params }) => getDecompositionView(db, personOf(actor), params.decomposition),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/decompositions/:decomposition/shares',
    action: 'assessment.decomposition.save',
    summary: { zh: '保存各地分解数', en: 'Save the shares' },
    params: Decomposition,
    object: ({ db, params }) => decompositionObject(db, params.decomposition),
    body: SaveShares,
    answer: DecompositionView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await saveShares(db, actor, params.decomposition, body, requestId)
      return getDecompositionView(db, personOf(actor), params.decomposition)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/decompositions/:decomposition/moves',
    action: 'assessment.decomposition.move',
    summary: { zh: '审定、退回、下达或撤销', en: 'Approve, send back, issue or withdraw' },
    params: Decomposition,
    object: ({ db, params }) => decompositionObject(db, params.decomposition),
    body: MoveDecomposition,
    answer: DecompositionView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await moveDecomposition(db, actor, params.decomposition, body, requestId)
      return getDecompositionView(db, personOf(actor), params.decomposition)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/decompositions/:decomposition/versions',
    action: 'assessment.decomposition.change',
    summary: { zh: '调整已下达的分解', en: 'Change an issued decomposition' },
    params: Decomposition,
    object: ({ db, params }) => decompositionObject(db, params.decomposition),
    body: ChangeDecomposition,
    answer: DecompositionView,
    handle: async ({ db, actor, params, body, requestId }) => {
      const { id } = await changeDecomposition(db, actor, params.decomposition, body, requestId)
      return getDecompositionView(db, personOf(actor), id)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/shares/:share/objection',
    action: 'assessment.share.object',
    summary: { zh: '对分解数提出异议', en: 'Object to a share' },
    params: z.object({ share: z.uuid() }),
    object: ({ db, params }) => shareObject(db, params.share),
    body: ObjectToShare,
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, body, requestId }) => {
      await objectToShare(db, actor, params.share, body, requestId)
      return { id: params.share }
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/shares/:share/receipt',
    action: 'assessment.share.confirm',
    summary: { zh: '确认收到分解数', en: 'Confirm a share' },
    params: z.object({ share: z.uuid() }),
    object: ({ db, params }) => shareObject(db, params.share),
    answer: z.object({ id: z.uuid() }),
    handle: async ({ db, actor, params, requestId }) => {
      await confirmShare(db, actor, params.share, requestId)
      return { id: params.share }
    },
  }),
]
