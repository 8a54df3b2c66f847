import { ApiError, api } from '@opensti/ui/workbench'
import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type Candidate,
  candidatesAtOnce,
  type DecidedTogether,
  type DecideTogether,
  type Decision,
  type ReadingPiece,
  type ReadingProgress,
  type ReadingView,
} from '../../contract-reading.ts'
import { forgetLedger } from '../use-ledger.ts'

/** What does not change while a document is read stays; decisions are looked for apart. */
const readingQuery = (client: QueryClient, id: string) =>
  queryOptions({
    queryKey: ['reading', id],
    queryFn: async () => {
      const view = await api<ReadingView>('GET', `/api/readings/${id}`)
      client.setQueryData(pageQuery(id, 0).queryKey, view.candidates)
      client.setQueryData(progressQuery(id).queryKey, view.progress)
      return view
    },
    staleTime: 60_000,
  })

const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['reading', id, 'progress'],
    queryFn: () => api<ReadingProgress>('GET', `/api/readings/${id}/progress`),
    // Colleagues work on the same document; their decisions appear by themselves.
    refetchInterval: 8_000,
  })

/** Candidates by position, so many at once. */
export const pageQuery = (id: string, page: number) =>
  queryOptions({
    queryKey: ['reading', id, 'page', page],
    queryFn: async () => {
      const path = `/api/readings/${id}/candidates?from=${page * candidatesAtOnce}`
      return (await api<{ candidates: Candidate[] }>('GET', path)).candidates
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

export const pieceQuery = (id: string, piece: number) =>
  queryOptions({
    queryKey: ['reading', id, 'piece', piece],
    queryFn: () => api<ReadingPiece>('GET', `/api/readings/${id}/pieces/${piece}`),
    staleTime: Number.POSITIVE_INFINITY,
  })

export function pageOf(position: number): number {
  return Math.floor(position / candidatesAtOnce)
}

/** One step that can be taken back: some decisions by themselves, or many that the server made under one number. */
type Step = { decided: Candidate[] } | { batch: string }

/** A document being read, and the ways to decide about what was found in it. */
export function useReading(id: string) {
  const client = useQueryClient()
  const { data: reading, error, isPending } = useQuery(readingQuery(client, id))
  const { data: progress } = useQuery({ ...progressQuery(id), enabled: reading !== undefined })
  const steps = useRef<Step[]>([])
  const [together, setTogether] = useState<number | null>(null)
  useNewsOfOthers(client, id, progress?.revision)

  const forget = useCallback(() => {
    void forgetLedger(client)
    void client.invalidateQueries({ queryKey: ['readings'] })
  }, [client])

  const decide = useMutation({
    mutationFn: async (decisions: Decision[]) => {
      const path = `/api/readings/${id}/decisions`
      const { candidates } = await api<{ candidates: Candidate[] }>('POST', path, { decisions })
      keep(client, id, candidates)
      forget()
      return candidates
    },
    onError: (refusal) => {
      // Somebody was quicker: show what she decided.
      if (refusal instanceof ApiError && refusal.refusal.code === 'overtaken')
        void client.invalidateQueries({ queryKey: ['reading', id] })
    },
  })

  const manyAtOnce = useMutation({
    mutationFn: async (asked: DecideTogether) => {
      let done = 0
      try {
        for (let more = true; more; ) {
          setTogether(done)
          const answer = await api<DecidedTogether>('POST', `/api/readings/${id}/decisions/together`, asked)
          done += answer.changed
          more = answer.more
        }
      } finally {
        setTogether(null)
        forget()
        await Promise.all([
          client.invalidateQueries({ queryKey: ['reading', id, 'page'] }),
          client.invalidateQueries({ queryKey: ['reading', id, 'progress'] }),
        ])
      }
      return done
    },
  })

  const settle = async (decisions: Decision[]): Promise<boolean> => {
    if (decisions.length === 0 || manyAtOnce.isPending) return false
    try {
      steps.current.push({ decided: await decide.mutateAsync(decisions) })
      return true
    } catch {
      return false // shown beside the list by its error
    }
  }

  /** Confirms all that is certain, however much it is, as one step. */
  const acceptSure = async (): Promise<void> => {
    if (manyAtOnce.isPending) return
    const batch = crypto.randomUUID()
    // Even when it broke off: what was done can be taken back.
    steps.current.push({ batch })
    await manyAtOnce.mutateAsync({ verb: 'accept-sure', batch }).catch(() => 0)
  }

  /** Takes back one's own last step, and says at which position candidates are open again. */
  const undo = async (): Promise<number | null> => {
    const last = manyAtOnce.isPending ? undefined : steps.current.pop()
    if (!last) return null
    if ('batch' in last) {
      // What failed can be tried again.
      await manyAtOnce.mutateAsync({ verb: 'undo', batch: last.batch }).catch(() => steps.current.push(last))
      return null
    }
    const reopened = last.decided.map(({ id: candidateId, version }) => ({
      candidateId,
      version,
      verb: 'reopen' as const,
    }))
    const answer = await decide.mutateAsync(reopened).catch((refusal) => {
      // Whoever was overtaken has nothing left to take back.
      if (!(refusal instanceof ApiError && refusal.refusal.code === 'overtaken')) steps.current.push(last)
      return null
    })
    return answer?.[0]?.position ?? null
  }

  return {
    reading,
    progress: progress ?? reading?.progress,
    error,
    isPending,
    settle,
    acceptSure,
    undo,
    refusal: decide.error ?? manyAtOnce.error,
    /** How many were decided so far, while many are decided at once. */
    together,
  }
}

/** Asks for candidates again when others have decided; one's own decisions are known already. */
function useNewsOfOthers(client: QueryClient, id: string, revision: number | undefined): void {
  const known = useRef<number | undefined>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = revision
    if (before === undefined || revision === undefined || revision === before) return
    if (ownRevisions.get(client)?.has(revision)) return
    void client.invalidateQueries({ queryKey: ['reading', id, 'page'] })
  }, [client, id, revision])
}

/** Revisions that this browser made, each by adding its own decisions to what it knew. */
const ownRevisions = new WeakMap<QueryClient, Set<number>>()

/** Puts decided candidates where they are shown, and counts them. */
function keep(client: QueryClient, id: string, changed: readonly Candidate[]): void {
  const key = progressQuery(id).queryKey
  // An answer under way does not know of these decisions yet.
  void client.cancelQueries({ queryKey: key })
  let progress = client.getQueryData(key)
  for (const candidate of changed) {
    const page = pageQuery(id, pageOf(candidate.position)).queryKey
    const before = client.getQueryData(page)?.find((one) => one.id === candidate.id)
    client.setQueryData(page, (old) => old?.map((one) => (one.id === candidate.id ? candidate : one)))
    if (progress && before) progress = count(progress, before, candidate)
  }
  if (!progress) return
  const own = ownRevisions.get(client) ?? new Set()
  ownRevisions.set(client, own.add(progress.revision))
  client.setQueryData(key, progress)
}

function count(progress: ReadingProgress, before: Candidate, after: Candidate): ReadingProgress {
  const opened = Number(after.state === 'open') - Number(before.state === 'open')
  const isSure = (one: Candidate) => Number(one.sure && one.state === 'open')
  const kind = after.figure ? 'figures' : 'tasks'
  const { states } = progress
  return {
    ...progress,
    states: states.slice(0, after.position) + after.state.charAt(0) + states.slice(after.position + 1),
    sure: progress.sure + isSure(after) - isSure(before),
    revision: progress.revision + 1,
    [kind]: { ...progress[kind], open: progress[kind].open + opened },
  }
}
