import { type PageAnswer, type Route, route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import { CycleCode, PeriodText, RegionId } from '../../contract.ts'
import {
  AcceptUpload,
  SaveMapping,
  TemplateList,
  UploadList,
  UploadView,
  WorkbookView,
} from '../../contract-workbooks.ts'
import { requestObject } from '../policy-objects.ts'
import { acceptUpload } from './accept-upload.ts'
import { addWorkbook } from './add-workbook.ts'
import { type FilledWorkbook, fillForPeriod, fillForReturn } from './fill-workbook.ts'
import { largestWorkbook } from './inspect-workbook.ts'
import { markUpload } from './mark-upload.ts'
import { readUpload } from './read-upload.ts'
import { receiveWorkbook } from './receive-workbook.ts'
import { saveMapping } from './save-mapping.ts'
import { undoUpload } from './undo-upload.ts'
import { getUploadView } from './upload-view.ts'
import { getTemplateList, getUploadList, getWorkbookView } from './workbook-views.ts'

const Cycle = z.object({ region: RegionId, cycle: CycleCode })
const Workbook = Cycle.extend({ workbook: z.uuid() })
const Return = z.object({ return: z.uuid() })
const Upload = Return.extend({ upload: z.uuid() })

const bodyLimit = largestWorkbook + 1_000_000
const placeOf = ({ region, cycle }: z.infer<typeof Cycle>) => ({ regionId: region, cycle })
const inRegion = async ({ params }: { params: { region: string } }) => ({ regionId: params.region })

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const download = ({ name, bytes }: FilledWorkbook): PageAnswer => ({
  body: Buffer.from(bytes),
  contentType: excel,
  headers: {
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  },
})

/** The workbook of a cycle: uploaded, mapped, filled. */
const templateRoutes: readonly Route[] = [
  route(
    'GET /api/regions/:region/cycles/:cycle/workbooks',
    'reporting.workbook.read',
    ['周期的工作簿', 'Workbooks of a cycle'],
    {
      params: Cycle,
      object: inRegion,
      answer: TemplateList,
      handle: ({ db, actor, params }) => getTemplateList(db, personOf(actor), placeOf(params)),
    },
  ),
  route(
    'POST /api/regions/:region/cycles/:cycle/workbooks',
    'reporting.workbook.map',
    ['上传本单位的工作簿', 'Upload the bureau’s workbook'],
    {
      params: Cycle,
      object: inRegion,
      upload: true,
      bodyLimit,
      answer: z.object({ id: z.uuid() }),
      handle: async ({ db, actor, params, request, requestId }) =>
        addWorkbook(db, actor, placeOf(params), await receiveWorkbook(request), requestId),
    },
  ),
  route(
    'GET /api/regions/:region/cycles/:cycle/workbooks/:workbook',
    'reporting.workbook.read',
    ['工作簿和对应关系', 'A workbook and its mapping'],
    {
      params: Workbook,
      query: z.object({ version: z.coerce.number().int().min(1).optional() }),
      object: inRegion,
      answer: WorkbookView,
      handle: ({ db, actor, params, query }) =>
        getWorkbookView(db, personOf(actor), { ...placeOf(params), workbook: params.workbook, version: query.version }),
    },
  ),
  route(
    'PUT /api/regions/:region/cycles/:cycle/workbooks/:workbook/mapping',
    'reporting.workbook.map',
    ['保存对应关系', 'Save the mapping'],
    {
      params: Workbook,
      object: inRegion,
      body: SaveMapping,
      bodyLimit: 8_000_000,
      answer: WorkbookView,
      handle: async ({ db, actor, params, body, requestId }) => {
        const place = { ...placeOf(params), workbook: params.workbook }
        await saveMapping(db, actor, place, body, requestId)
        return getWorkbookView(db, personOf(actor), place)
      },
    },
  ),
  route(
    'GET /api/regions/:region/cycles/:cycle/periods/:period/workbook',
    'reporting.period.read',
    ['下载汇总工作簿', 'The collated workbook of a period'],
    {
      params: Cycle.extend({ period: PeriodText }),
      object: inRegion,
      answer: 'page',
      handle: async ({ db, params }) =>
        download(await fillForPeriod(db, { ...placeOf(params), period: params.period })),
    },
  ),
]

/** The workbook of a return: downloaded, filled in, read back. */
const uploadRoutes: readonly Route[] = [
  route(
    'GET /api/returns/:return/workbook',
    'reporting.request.read',
    ['下载本单位的工作簿', 'The workbook of a return'],
    {
      params: Return,
      object: ({ db, params }) => requestObject(db, params.return),
      answer: 'page',
      handle: async ({ db, params }) => download(await fillForReturn(db, params.return)),
    },
  ),
  route(
    'GET /api/returns/:return/workbooks',
    'reporting.request.read',
    ['上传过的工作簿', 'Workbooks uploaded for a return'],
    {
      params: Return,
      object: ({ db, params }) => requestObject(db, params.return),
      answer: UploadList,
      handle: ({ db, actor, params }) => getUploadList(db, personOf(actor), params.return),
    },
  ),
  route(
    'POST /api/returns/:return/workbooks',
    'reporting.entry.write',
    ['上传填好的工作簿', 'Upload a filled workbook'],
    {
      params: Return,
      object: ({ db, params }) => requestObject(db, params.return),
      upload: true,
      bodyLimit,
      answer: z.object({ id: z.uuid() }),
      handle: async ({ db, actor, params, request, requestId }) =>
        readUpload(db, actor, params.return, await receiveWorkbook(request), requestId),
    },
  ),
  route(
    'GET /api/returns/:return/workbooks/:upload',
    'reporting.request.read',
    ['工作簿会改动什么', 'What a workbook would change'],
    {
      params: Upload,
      object: ({ db, params }) => requestObject(db, params.return),
      answer: UploadView,
      handle: ({ db, actor, params }) => getUploadView(db, personOf(actor), params.return, params.upload),
    },
  ),
  route(
    'GET /api/returns/:return/workbooks/:upload/marked',
    'reporting.request.read',
    ['下载带批注的工作簿', 'The uploaded workbook with comments'],
    {
      params: Upload,
      query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
      object: ({ db, params }) => requestObject(db, params.return),
      answer: 'page',
      handle: async ({ db, params, query }) =>
        download(await markUpload(db, params.return, params.upload, query.language)),
    },
  ),
  route(
    'POST /api/returns/:return/workbooks/:upload/accept',
    'reporting.entry.write',
    ['填入工作簿里的数', 'Take in the figures of a workbook'],
    {
      params: Upload,
      object: ({ db, params }) => requestObject(db, params.return),
      body: AcceptUpload,
      answer: UploadView,
      handle: async ({ db, actor, params, body, requestId }) => {
        await acceptUpload(db, actor, { requestRef: params.return, upload: params.upload }, body, requestId)
        return getUploadView(db, personOf(actor), params.return, params.upload)
      },
    },
  ),
  route(
    'POST /api/returns/:return/workbooks/:accepted/undo',
    'reporting.entry.write',
    ['撤销填入', 'Take a workbook back'],
    {
      params: Return.extend({ accepted: z.uuid() }),
      object: ({ db, params }) => requestObject(db, params.return),
      answer: UploadView,
      handle: async ({ db, actor, params, requestId }) => {
        await undoUpload(db, actor, { requestRef: params.return, upload: params.accepted }, requestId)
        return getUploadView(db, personOf(actor), params.return, params.accepted)
      },
    },
  ),
]

export const workbookRoutes: readonly Route[] = [...templateRoutes, ...uploadRoutes]
