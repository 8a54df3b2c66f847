import type { FixedFigure } from '@opensti/plans'
import type { GateFinding as GateFindingView, ReleaseFigure, ReleasePaper } from '../../contract.ts'
import { type GateFinding, kindNames } from '../../domain/gate.ts'
import { nameOfKind } from '../publishable.ts'

/** A figure as the screens of releases show it, beside what the portal has. */
export function figureView(figure: FixedFigure): ReleaseFigure {
  return {
    id: figure.id,
    indicatorId: figure.indicator.code,
    indicator: figure.indicator.name,
    period: figure.period,
    nature: figure.nature,
    kind: figure.kind,
    value: figure.value,
    unit: figure.unit,
    reporter: figure.reporter,
    note: figure.note,
    before: figure.publicNow?.value ?? null,
    because: figure.publicNow ? figure.reason : null,
  }
}

export function findingView(finding: GateFinding): GateFindingView {
  return { ...finding, kindName: kindNames[finding.kind] }
}

export function paperView(paper: {
  kind: string
  id: string
  title: ReleasePaper['title']
  summary: ReleasePaper['summary']
  files: readonly ({ name: string } & ({ size: number } | { content: Uint8Array }))[]
}): ReleasePaper {
  return {
    kind: paper.kind,
    kindName: nameOfKind(paper.kind),
    id: paper.id,
    title: paper.title,
    summary: paper.summary,
    files: paper.files.map((file) => ({
      name: file.name,
      size: 'size' in file ? file.size : file.content.length,
    })),
  }
}
