import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'

export interface TestCounts {
  passed: number
  failed: number
  skipped: number
  /** The slowest files, as lines. */
  slow: string[]
}

interface Results {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; startTime: number; endTime: number; assertionResults: unknown[] }[]
}

/** What a finished run left in its results file; read once, so that an older run never speaks for a newer. */
export function readTestCounts(path: string): TestCounts {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0, slow: [] }
  const results = JSON.parse(readFileSync(path, 'utf8')) as Results
  rmSync(path)
  // A file that cannot even be loaded has no tests to fail.
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const slow = results.testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .filter(({ seconds }) => seconds > 5)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 8)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${relative(process.cwd(), name)}`)
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken.length,
    skipped: results.numPendingTests + results.numTodoTests,
    slow,
  }
}
