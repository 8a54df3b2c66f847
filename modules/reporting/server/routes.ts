import { defineRoute, type Route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import {
  ChainView,
  CreateCycle,
  CycleCode,
  CycleList,
  Delegate,
  DeskView,
  HandOver,
  LockedPeriod,
  MoveRequest,
  OpenCorrection,
  OpenedPeriod,
  PeriodText,
  PeriodView,
  RegionId,
  RequestView,
  SaveEntries,
  SetChain,
} from '../contract.ts'
import { attachmentRoutes } from './attachment-routes.ts'
import { createCycle } from './create-cycle.ts'
import { delegate } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { handOver } from './hand-over.ts'
import { lockPeriod } from './lock-period.ts'
import { moveRequest } from './move-request.ts'
import { openCorrection } from './open-correction.ts'
import { openPeriod } from './open-period.ts'
import { delegationObject, readableReturn, requestObject, unitObject } from './policy-objects.ts'
import { reminderRoutes } from './reminders/reminder-routes.ts'
import { saveEntries } from './save-entries.ts'
import { setChain } from './set-chain.ts'
import { getChainView } from './views/chain-view.ts'
import { cycleViews, getPeriodView } from './views/cycle-views.ts'
import { getDeskView } from './views/desk-view.ts'
import { getRequestView } from './views/request-view.ts'
import { workbookRoutes } from './workbooks/workbook-routes.ts'

const Region = z.object({ region: RegionId })
const Period = Region.extend({ cycle: CycleCode, period: PeriodText })
const Return = z.object({ return: z.uuid() })
const Unit = Region.extend({ unit: RegionId })

const inRegion = async ({ params }: { params: { region: string } }) => ({ regionId: params.region })
const unitIdOf = ({ region, unit }: z.infer<typeof Unit>) => `${region}/${unit}`
const placeOf = ({ region, cycle, period }: z.infer<typeof Period>) => ({ regionId: region, cycle, period })

const cycleRoutes: Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/cycles',
    action: 'reporting.cycle.list',
    summary: { zh: '报送周期', en: 'Reporting cycles of a region' },
    params: Region,
    object: inRegion,
    answer: CycleList,
    handle: async ({ db, params }) => ({ cycles: await cycleViews(db, params.region) }),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/cycles',
    action: 'reporting.cycle.create',
    summary: { zh: '新建报送周期', en: 'Set up a reporting cycle' },
    params: Region,
    object: inRegion,
    body: CreateCycle,
    bodyLimit: 8_000_000,
    answer: 'nothing',
    handle: async ({ db, actor, params, body, requestId }) => {
      await createCycle(db, actor, params.region, body, requestId)
      return undefined
    },
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/regions/:region/cycles/:cycle/periods/:period',
    action: 'reporting.period.open',
    summary: { zh: '发出一期报送要求', en: 'Ask all units for a period' },
    params: Period,
    object: inRegion,
    answer: OpenedPeriod,
    handle: async ({ db, actor, params, requestId }) => {
      const { opened, dueAt } = await openPeriod(db, actor, placeOf(params), params.period, requestId)
      return { opened, dueAt: dueAt.toISOString() }
    },
  }),
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/cycles/:cycle/periods/:period',
    action: 'reporting.period.read',
    summary: { zh: '一期的报送情况', en: 'How the units stand in a period' },
    params: Period,
    object: inRegion,
    answer: PeriodView,
    handle: ({ db, actor, params }) => getPeriodView(db, actor, placeOf(params)),
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/cycles/:cycle/periods/:period/lock',
    action: 'reporting.period.lock',
    summary: { zh: '锁定已汇总的报表', en: 'Lock what is collated' },
    params: Period,
    object: inRegion,
    answer: LockedPeriod,
    handle: ({ db, actor, params, requestId }) => lockPeriod(db, actor, placeOf(params), requestId),
  }),
]

