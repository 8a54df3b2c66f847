/** `npm start`: the whole product in one process, on its own database unless DATABASE_URL names another. */
import { readConfig } from './config.ts'
import { startProduct } from './start-product.ts'

const config = readConfig(process.env)
const product = await startProduct(config, (line) => process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`\n无法启动 Could not start: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})

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
