/** A worker that misbehaves as it is asked to. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerOnce } from '../child/run-in-child.ts'

answerOnce(async ({ deed, folder }: { deed: 'answer' | 'break' | 'hang' | 'fill' | 'write'; folder: string }) => {
  if (deed === 'break') process.kill(process.pid, 'SIGSEGV')
  if (deed === 'hang') for (;;);
  if (deed === 'fill') {
    const kept: Buffer[] = []
    for (;;) {
      kept.push(Buffer.alloc(8_000_000, 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  if (deed === 'write') {
    try {
      writeFileSync(join(folder, 'written-by-a-child'), 'x')
    } catch (error) {
      return (error as NodeJS.ErrnoException).code
    }
  }
  return 'answered'
})