const returnRoutes: Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/returns',
    action: 'reporting.desk.read',
    summary: { zh: '我的报送', en: 'What waits for me' },
    answer: DeskView,
    handle: ({ db, actor }) => getDeskView(db, personOf(actor)),
  }),
  defineRoute({
    method: 'GET',
    url: '/api/returns/:return',
    action: 'reporting.request.read',
    summary: { zh: '一份报表', en: 'A return' },
    params: Return,
    object: ({ db, params }) => readableReturn(db, params.return),
    answer: RequestView,
    handle: ({ db, actor, params }) => getRequestView(db, personOf(actor), params.return),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/returns/:return/entries',
    action: 'reporting.entry.write',
    summary: { zh: '保存数据', en: 'Keep figures as a draft' },
    params: Return,
    object: ({ db, params }) => requestObject(db, params.return),
    body: SaveEntries,
    answer: RequestView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await saveEntries(db, actor, params.return, body.cells, requestId)
      return getRequestView(db, personOf(actor), params.return)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/returns/:return/moves',
    action: 'reporting.request.move',
    summary: { zh: '提交、审核、签发、会签、汇总或退回', en: 'Move a return along' },
    params: Return,
    object: ({ db, params }) => requestObject(db, params.return),
    body: MoveRequest,
    answer: RequestView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await moveRequest(db, actor, params.return, body, requestId)
      return getRequestView(db, personOf(actor), params.return)
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/returns/:return/corrections',
    action: 'reporting.request.correct',
    summary: { zh: '更正已锁定的数据', en: 'Correct locked figures' },
    params: Return,
    object: ({ db, params }) => requestObject(db, params.return),
    body: OpenCorrection,
    answer: z.object({ id: z.uuid() }),
    handle: ({ db, actor, params, body, requestId }) => openCorrection(db, actor, params.return, body, requestId),
  }),
]

const chainRoutes: Route[] = [
  defineRoute({
    method: 'GET',
    url: '/api/regions/:region/units/:unit/chain',
    action: 'reporting.chain.read',
    summary: { zh: '单位的填报流程', en: 'A unit’s chain' },
    params: Unit,
    object: ({ db, params }) => unitObject(db, unitIdOf(params)),
    answer: ChainView,
    handle: ({ db, actor, params }) => getChainView(db, personOf(actor), unitIdOf(params)),
  }),
  defineRoute({
    method: 'PUT',
    url: '/api/regions/:region/units/:unit/chain',
    action: 'reporting.chain.set',
    summary: { zh: '设定填报流程', en: 'Set a unit’s chain' },
    params: Unit,
    object: ({ db, params }) => unitObject(db, unitIdOf(params)),
    body: SetChain,
    answer: ChainView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await setChain(db, actor, { regionId: params.region, unitId: unitIdOf(params) }, body.steps, requestId)
      return getChainView(db, personOf(actor), unitIdOf(params))
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/units/:unit/delegations',
    action: 'reporting.delegation.make',
    summary: { zh: '委托同事代办', en: 'Let a colleague stand in' },
    params: Unit,
    object: ({ db, params }) => unitObject(db, unitIdOf(params)),
    body: Delegate,
    answer: ChainView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await delegate(db, actor, { regionId: params.region, unitId: unitIdOf(params) }, body, requestId)
      return getChainView(db, personOf(actor), unitIdOf(params))
    },
  }),
  defineRoute({
    method: 'DELETE',
    url: '/api/regions/:region/units/:unit/delegations/:delegation',
    action: 'reporting.delegation.end',
    summary: { zh: '提前结束委托', en: 'End a delegation early' },
    params: Unit.extend({ delegation: z.uuid() }),
    object: ({ db, params }) => delegationObject(db, unitIdOf(params), params.delegation),
    answer: ChainView,
    handle: async ({ db, actor, params, requestId }) => {
      await endDelegation(db, actor, { unitId: unitIdOf(params), id: params.delegation }, requestId)
      return getChainView(db, personOf(actor), unitIdOf(params))
    },
  }),
  defineRoute({
    method: 'POST',
    url: '/api/regions/:region/units/:unit/hand-over',
    action: 'reporting.reporter.hand-over',
    summary: { zh: '交接', en: 'Hand over to a successor' },
    params: Unit,
    object: ({ db, params }) => unitObject(db, unitIdOf(params)),
    body: HandOver,
    answer: ChainView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await handOver(db, actor, { regionId: params.region, unitId: unitIdOf(params) }, body, requestId)
      return getChainView(db, personOf(actor), unitIdOf(params))
    },
  }),
]

export const reportingRoutes: readonly Route[] = [
  ...cycleRoutes,
  ...returnRoutes,
  ...attachmentRoutes,
  ...workbookRoutes,
  ...reminderRoutes,
  ...chainRoutes,
]
