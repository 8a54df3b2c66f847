import { api } from '@opensti/ui/workbench'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { AskedLine, WorkbookView } from '../../contract-workbooks.ts'
import { figureCells } from '../../domain/workbook/figure-cells.ts'
import { changeField, changeLine, type LineChange, lookAt, type Mapping } from './mapping-edits.ts'
import { cyclePath, workbookQuery } from './use-workbooks.ts'

/** A mapping being corrected: every step can be taken back until it is saved. */
export function useMapping(region: string, cycle: string, view: WorkbookView) {
  const client = useQueryClient()
  const [steps, setSteps] = useState<readonly Mapping[]>([])
  const mapping: Mapping = steps.at(-1) ?? view.mapping
  const looks = useMemo(() => new Map(view.sheets.map((sheet) => [sheet.sheet, lookAt(sheet)])), [view.sheets])
  const step = (next: Mapping) => setSteps((old) => [...old, next])
  const save = useMutation({
    mutationFn: () =>
      api<WorkbookView>('PUT', `${cyclePath(region, cycle)}/${view.id}/mapping`, { version: view.version, mapping }),
    onSuccess: async (saved) => {
      for (const version of ['', String(view.mappingVersion ?? '')])
        client.setQueryData(workbookQuery(region, cycle, view.id, version).queryKey, saved)
      setSteps([])
      await client.invalidateQueries({ queryKey: ['reporting', 'workbooks'] })
    },
  })
  return {
    mapping,
    looks,
    isChanged: steps.length > 0,
    left: useMemo(() => withoutPlace(mapping, view.lines), [mapping, view.lines]),
    line: (place: { sheet: string; axis: 'rows' | 'columns'; at: number }, change: LineChange) =>
      step(changeLine(mapping, looks.get(place.sheet)!, place, change)),
    field: (place: { sheet: string; row: number; column: number }, field: Parameters<typeof changeField>[3]) =>
      step(changeField(mapping, looks.get(place.sheet)!, place, field)),
    undo: () => setSteps((old) => old.slice(0, -1)),
    save,
  }
}

export type MappingEditor = ReturnType<typeof useMapping>

/** Figures of the cycle for which no cell stands. */
function withoutPlace(mapping: Mapping, lines: readonly AskedLine[]): AskedLine[] {
  const placed = new Set<string>()
  for (const sheet of mapping.sheets) {
    for (const { indicatorId, nature, unitId } of figureCells(sheet)) {
      placed.add(`${indicatorId} ${nature} ${unitId ?? ''}`)
      if (unitId === null) placed.add(`${indicatorId} ${nature}`)
    }
  }
  return lines.filter(
    ({ indicatorId, nature, unit }) =>
      !placed.has(`${indicatorId} ${nature}`) && !placed.has(`${indicatorId} ${nature} ${unit.id}`),
  )
}
