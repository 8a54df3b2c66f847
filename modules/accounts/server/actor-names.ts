import type { Reader } from '@opensti/db'
import { type Bilingual, isId } from '@opensti/kernel'

/** What the system was doing when it acted by itself, by the name that its entries bear. */
const systemNames: Readonly<Record<string, Bilingual>> = {
  content: { zh: '系统（载入内容）', en: 'System (loading content)' },
  'set-up': { zh: '系统（初始设置）', en: 'System (setting up)' },
  housekeeping: { zh: '系统（定期清理）', en: 'System (housekeeping)' },
  'command-line': { zh: '系统（命令行）', en: 'System (command line)' },
}

/** What actors of audit entries are called, by their id there; people who are gone are left out. */
export async function actorNames(db: Reader, actors: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
  const wanted = new Set(actors)
  const people = [...wanted].filter(isId)
  const rows =
    people.length === 0
      ? []
      : await db.selectFrom('accounts.person').select(['id', 'name', 'name_en']).where('id', 'in', people).execute()
  const system = [...wanted].filter((actor) => actor.startsWith('system:'))
  return new Map([
    ...rows.map(({ id, name, name_en }) => [id, { zh: name, en: name_en || name }] as const),
    ...system.map(
      (actor) => [actor, systemNames[actor.slice('system:'.length)] ?? { zh: '系统', en: 'System' }] as const,
    ),
  ])
}
