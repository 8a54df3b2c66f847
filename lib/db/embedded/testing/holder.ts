import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Holder {
  child: ChildProcess
  ownerUrl: string
  /** How long opening took in the process itself. */
  ms: number
  /** Everything printed after the first line. */
  lines: string[]
  stderr(): string
  /** Sends a signal and resolves with the exit code or signal. */
  end(signal: NodeJS.Signals): Promise<number | string | null>
}

export interface HoldOptions {
  mode?: 'write'
  /** Runs the process as the ordinary user `nobody`; needs root. */
  asNobody?: boolean
}

/** Starts a process that opens the database in `folder`; rejects with what it said when it ended instead. */
export function hold(folder: string, { mode, asNobody }: HoldOptions = {}): Promise<Holder> {
  const script = [join(import.meta.dirname, 'hold-database.ts'), folder, ...(mode ? [mode] : [])]
  const child = asNobody
    ? spawn('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, ...script], { cwd: '/' })
    : spawn(process.execPath, script)
  const lines: string[] = []
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, name) => resolve(code ?? name)),
  )
  return new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('{')) lines.push(line)
      else {
        const { ownerUrl, ms } = JSON.parse(line) as { ownerUrl: string; ms: number }
        resolve({
          child,
          ownerUrl,
          ms,
          lines,
          stderr: () => stderr,
          end: (signal) => {
            child.kill(signal)
            return ended
          },
        })
      }
    })
  })
}
