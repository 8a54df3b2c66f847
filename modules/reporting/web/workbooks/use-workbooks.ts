import { api } from '@opensti/ui/workbench'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { TemplateList, UploadList, UploadView, WorkbookView } from '../../contract-workbooks.ts'

const asked = <View>(path: string, ...key: readonly string[]) =>
  queryOptions({ queryKey: ['reporting', ...key], queryFn: () => api<View>('GET', path), staleTime: 5_000 })

export const cyclePath = (region: string, cycle: string) => `/api/regions/${region}/cycles/${cycle}/workbooks`
export const returnPath = (id: string) => `/api/returns/${id}/workbooks`

export const templatesQuery = (region: string, cycle: string) =>
  asked<TemplateList>(cyclePath(region, cycle), 'workbooks', region, cycle)
export const workbookQuery = (region: string, cycle: string, workbook: string, version?: string) =>
  asked<WorkbookView>(
    `${cyclePath(region, cycle)}/${workbook}${version ? `?version=${version}` : ''}`,
    'workbook',
    workbook,
    version ?? '',
  )
export const uploadQuery = (of: string, upload: string) =>
  asked<UploadView>(`${returnPath(of)}/${upload}`, 'upload', of, upload)

export const useTemplates = (region: string, cycle: string) => useQuery(templatesQuery(region, cycle))
/** A mapping under way is not asked for again: what one has clicked would be gone. */
export const useWorkbook = (region: string, cycle: string, workbook: string, version?: string) =>
  useQuery({ ...workbookQuery(region, cycle, workbook, version), staleTime: Number.POSITIVE_INFINITY })
export const useUploads = (id: string) => useQuery(asked<UploadList>(returnPath(id), 'uploads', id))
export const useUpload = (of: string, upload: string) => useQuery(uploadQuery(of, upload))
