import { ApiError, api } from '@opensti/ui/workbench'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EvaluationView, LineView } from '../../contract.ts'
import type { Standing } from '../../domain/exercise-life.ts'
import { evaluationQuery, keepEvaluation } from '../use-evaluation.ts'

export interface Edit {
  standing: Standing | null
  words: string
  /** What a colleague put there meanwhile; she decides which stays. */
  theirs?: NonNullable<LineView['own']>
}

export type DraftState = 'kept' | 'waiting' | 'saving' | 'failed' | 'conflict'

const pause = 900
const tryAgain = 6000

/** A sheet being filled in. Every change is kept by itself; a line that a colleague changed meanwhile is not overwritten. */
export function useSheetDraft(view: EvaluationView, unit: string) {
  const client = useQueryClient()
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map())
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const latest = useRef({ view, edits })
  latest.current = { view, edits }
  const running = useRef<Promise<boolean> | null>(null)

  const put = (line: LineView, change: Partial<Edit>) =>
    setEdits((old) => new Map(old).set(line.id, { ...(old.get(line.id) ?? editOf(line)), ...change }))
  const drop = (line: LineView) => setEdits((old) => new Map([...old].filter(([id]) => id !== line.id)))
  const keepMine = (line: LineView) =>
    setEdits((old) => {
      const mine = old.get(line.id)
      return mine ? new Map(old).set(line.id, { standing: mine.standing, words: mine.words }) : old
    })

  const save = useCallback((): Promise<boolean> => {
    running.current ??= send().finally(() => {
      running.current = null
    })
    return running.current

    async function send(): Promise<boolean> {
      const { view: now, edits: typed } = latest.current
      const lines = now.lines.flatMap((line) => {
        const edit = typed.get(line.id)
        if (!edit || edit.theirs) return []
        return [{ lineId: line.id, seen: line.own?.number ?? 0, standing: edit.standing, words: edit.words }]
      })
      if (lines.length === 0) return typed.size === 0
      setSaving(true)
      try {
        const kept = await api<EvaluationView>('PUT', `/api/evaluations/${now.id}/sheets/${unit}`, { lines })
        await keepEvaluation(client, kept)
        // What was typed while the answer was on its way stays.
        setEdits((old) => new Map([...old].filter(([id, edit]) => edit !== typed.get(id))))
        setRefusal(null)
        return true
      } catch (error) {
        setRefusal(error)
        if (error instanceof ApiError && error.refusal.code === 'line_changed') await showTheirs(lines)
        return false
      } finally {
        setSaving(false)
      }
    }

    async function showTheirs(lines: readonly { lineId: string; seen: number }[]): Promise<void> {
      const fresh = await client.fetchQuery({ ...evaluationQuery(latest.current.view.id), staleTime: 0 })
      setEdits((old) => {
        const next = new Map(old)
        for (const { lineId, seen } of lines) {
          const theirs = fresh.lines.find((line) => line.id === lineId)?.own
          const mine = next.get(lineId)
          if (mine && theirs && theirs.number !== seen) next.set(lineId, { ...mine, theirs })
        }
        return next
      })
      setRefusal(null)
    }
  }, [client, unit])

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

  return { state, refusal, put, drop, keepMine, save, edit: (line: LineView) => edits.get(line.id) ?? editOf(line) }
}

export type SheetDraft = ReturnType<typeof useSheetDraft>

function editOf({ own }: LineView): Edit {
  return { standing: own?.standing ?? null, words: own?.words ?? '' }
}

function stateOf(edits: ReadonlyMap<string, Edit>, saving: boolean, refusal: unknown): DraftState {
  if (saving) return 'saving'
  if ([...edits.values()].some((edit) => edit.theirs)) return 'conflict'
  if (refusal && edits.size > 0) return 'failed'
  return edits.size > 0 ? 'waiting' : 'kept'
}
