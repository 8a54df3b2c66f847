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
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text.slice(0, 400)}`)
    return text === '' ? null : JSON.parse(text)
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
