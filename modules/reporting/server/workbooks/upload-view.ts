import { actorNames } from '@opensti/accounts'
import type { Reader } from '@opensti/db'
import type { PersonActor } from '@opensti/kernel'
import { indicatorNames } from '@opensti/plans'
import type { Change, UploadView } from '../../contract-workbooks.ts'
import { getRequest, rolesIn } from '../store.ts'
import { cellsNow, getUpload } from './upload-store.ts'

/** What an uploaded workbook would change, beside what the return says now. */
export async function getUploadView(
  db: Reader,
  person: PersonActor,
  requestRef: string,
  id: string,
): Promise<UploadView> {
  const request = await getRequest(db, requestRef)
  const upload = await getUpload(db, request.id, id)
  const { result } = upload
  const now = await cellsNow(db, request.id)
  const names = await indicatorNames(
    db,
    result.changes.map(({ indicatorId }) => indicatorId),
  )
  const changes = result.changes.map((change): Change => {
    const cell = now.get(`${change.indicatorId} ${change.nature}`)
    const current = cell?.value ?? null
    return {
      ...change,
      indicator: names.get(change.indicatorId)?.name ?? { zh: change.indicatorId, en: change.indicatorId },
      measure: cell?.unit ?? '',
      now: current,
      version: cell?.version ?? 0,
      moved: upload.state === 'read' && current !== change.was,
    }
  })
  const mayWrite = request.state === 'preparing' && rolesIn(person, request.unit_id).includes('reporter')
  const hasErrors = result.findings.some(({ level }) => level === 'error')
  const isUntouched = (upload.cellsBefore ?? []).every(
    (cell) => now.get(`${cell.indicatorId} ${cell.nature}`)?.version === cell.versionAfter,
  )
  const people = await actorNames(db, [upload.addedBy])
  return {
    id: upload.id,
    fileName: upload.fileName,
    size: upload.size,
    by: people.get(upload.addedBy) ?? { zh: '', en: '' },
    addedAt: upload.addedAt.toISOString(),
    state: upload.state,
    templateVersion: upload.templateVersion,
    findings: result.findings,
    changes,
    same: result.same,
    empty: result.empty,
    foreign: result.foreign,
    mayAccept: mayWrite && upload.state === 'read' && !hasErrors && changes.length > 0,
    mayUndo: mayWrite && upload.state === 'accepted' && isUntouched,
  }
}
