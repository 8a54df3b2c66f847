import { ApiError, api } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CellChange, EntryView, RequestView } from '../../contract.ts'
import { returnQuery } from '../use-reporting.ts'
import { readCell } from './figures.ts'

/** What someone has typed into a cell and the server does not have yet. */
export interface Edit {
  typed: string
  absentReason: string
  note: string
  /** The cell as she saw it at her first key. Whatever came later is somebody else's and is not written over. */
  seen: EntryView
  /** What a colleague put there meanwhile; she decides which stays. */
  theirs?: EntryView
}

export type DraftState = 'kept' | 'waiting' | 'saving' | 'failed' | 'refused' | 'wrong' | 'conflict'
/** What changes of a cell while it is typed in. */
export type Typed = Partial<Pick<Edit, 'typed' | 'absentReason' | 'note'>>

export const keyOf = (cell: { indicatorId: string; nature: string }) => `${cell.indicatorId} ${cell.nature}`

/** A cell as it stands on the server, as an edit would begin. */
export const editOf = (entry: EntryView): Edit => ({
  typed: entry.value ?? '',
  absentReason: entry.absentReason ?? '',
  note: entry.note ?? '',
  seen: entry,
})

/** What she typed as a figure; undefined when it can be none of this cell. */
const readEdit = (edit: Edit) => readCell(edit.typed, edit.seen).value

const pause = 900
const tryAgain = 6000

/**
 * A return being filled in. Every change is kept by itself a moment after the last key; a cell that a colleague changed
 * meanwhile is not overwritten but shown with both figures.
 */
export function useDraft(view: RequestView) {
  const client = useQueryClient()
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map())
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const latest = useRef({ view, edits })
  latest.current = { view, edits }
  const running = useRef<Promise<boolean> | null>(null)

  const entries = useMemo(() => new Map(view.entries.map((entry) => [keyOf(entry), entry])), [view.entries])

  const put = useCallback((changes: ReadonlyMap<string, Typed>) => {
    // What the server will not take is not sent again until it has been changed.
    setRefusal((old: unknown) => (isFinal(old) ? null : old))
    setEdits((old) => {
      const next = new Map(old)
      for (const [key, change] of changes) {
        const entry = latest.current.view.entries.find((one) => keyOf(one) === key)
        if (entry) next.set(key, { ...(old.get(key) ?? editOf(entry)), ...change })
      }
      return next
    })
  }, [])

  const drop = useCallback((keys: readonly string[]) => {
    setEdits((old) => new Map([...old].filter(([key]) => !keys.includes(key))))
  }, [])

  /** Her own figure stays, now that she has seen the colleague's; it is written over that one with the next keeping. */
  const keepMine = useCallback((key: string) => {
    setEdits((old) => {
      const { theirs, ...mine } = old.get(key) ?? {}
      return theirs && 'typed' in mine ? new Map(old).set(key, { ...(mine as Edit), seen: theirs }) : old
    })
  }, [])

  const save = useCallback((): Promise<boolean> => {
    running.current ??= send().finally(() => {
      running.current = null
    })
    return running.current

    async function send(): Promise<boolean> {
      const { view: now, edits: typed } = latest.current
      const cells = cellsToKeep(now, typed)
      if (cells.length === 0) return !typed.size || [...typed.values()].every((edit) => readEdit(edit) !== undefined)
      setSaving(true)
      try {
        const kept = await api<RequestView>('PUT', `/api/returns/${now.id}/entries`, { cells })
        client.setQueryData(returnQuery(now.id).queryKey, kept)
        setEdits((old) => afterKeeping(old, typed, cells, kept))
        setRefusal(null)
        setKeptAt(new Date())
        return true
      } catch (error) {
        setRefusal(error)
        if (error instanceof ApiError && error.refusal.code === 'cell_changed')
          await showTheirs(cells, typed).catch(() => undefined)
        return false
      } finally {
        setSaving(false)
      }
    }

    async function showTheirs(cells: readonly CellChange[], sent: ReadonlyMap<string, Edit>): Promise<void> {
      const fresh = await client.fetchQuery({ ...returnQuery(latest.current.view.id), staleTime: 0 })
      setEdits((old) => {
        const next = new Map(old)
        for (const { cell, theirs } of overtaken(cells, fresh)) {
          const key = keyOf(cell)
          const mine = next.get(key)
          if (!mine) continue
          // When the answer to an earlier keeping was lost, what stands there is what she wrote herself.
          if (!isSame(cell, theirs)) next.set(key, { ...mine, theirs })
          else if (mine === sent.get(key)) next.delete(key)
          else next.set(key, { ...mine, seen: theirs })
        }
        return next
      })
      setRefusal(null)
    }
  }, [client])

  const state = stateOf(edits, saving, refusal)
  useEffect(() => {
    if (state !== 'waiting' && state !== 'failed') return
    const timer = setTimeout(() => void save(), state === 'failed' ? tryAgain : pause)
    return () => clearTimeout(timer)
  }, [state, edits, save])

  useEffect(() => {
    if (edits.size === 0) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [edits.size])

  return {
    state,
    refusal,
    keptAt,
    put,
    drop,
    keepMine,
    save,
    entry: (key: string) => entries.get(key),
    edit: (entry: EntryView): Edit => edits.get(keyOf(entry)) ?? editOf(entry),
    isEdited: (key: string) => edits.has(key),
  }
}

