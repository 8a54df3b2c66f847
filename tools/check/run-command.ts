import { spawn } from 'node:child_process'

export interface CommandResult {
  code: number
  /** What it wrote, both streams in the order of arrival. */
  output: string
  seconds: number
}

/** Runs a command to its end and keeps what it says; nothing is shown meanwhile. */
export function runCommand([program, ...args]: readonly string[], cwd: string): Promise<CommandResult> {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(program!, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (code: number, more = '') =>
      resolve({
        code,
        output: Buffer.concat(chunks).toString('utf8') + more,
        seconds: (performance.now() - started) / 1000,
      })
    child.on('error', (error) => end(127, `${error.message}\n`))
    child.on('close', (code) => end(code ?? 1))
  })
}
