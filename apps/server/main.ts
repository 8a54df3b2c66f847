/** `npm start`: the whole product in one process, on its own database unless DATABASE_URL names another. */
import { AppError } from '@opensti/kernel'
import { readConfig } from './config.ts'
import { startProduct } from './start-product.ts'

const config = readConfig(process.env)
const product = await startProduct(config, (line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`\n无法启动 Could not start\n${adviceOf(error)}\n`)
  process.exit(1)
})

/** What is wrong and what to do, in both languages where we have them. */
function adviceOf(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error)
  const { text, remedy } = error
  return [text.zh, remedy?.zh, text.en, remedy?.en].filter(Boolean).join('\n')
}

let stopping = false
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return
  stopping = true
  process.stdout.write(`\n正在停止 Stopping (${signal}) …\n`)
  await product.stop()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