export type Draft = ReturnType<typeof useDraft>

/** Whether asking again for the same would be refused again: the server has said no, and is not merely out of reach. */
function isFinal(refusal: unknown): boolean {
  if (!(refusal instanceof ApiError)) return false
  const { status, code } = refusal.refusal
  return status >= 400 && status < 500 && status !== 408 && status !== 429 && code !== 'cell_changed'
}

/** What was typed while the answer was on its way stays, and goes on from the version that was kept. */
function afterKeeping(
  edits: ReadonlyMap<string, Edit>,
  sent: ReadonlyMap<string, Edit>,
  cells: readonly CellChange[],
  kept: RequestView,
): ReadonlyMap<string, Edit> {
  const next = new Map(edits)
  for (const cell of cells) {
    const key = keyOf(cell)
    const edit = next.get(key)
    const entry = kept.entries.find((one) => keyOf(one) === key)
    if (edit === sent.get(key)) next.delete(key)
    else if (edit && entry) next.set(key, { ...edit, seen: { ...entry, version: cell.version + 1 } })
  }
  return next
}

/** Cells that have another version than the one she saw, with what stands there now. */
function overtaken(cells: readonly CellChange[], fresh: RequestView) {
  return cells.flatMap((cell) => {
    const theirs = fresh.entries.find((one) => keyOf(one) === keyOf(cell))
    return theirs && theirs.version !== cell.version ? [{ cell, theirs }] : []
  })
}

const isSame = (cell: CellChange, entry: EntryView) =>
  sameFigure(cell.value, entry.value) &&
  (cell.absentReason ?? null) === entry.absentReason &&
  (cell.note ?? null) === entry.note

const sameFigure = (one: string | null, other: string | null) =>
  one === null || other === null ? one === other : Number(one) === Number(other)

/** Cells that differ from what the server has, hold a figure or nothing, and wait for no decision. */
function cellsToKeep(view: RequestView, edits: ReadonlyMap<string, Edit>): CellChange[] {
  return view.entries.flatMap((entry) => {
    const edit = edits.get(keyOf(entry))
    const value = edit && readEdit(edit)
    if (!edit || edit.theirs || value === undefined) return []
    return [
      {
        indicatorId: entry.indicatorId,
        nature: entry.nature,
        version: edit.seen.version,
        value,
        absentReason: value === null ? edit.absentReason.trim() || null : null,
        note: edit.note.trim() || null,
      },
    ]
  })
}

function stateOf(edits: ReadonlyMap<string, Edit>, saving: boolean, refusal: unknown): DraftState {
  if (saving) return 'saving'
  const all = [...edits.values()]
  if (all.some((edit) => edit.theirs)) return 'conflict'
  if (refusal && edits.size > 0) return isFinal(refusal) ? 'refused' : 'failed'
  if (all.some((edit) => readEdit(edit) !== undefined)) return 'waiting'
  return all.length > 0 ? 'wrong' : 'kept'
}
