/** Requests of one kind with how long each took, in milliseconds. */
export class MeasuredRequests {
  readonly #times: number[] = []
  #bytes = 0

  /** Asks and measures until the whole answer is here. Throws when it is refused. */
  async ask(base: string, method: string, path: string, cookie: string, body?: object): Promise<unknown> {
    const began = performance.now()
    const answer = await fetch(base + path, {
      method,
      headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    this.#times.push(performance.now() - began)
    this.#bytes = text.length
    if (!answer.ok) throw refused(`${method} ${path}`, answer.status, text)
    return text === '' ? null : JSON.parse(text)
  }

  /** Reads something, as a visitor where no cookie is given, and measures until all of it is here. Anything but 200 throws. */
  async read(base: string, path: string, cookie?: string): Promise<string> {
    const began = performance.now()
    const answer = await fetch(base + path, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } })
    const text = await answer.text()
    this.#times.push(performance.now() - began)
    this.#bytes = text.length
    if (answer.status !== 200) throw refused(`GET ${path}`, answer.status, text)
    return text
  }

  /** The same of a file that only staff get, all of it. */
  async file(base: string, path: string, cookie: string): Promise<Buffer> {
    const began = performance.now()
    const answer = await fetch(base + path, { headers: { cookie } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    this.#times.push(performance.now() - began)
    this.#bytes = bytes.length
    if (answer.status !== 200) throw refused(`GET ${path}`, answer.status, bytes.toString('utf8'))
    return bytes
  }

  /** The same of a public file, until its first bytes are here; the rest is read afterwards without being counted. */
  async readFirst(base: string, path: string): Promise<string> {
    const began = performance.now()
    const answer = await fetch(base + path, { redirect: 'manual' })
    const pieces: Uint8Array[] = []
    for await (const piece of answer.body ?? []) {
      if (pieces.length === 0) this.#times.push(performance.now() - began)
      pieces.push(piece)
    }
    const text = Buffer.concat(pieces).toString('utf8')
    this.#bytes = text.length
    if (answer.status !== 200) throw refused(`GET ${path}`, answer.status, text)
    return text
  }

  /** Takes in a time that was measured elsewhere. */
  add(milliseconds: number): void {
    this.#times.push(milliseconds)
  }

  /** How long the latest took. */
  get last(): number {
    return this.#times.at(-1) ?? Number.NaN
  }

  get count(): number {
    return this.#times.length
  }

  /** Characters of the last answer. */
  get size(): number {
    return this.#bytes
  }

  /** Nearest rank: the smallest time that at least this share of the requests did not exceed. */
  percentile(share: number): number {
    const sorted = [...this.#times].sort((a, b) => a - b)
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
  }
}

function refused(what: string, status: number, text: string): Error {
  return new Error(`${what} was answered with ${status}: ${text.slice(0, 400)}`)
}
