import { exportAudit } from '@opensti/db'
import { defineRoute, type Route } from '@opensti/http'
import { AppError } from '@opensti/kernel'
import { AuditPage, AuditQuery, AuditStatus, AuditVerdict, OperationsState } from '../contract.ts'
import { getAuditStatus, getOperationsState, listAuditEntries, verifyWholeLog } from './audit-views.ts'
import type { AccountsOptions } from './options.ts'

/** The auditor's and the system administrator's windows. */
export function auditRoutes(options: AccountsOptions): Route[] {
  return [
    defineRoute({
      method: 'GET',
      url: '/api/audit/entries',
      action: 'audit.entry.list',
      summary: { zh: '审计记录', en: 'Audit entries' },
      query: AuditQuery,
      answer: AuditPage,
      object: async ({ query }) => ({ regionId: query.region }),
      handle: ({ db, query }) => listAuditEntries(db, query),
    }),
    defineRoute({
      method: 'GET',
      url: '/api/audit/status',
      action: 'audit.log.verify',
      summary: { zh: '审计封存情况', en: 'How far the audit log is sealed' },
      answer: AuditStatus,
      handle: ({ db }) => getAuditStatus(db),
    }),
    defineRoute({
      method: 'GET',
      url: '/api/audit/verdict',
      action: 'audit.log.verify',
      summary: { zh: '验证审计记录', en: 'Verify the audit log' },
      answer: AuditVerdict,
      handle: async ({ db }) => {
        if (!options.auditMeans) throw noMeans()
        return verifyWholeLog(db, await options.auditMeans())
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/audit/export',
      action: 'audit.log.verify',
      summary: { zh: '导出审计记录', en: 'Export the audit log' },
      answer: 'page',
      handle: async ({ db }) => {
        const lines: Buffer[] = []
        await exportAudit(db, (line) => {
          lines.push(Buffer.from(line))
        })
        return {
          body: Buffer.concat(lines),
          contentType: 'application/jsonl; charset=utf-8',
          headers: { 'content-disposition': 'attachment; filename="audit.jsonl"', 'cache-control': 'no-store' },
        }
      },
    }),
    defineRoute({
      method: 'GET',
      url: '/api/operations/state',
      action: 'operations.state.read',
      summary: { zh: '系统运行情况', en: 'How the system runs' },
      answer: OperationsState,
      handle: ({ db }) => getOperationsState(db),
    }),
  ]
}

function noMeans(): AppError {
  return new AppError(
    'unavailable',
    'audit_key_missing',
    { zh: '这里没有验证所需的公钥。', en: 'The public key for verifying is not at hand here.' },
    {
      remedy: {
        zh: '请导出记录，用 opensti audit verify 验证。',
        en: 'Export the log and verify it with opensti audit verify.',
      },
    },
  )
}
