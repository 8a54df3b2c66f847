import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type pg from 'pg'

/** What the driver's connection can do beyond its published type: the messages of COPY. */
interface CopyConnection {
  readonly stream: Duplex
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** The largest amount that waits in memory for a slow reader. */
const heldMax = 1_000_000

/**
 * The rows of a `copy … to stdout`, each as the server sent it, line end included. At most a megabyte and one row wait
 * in memory; the server waits for the reader.
 */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  const query = new CopyOut(statement)
  client.query(query)
  try {
    yield* query.rows()
  } finally {
    query.letGo()
  }
}

class CopyOut {
  readonly #statement: string
  #connection: CopyConnection | undefined
  #waiting: Buffer[] = []
  #held = 0
  #isDone = false
  #error: Error | undefined
  #wake: () => void = () => undefined

  constructor(statement: string) {
    this.#statement = statement
  }

  submit(connection: unknown): void {
    this.#connection = connection as CopyConnection
    this.#connection.query(this.#statement)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The driver uses its buffer again, so that the row has to be copied out of it.
    this.#waiting.push(Buffer.from(chunk))
    this.#held += chunk.length
    if (this.#held > heldMax) this.#connection?.stream.pause()
    this.#wake()
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#isDone = true
    this.#wake()
  }

  handleError(error: Error): void {
    this.#error = error
    this.#wake()
  }

  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const rows = this.#waiting
      this.#waiting = []
      this.#held = 0
      yield* rows
      if (this.#error) throw this.#error
      if (this.#waiting.length > 0) continue
      if (this.#isDone) return
      const more = new Promise<void>((resolve) => {
        this.#wake = resolve
      })
      this.#connection?.stream.resume()
      await more
    }
  }

  letGo(): void {
    this.#connection?.stream.resume()
  }
}

/** Sends the bytes to a `copy … from stdin`. Throws what the server says about them. */
export function copyIn(client: pg.Client, statement: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let error: Error | undefined
    client.query({
      // Whatever this returns, the driver takes for an error.
      submit: (connection: unknown) => {
        ;(connection as CopyConnection).query(statement)
      },
      handleCopyInResponse: (connection: CopyConnection) => {
        void send(connection, bytes, () => error !== undefined)
      },
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (error ? reject(error) : resolve()),
      handleError: (problem: Error) => {
        error = problem
        reject(problem)
      },
    } as pg.Submittable)
  })
}

const chunkSize = 65_536

async function send(connection: CopyConnection, bytes: Buffer, isRefused: () => boolean): Promise<void> {
  for (let at = 0; at < bytes.length && !isRefused(); at += chunkSize) {
    connection.sendCopyFromChunk(bytes.subarray(at, at + chunkSize))
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain').catch(() => undefined)
  }
  if (!isRefused()) connection.endCopyFrom()
}
