import { findPersonActor, resetSecondFactor } from '@opensti/accounts'
import { invalid } from '@opensti/kernel'
import { withDatabase } from './with-database.ts'

/**
 * For the last security administrator of a region, whose phone and recovery codes are gone and whom nobody else could
 * help: takes her second factor away. All her sessions end, a letter tells her, and the log says that it was done here.
 */
export async function resetFactorOf(signInName: string): Promise<void> {
  await withDatabase(async (db) => {
    const person = await findPersonActor(db, signInName.normalize('NFKC').trim().toLowerCase())
    if (!person) {
      throw invalid('unknown_person', {
        zh: `没有登录名“${signInName}”。`,
        en: `Nobody signs in as ${signInName}.`,
      })
    }
    const deed = { actor: { kind: 'system', name: 'command-line' } as const, requestId: crypto.randomUUID() }
    await resetSecondFactor(db, deed, person.personId)
  })
  process.stdout.write(`已重置，会话已全部终止 Reset; all sessions have ended: ${signInName}\n`)
}
