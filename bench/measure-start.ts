import { join } from 'node:path'
import { median, startServer, untilItAnswers } from './processes.ts'

const root = join(import.meta.dirname, '..')

/** From the command to the first page: on an empty data folder, and with everything installed, built and loaded. */
export async function measureStart(dataDir: string, rounds: number, say: (line: string) => void): Promise<string> {
  say('starting on an empty data folder')
  const first = await startOnce(dataDir)
  const again: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    say(`starting again, ${round} of ${rounds}`)
    again.push(await startOnce(dataDir))
  }
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2)
  return `## Start

From \`npm start\` to the first page (200 from \`/\`), in seconds. Installed, built and loaded: **${seconds(median(again))}**, median of
${rounds} (${again.map(seconds).join(', ')}; wanted: at most 3). With packages and pages there, on an empty data folder (making the database,
migrating, loading all regions and the demonstration): ${seconds(first)}.
`
}

async function startOnce(dataDir: string): Promise<number> {
  const server = await startServer(['npm', 'start'], { cwd: root, env: { OPENSTI_DATA: dataDir, PORT: '0' } })
  try {
    return server.milliseconds + (await untilItAnswers(`${server.url}/`))
  } finally {
    await server.stop()
  }
}
