import { exportAudit, isGivenUp } from '@opensti/db'
import { type Route, route } from '@opensti/http'
import { AppError } from '@opensti/kernel'
import { AuditPage, AuditQuery, AuditStatus, AuditVerdict, MessageParams, OperationsState } from '../contract.ts'
import { getAuditStatus, listAuditEntries, verifyWholeLog } from './audit-views.ts'
import { deedOf } from './deed.ts'
import { getOperationsState } from './operations-state.ts'
import type { AccountsOptions } from './options.ts'
import { retryMessage } from './retry-message.ts'

/** The auditor's and the system administrator's windows. */
export function auditRoutes(options: AccountsOptions): Route[] {
  return [
    route('GET /api/audit/entries', 'audit.entry.list', ['审计记录', 'Audit entries'], {
      query: AuditQuery,
      answer: AuditPage,
      object: async ({ query }) => ({ regionId: query.region }),
      handle: ({ db, query }) => listAuditEntries(db, query),
    }),
    route('GET /api/audit/status', 'audit.log.verify', ['审计封存情况', 'How far the audit log is sealed'], {
      answer: AuditStatus,
      handle: ({ db }) => getAuditStatus(db),
    }),
    route('GET /api/audit/verdict', 'audit.log.verify', ['验证审计记录', 'Verify the audit log'], {
      answer: AuditVerdict,
      handle: async ({ db }) => {
        if (!options.auditMeans) throw noMeans()
        return verifyWholeLog(db, await options.auditMeans())
      },
    }),
    route('GET /api/audit/export', 'audit.log.verify', ['导出审计记录', 'Export the audit log'], {
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
    route('GET /api/operations/state', 'operations.state.read', ['系统运行情况', 'How the system runs'], {
      answer: OperationsState,
      handle: ({ db }) => getOperationsState(db),
    }),
    route(
      'POST /api/operations/messages/:messageId/retry',
      'operations.message.retry',
      ['重新发送一条消息', 'Send a message that was given up'],
      {
        params: MessageParams,
        object: async ({ db, params }) => ((await isGivenUp(db, BigInt(params.messageId))) ? {} : null),
        handle: (context) => retryMessage(context.db, deedOf(context), context.params.messageId),
      },
    ),
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
