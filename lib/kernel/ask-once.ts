interface Asking<Answer> {
  now: Promise<Answer>
  /** For those who came while `now` was out. */
  next: Promise<Answer> | undefined
}

/**
 * Puts one question for all who want to know the same at the same time. Whoever comes while it is out shares the next one
 * rather than this, so that nobody gets an answer older than her own asking; a busy moment costs two questions.
 */
export function askOnce<Key, Answer>(
  asking: Map<Key, Asking<Answer>>,
  key: Key,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const out = asking.get(key)
  if (out) {
    const again = () => put(asking, key, ask)
    out.next ??= out.now.then(again, again)
    return out.next
  }
  return put(asking, key, ask)
}

function put<Key, Answer>(asking: Map<Key, Asking<Answer>>, key: Key, ask: () => Promise<Answer>): Promise<Answer> {
  const mine: Asking<Answer> = { now: ask(), next: undefined }
  asking.set(key, mine)
  const done = () => {
    if (asking.get(key) === mine && !mine.next) asking.delete(key)
  }
  mine.now.then(done, done)
  return mine.now
}

/** What is being asked at this moment, to be kept beside the question. */
export type Asked<Key, Answer> = Map<Key, Asking<Answer>>
