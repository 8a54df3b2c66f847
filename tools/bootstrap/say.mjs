import { spawn } from 'node:child_process'

/** A failure that is explained in full by its message. */
export class Advice extends Error {}

/** One line for the person at the terminal. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`)
}

/**
 * Runs a command that may take a while: says what for, shows its output, and a sign of life every ten seconds.
 * @param {string} purpose @param {string} file @param {string[]} args @param {import('node:child_process').SpawnOptions} [options]
 */
export async function runVisibly(purpose, file, args, options = {}) {
  const start = Date.now()
  const seconds = () => Math.round((Date.now() - start) / 1000)
  say(`${purpose} …`)
  const alive = setInterval(() => say(`  … still at it (${seconds()} s)`), 10_000)
  const code = await new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', process.stderr, process.stderr] })
    child.on('error', () => resolve(127))
    child.on('close', resolve)
  })
  clearInterval(alive)
  if (code === 0) say(`  done in ${seconds()} s.`)
  return code === 0
}
