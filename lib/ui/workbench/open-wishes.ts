/** Something asked of the server that may have been done or not. */
export interface Wish {
  /** Tells the server that a repeat is one. */
  key: string
  /** The server has spoken: whoever asks the same from now on wants it again. */
  fulfil(): void
}

/** After so long, asking for the same is a wish of its own: others may have undone what was done. */
const openFor = 5 * 60_000

const open = new Map<string, { key: string; since: number }>()

/** The wish that these words express: the one still open, such as before a second click, or a new one. */
export function findWish(method: string, path: string, body: unknown, now = Date.now()): Wish {
  const words = [method, path, wordsOf(body)].join(' ')
  const known = open.get(words)
  const wish = known && now - known.since < openFor ? known : { key: crypto.randomUUID(), since: now }
  open.set(words, wish)
  return {
    key: wish.key,
    fulfil: () => {
      if (open.get(words) === wish) open.delete(words)
    },
  }
}

/** A file is the same when name, size and time are. */
function wordsOf(body: unknown): string {
  if (!(body instanceof FormData)) return JSON.stringify(body) ?? ''
  const parts = [...body].map(([name, part]) => [
    name,
    part instanceof File ? [part.name, part.size, part.lastModified] : part,
  ])
  return JSON.stringify(parts)
}
