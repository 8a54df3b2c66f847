import { defineRoute, type Route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import {
  AnswerExtension,
  AskExtension,
  CreateItem,
  ItemList,
  ItemView,
  OverseeItem,
  RegionId,
  WantedItems,
  WorkOnItem,
} from '../contract.ts'
import { answerExtension } from './answer-extension.ts'
import { askExtension } from './ask-extension.ts'
import { createItem } from './create-item.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { moveItem } from './move-item.ts'
import { itemObject } from './policy-objects.ts'
import { getItemList } from './views/item-list.ts'
import { getItemView } from './views/item-view.ts'

const Region = z.object({ region: RegionId })
const Item = z.object({ item: z.uuid() })

export const supervisionRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/items',
    action: 'supervision.item.list',
    summary: { zh: '督查事项', en: 'Items under supervision' },
    params: Region,
    query: WantedItems,
    object: async ({ params }) => ({ regionId: params.region }),
    answer: ItemList,
    handle: ({ db, actor, params, query }) => getItemList(db, personOf(actor), params.region, query),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/items',
    action: 'supervision.item.create',
    summary: { zh: '登记督查事项', en: 'Register an item' },
    params: Region,
    object: async ({ params }) => ({ regionId: params.region }),
    body: CreateItem,
    answer: ItemView,
    handle: async ({ db, actor, params, body, requestId }) => {
      const { id } = await createItem(db, actor, params.region, body, requestId)
      return getItemView(db, personOf(actor), id)
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/items/:item',
    action: 'supervision.item.read',
    summary: { zh: '一件督查事项', en: 'An item' },
    params: Item,
    object: ({ db, params }) => itemObject(db, params.item),
    answer: ItemView,
    handle: ({ db, actor, params }) => getItemView(db, personOf(actor), params.item),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/items/:item/oversight',
    action: 'supervision.item.oversee',
    summary: { zh: '交办、销号、退回、重办或撤销', en: 'Assign, close, send back, reopen or withdraw' },
    params: Item,
    object: ({ db, params }) => itemObject(db, params.item),
    body: OverseeItem,
    answer: ItemView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await moveItem(db, actor, params.item, body, requestId)
      return getItemView(db, personOf(actor), params.item)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/items/:item/work',
    action: 'supervision.item.work',
    summary: { zh: '报进展或申请销号', en: 'Report progress or propose to close' },
    params: Item,
    object: ({ db, params }) => itemObject(db, params.item),
    body: WorkOnItem,
    answer: ItemView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await moveItem(db, actor, params.item, body, requestId)
      return getItemView(db, personOf(actor), params.item)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/items/:item/extensions',
    action: 'supervision.extension.ask',
    summary: { zh: '申请延期', en: 'Ask for more time' },
    params: Item,
    object: ({ db, params }) => itemObject(db, params.item),
    body: AskExtension,
    answer: ItemView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await askExtension(db, actor, params.item, body, requestId)
      return getItemView(db, personOf(actor), params.item)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/items/:item/extensions/answer',
    action: 'supervision.extension.answer',
    summary: { zh: '答复延期申请', en: 'Answer a request for more time' },
    params: Item,
    object: ({ db, params }) => itemObject(db, params.item),
    body: AnswerExtension,
    answer: ItemView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await answerExtension(db, actor, params.item, body, requestId)
      return getItemView(db, personOf(actor), params.item)
    },
  }),
  ...evidenceRoutes,
]
