import type { Database } from '@opensti/db'
import type { Server } from '@opensti/http'
import { makeWorkbook } from '@opensti/office'
import { callerFor } from './caller.ts'
import { cookieFor } from './world.ts'

/** Workbooks as requests speak of them: the template of a cycle, an upload that waits, and one that was taken in. */
export interface WorkbookIds {
  workbook: string
  workbookVersion: string
}
export interface UploadIds {
  upload: string
  accepted: string
}

/** A form with one figure, made once for each figure: equal figures give equal bytes. */
const forms = new Map<string, Promise<Uint8Array>>()

function formWith(figure: number): Promise<Uint8Array> {
  const key = String(figure)
  const sheet = {
    name: '表',
    title: '季报',
    columns: [{ heading: '指标' }, { heading: '本期' }],
    rows: [['被报指标', figure]],
  }
  const form = forms.get(key) ?? makeWorkbook([sheet], { madeOn: new Date('2026-01-05T00:00:00Z') })
  forms.set(key, form)
  return form
}

const boundary = 'harness-boundary'

/** The form as a browser sends it. */
export async function formToUpload(figure: number): Promise<{ payload: Buffer; headers: Record<string, string> }> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="form.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const parts = [Buffer.from(head), await formWith(figure), Buffer.from(`\r\n--${boundary}--\r\n`)]
  return { payload: Buffer.concat(parts), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** A form for requests that are made up before they are sent. */
export const readyForm = await formToUpload(13.75)

/** What the cells of the form stand for. */
export function mappingOf(reported: string) {
  const line = { kind: 'figures', indicatorId: null, unitId: null, nature: null, period: null, measure: null }
  const rest = { whole: null, parts: [] }
  return {
    sheets: [
      {
        sheet: '表',
        headTop: 2,
        headBottom: 2,
        nameColumn: 1,
        rows: [{ ...line, ...rest, at: 3, label: '被报指标', indicatorId: reported }],
        columns: [{ ...line, ...rest, at: 2, label: '本期', period: 'now' }],
        fields: [],
      },
    ],
  }
}

async function send(db: Database, server: Server, url: string, by: string, figure: number): Promise<string> {
  const { payload, headers } = await formToUpload(figure)
  const answer = await server.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...(await cookieFor(db, by)), ...headers },
  })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json().id
}

/** Gives a cycle its workbook, mapped. */
export async function makeTemplate(
  db: Database,
  server: Server,
  of: { region: string; cycle: string; reported: string; by: string },
): Promise<WorkbookIds> {
  const place = `/api/regions/${of.region}/cycles/${of.cycle}/workbooks`
  const workbook = await send(db, server, place, of.by, 12)
  const planner = await callerFor(db, server, of.by)
  await planner('PUT', `${place}/${workbook}/mapping`, { version: 0, mapping: mappingOf(of.reported) })
  return { workbook, workbookVersion: '1' }
}

/** Uploads two workbooks for a return whose one cell has version 1: the first is taken in, the second waits. */
export async function makeUploads(
  db: Database,
  server: Server,
  of: { return: string; reported: string; by: string },
): Promise<UploadIds> {
  const url = `/api/returns/${of.return}/workbooks`
  const call = await callerFor(db, server, of.by)
  const cells = [{ indicatorId: of.reported, nature: 'working', version: 1 }]
  const accepted = await send(db, server, url, of.by, 13)
  await call('POST', `${url}/${accepted}/accept`, { cells })
  return { accepted, upload: await send(db, server, url, of.by, 14) }
}
