import type { KeyObject } from 'node:crypto'
import { type AccountsOptions, accountsPolicy, accountsRoutes, type NoticeKind } from '@opensti/accounts'
import { assessmentNotices, assessmentPolicy, assessmentRoutes } from '@opensti/assessment'
import { dashboardPolicy, dashboardRoutes } from '@opensti/dashboard'
import { evaluationPolicy, evaluationRoutes } from '@opensti/evaluation'
import type { Route } from '@opensti/http'
import { Policy } from '@opensti/kernel'
import { plansPages, plansPolicy, plansRoutes } from '@opensti/plans'
import { publicationNotices, publicationPages, publicationPolicy, publicationRoutes } from '@opensti/publication'
import { reportingNotices, reportingPolicy, reportingRoutes } from '@opensti/reporting'
import { supervisionNotices, supervisionPolicy, supervisionRoutes } from '@opensti/supervision'
import { backupRoutes } from './backup-routes.ts'
import type { BackupRules } from './backup-schedule.ts'
import { demonstrationRoutes, type FindSignIns } from './demonstration-routes.ts'
import { workbenchRoutes } from './workbench.ts'

/** The whole table of who may do what. Routes, tests and documents read the same lines. */
export const policy = new Policy([
  ...accountsPolicy,
  ...plansPolicy,
  ...reportingPolicy,
  ...supervisionPolicy,
  ...evaluationPolicy,
  ...dashboardPolicy,
  ...assessmentPolicy,
  ...publicationPolicy,
  { action: 'house.backup.read', who: ['system-administrator'], relation: 'everywhere' },
  { action: 'house.asset.read', who: 'anyone', relation: 'everywhere' },
  { action: 'house.demonstration.read', who: 'anyone', relation: 'everywhere' },
])

/** What people can be told, with the words for it: each module's own list. */
export const noticeKinds: readonly NoticeKind[] = [
  ...Object.values(reportingNotices),
  ...Object.values(supervisionNotices),
  ...publicationNotices,
  ...Object.values(assessmentNotices),
]

/** Every route of the house. Without demonstration people there is nobody to show on the way in. */
export function allRoutes(
  options: AccountsOptions,
  signIns: FindSignIns = async () => [],
  backups: BackupRules = { schedule: null, warnAfterDays: 2 },
  releaseKey?: () => KeyObject,
): readonly Route[] {
  return [
    ...accountsRoutes({ ...options, noticeKinds }),
    ...plansRoutes,
    ...plansPages,
    ...reportingRoutes,
    ...supervisionRoutes,
    ...evaluationRoutes,
    ...dashboardRoutes,
    ...assessmentRoutes,
    ...publicationRoutes,
    ...publicationPages({ publicUrl: options.publicUrl, ...(releaseKey && { releaseKey }) }),
    ...workbenchRoutes,
    ...backupRoutes(backups),
    ...demonstrationRoutes(signIns),
  ]
}
