import { type AppError, type Bilingual, conflict, unprocessable } from '@opensti/kernel'

/** One move: from which states, to which, and what whoever makes it must give. */
export interface Move<State extends string> {
  from: readonly State[]
  to: State
  names: Bilingual
  /** The move cannot be made without a sentence that says why. */
  reason?: true
}

/** The whole life of a kind of record. Screens, server, documents and tests read the same table. */
export interface Life<State extends string, Verb extends string> {
  /** What the record is called, for refusals. */
  names: Bilingual
  states: Readonly<Record<State, Bilingual>>
  start: State
  moves: Readonly<Record<Verb, Move<State>>>
}

/** A table of moves with its types inferred, and refused when it cannot be lived. */
export function defineLife<const State extends string, const Verb extends string>(
  life: Life<State, Verb>,
): Life<State, Verb> {
  const reached = new Set<State>([life.start])
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const move of allMoves(life)) if (move.from.some((state) => reached.has(state))) reached.add(move.to)
  }
  const lost = (Object.keys(life.states) as State[]).filter((state) => !reached.has(state))
  if (lost.length > 0) throw new Error(`No move leads to ${lost.join(', ')} of ${life.names.en}`)
  return life
}

/** The verbs a record in this state knows, in the order of the table. */
export function verbsOf<State extends string, Verb extends string>(life: Life<State, Verb>, state: State): Verb[] {
  return (Object.keys(life.moves) as Verb[]).filter((verb) => life.moves[verb].from.includes(state))
}

/** States from which no move leads. */
export function endsOf<State extends string, Verb extends string>(life: Life<State, Verb>): State[] {
  return (Object.keys(life.states) as State[]).filter((state) => verbsOf(life, state).length === 0)
}

/**
 * The state after a move.
 *
 * @throws `wrong_state` (409) when the record has moved on; `reason_missing` (422) when the move needs one.
 */
export function stateAfter<State extends string, Verb extends string>(
  life: Life<State, Verb>,
  state: State,
  verb: Verb,
  reason?: string | null,
): State {
  const move = life.moves[verb]
  if (!move.from.includes(state)) throw wrongState(life, state, verb)
  if (move.reason && !reason?.trim()) {
    throw unprocessable(
      'reason_missing',
      { zh: `${move.names.zh}需要写明原因。`, en: `“${move.names.en}” needs a reason.` },
      { remedy: { zh: '请用一句话说明原因，对方会看到。', en: 'Say why in a sentence; the other side will read it.' } },
    )
  }
  return move.to
}

function wrongState<State extends string, Verb extends string>(
  life: Life<State, Verb>,
  state: State,
  verb: Verb,
): AppError {
  const now = life.states[state]
  const move = life.moves[verb]
  return conflict(
    'wrong_state',
    {
      zh: `${life.names.zh}现在是“${now.zh}”，不能${move.names.zh}。`,
      en: `${life.names.en} is now “${now.en}”, so “${move.names.en}” is not possible.`,
    },
    { remedy: { zh: '可能已有人先办了，请刷新后再看。', en: 'Someone may have been first. Reload and look again.' } },
  )
}

function allMoves<State extends string>(life: Life<State, string>): Move<State>[] {
  return Object.values(life.moves)
}
