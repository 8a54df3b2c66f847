import { type Day, periodName, type Workdays } from '@opensti/kernel'
import type { IndicatorStanding, StaleIndicator } from '@opensti/plans'
import type { FigureReturn, OverdueReturn } from '@opensti/reporting'
import type { PressingItem } from '@opensti/supervision'
import type { Finding, FindingKind, FindingLight } from '../contract.ts'
import { lightOfItem, lightOfReturn, lightOfStatus } from '../domain/light.ts'
import {
  dayText,
  lateBy,
  needsOfItem,
  needsOfReturn,
  needsOfTarget,
  whyItem,
  whyReturn,
  whyTarget,
} from '../domain/sentences.ts'
import type { UnitNames } from './unit-names.ts'

/** A finding whose units are known by id; their names are asked for once for all. */
export interface Drafted {
  kind: FindingKind
  light: FindingLight
  weight: number
  units: string[]
  finish(names: UnitNames): Finding
}

export interface Facts {
  stale: ReadonlySet<string>
  items: readonly PressingItem[]
  /** By indicator, the return that brought its latest figure. */
  handedIn: ReadonlyMap<string, FigureReturn>
  days: Workdays
  today: Day
}

/** A target that lags; nothing for one that does not. */
export function draftTarget(one: IndicatorStanding, { stale, items, handedIn }: Facts): Drafted[] {
  const { progress, latest, target, unit, tasks } = one
  const light = lightOfStatus(progress.status)
  if (light === null) return []
  const units = one.responsible.length > 0 ? one.responsible : [...new Set(tasks.flatMap((task) => task.lead))]
  const item = items.find(({ light, taskId }) => light === 'overdue' && tasks.some((task) => task.id === taskId))
  const fresh = handedIn.get(one.code)
  const evidence = evidenceOf(one, fresh)
  return [
    {
      kind: 'indicator',
      light,
      weight: (one.binding ? 10 : 0) + (1 - Math.min(1, progress.done ?? progress.share ?? 0)),
      units,
      finish: (names) => ({
        kind: 'indicator',
        light,
        id: one.code,
        title: one.name,
        status: progress.status,
        why: whyTarget({ ...progress, latest: latest?.text ?? null, target, unit }),
        said: fresh?.note ?? null,
        who: whoOf(units, names),
        since: one.since === null ? null : sincePeriod(one.since),
        needs: needsOfTarget({
          hasUnit: units.length > 0,
          hasTask: tasks.length > 0,
          isStale: stale.has(one.code),
          hasProof: latest === null || evidence !== null,
          overdueItem: item?.number ?? null,
        }),
        tasks: tasks.map(({ id, title }) => ({ id, title })),
        evidence,
      }),
    },
  ]
}

/** The return that brought the figure, else the paper in which it stands. That a plan asks for something is no evidence of it. */
function evidenceOf(one: IndicatorStanding, fresh: FigureReturn | undefined): Finding['evidence'] {
  if (fresh && one.latest) {
    const period = periodName(one.latest.period)
    return { kind: 'return', id: fresh.returnId, label: { zh: `${period.zh}报表`, en: `Return for ${period.en}` } }
  }
  const citation = one.latest?.citation
  return citation?.documentId ? { kind: 'document', id: citation.documentId, label: citation.documentTitle } : null
}

function sincePeriod(period: string): Finding['since'] {
  const { zh, en } = periodName(period)
  return { zh: `${zh}起`, en: `since ${en}` }
}

export function draftItem(item: PressingItem): Drafted {
  const light = lightOfItem(item)
  const units = [item.leadUnit]
  return {
    kind: 'item',
    light,
    weight: -item.workdaysLeft,
    units,
    finish: (names) => ({
      kind: 'item',
      light,
      id: item.id,
      title: { zh: item.title, en: item.title },
      status: null,
      why: [whyItem(item.number, item.dueDay, item.light === 'overdue')],
      said: item.said,
      who: whoOf(units, names),
      since: item.light === 'overdue' ? lateBy(item.workdaysLeft) : null,
      needs: needsOfItem({ ...item, hasLeader: names.leader(item.leadUnit) !== null }),
      tasks: [],
      evidence: { kind: 'item', id: item.id, label: { zh: '办理记录和材料', en: 'Record and papers' } },
    }),
  }
}

export function draftReturn(one: OverdueReturn, { days, today }: Facts): Drafted {
  const due = days.dayOf(new Date(one.dueAt))
  const late = days.between(due, today)
  const light = lightOfReturn(late)
  const period = periodName(one.period)
  const units = [one.unit.id]
  return {
    kind: 'return',
    light,
    weight: late,
    units,
    finish: (names) => ({
      kind: 'return',
      light,
      id: one.id,
      title: { zh: `${one.cycle.names.zh} · ${period.zh}`, en: `${one.cycle.names.en} · ${period.en}` },
      status: null,
      why: [whyReturn(due, one.cells - one.filled)],
      said: one.sentBackBecause,
      who: whoOf(units, names),
      since: lateBy(late),
      needs: [needsOfReturn(one.state, one.waitsFor, one.heldBy[0]?.name ?? one.unit.name)],
      tasks: [],
      evidence: { kind: 'return', id: one.id, label: { zh: '报表', en: 'Return' } },
    }),
  }
}

/** A figure that is too old, for an indicator that does not lag by what is known. */
export function draftStale(one: StaleIndicator, standings: readonly IndicatorStanding[]): Drafted {
  const standing = standings.find(({ code }) => code === one.code)
  const units = standing?.responsible ?? []
  const after = dayText(one.staleAfter)
  const period = periodName(one.latestPeriod)
  return {
    kind: 'stale',
    light: 'amber',
    weight: 0,
    units,
    finish: (names) => ({
      kind: 'stale',
      light: 'amber',
      id: one.code,
      title: one.name,
      status: null,
      why: [{ zh: `最新数是${period.zh}的。`, en: `The latest figure is of ${period.en}.` }],
      said: null,
      who: whoOf(units, names),
      since: { zh: `${after.zh}起`, en: `since ${after.en}` },
      needs: [
        units.length > 0
          ? { zh: '请责任单位补报。', en: 'The unit has to report a newer one.' }
          : { zh: '没有责任单位，请明确由谁报。', en: 'No unit reports it: name one.' },
      ],
      tasks: (standing?.tasks ?? []).map(({ id, title }) => ({ id, title })),
      evidence: standing ? evidenceOf(standing, undefined) : null,
    }),
  }
}

function whoOf(units: readonly string[], names: UnitNames): Finding['who'] {
  return units.map((id) => ({ unit: names.unit(id), leader: names.leader(id) }))
}
