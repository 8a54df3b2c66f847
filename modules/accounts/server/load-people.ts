import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordAudit, type Transaction } from '@opensti/db'
import { type Actor, unprocessable } from '@opensti/kernel'
import { parse } from 'yaml'
import { z } from 'zod'
import { PeopleFile } from '../domain/people-file.ts'
import { giveRole } from './grants.ts'
import { globalId } from './load-units.ts'
import { findPersonBySignInName, findRole } from './store.ts'

/** All people files of a region's folder, put together. None is no fault. Throws with the file's name and the fault. */
export function readPeople(regionFolder: string): PeopleFile {
  const folder = join(regionFolder, 'people')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : []
  const all: PeopleFile = { organisations: [], people: [] }
  for (const name of files.sort()) {
    const read = PeopleFile.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
    if (!read.success) throw new Error(`${join(folder, name)}: ${z.prettifyError(read.error)}`)
    all.organisations.push(...read.data.organisations)
    all.people.push(...read.data.people)
  }
  return all
}

/**
 * Puts the people of an invented place into the database with one password for all. Repeating it adds who is missing
 * and changes nobody who is there: roles revoked during a demonstration stay revoked.
 *
 * @returns how many were added.
 */
export async function loadPeople(
  tx: Transaction,
  regionId: string,
  content: PeopleFile,
  passwordHash: string,
): Promise<number> {
  for (const { names, creditCode } of content.organisations) {
    await tx
      .insertInto('accounts.organisation')
      .values({ region: regionId, name_zh: names.zh, name_en: names.en, credit_code: creditCode ?? null })
      .onConflict((conflict) => conflict.constraint('organisation_named_once').doNothing())
      .execute()
  }
  let added = 0
  for (const person of content.people) {
    if (await findPersonBySignInName(tx, person.signIn)) continue
    await addPerson(tx, regionId, person, passwordHash)
    added += 1
  }
  if (added > 0)
    await recordAudit(tx, { actor: setUp, action: 'accounts.load-people', region: regionId, detail: { added } })
  return added
}

const setUp: Actor = { kind: 'system', name: 'set-up' }

async function addPerson(
  tx: Transaction,
  regionId: string,
  person: PeopleFile['people'][number],
  passwordHash: string,
): Promise<void> {
  const unitId = person.unit ? globalId(regionId, person.unit) : null
  const organisation = person.organisation
    ? await tx
        .selectFrom('accounts.organisation')
        .select('id')
        .where('region', '=', regionId)
        .where('name_zh', '=', person.organisation)
        .executeTakeFirst()
    : undefined
  const { id } = await tx
    .insertInto('accounts.person')
    .values({
      region: regionId,
      name: person.names.zh,
      name_en: person.names.en,
      sign_in_name: person.signIn,
      unit: unitId,
      organisation: organisation?.id ?? null,
      password_hash: passwordHash,
      office_phone: person.phone ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const one of person.roles) {
    const held = typeof one === 'string' ? { role: one, region: regionId } : one
    const role = await findRole(tx, held.role)
    if (!role) throw unknownRole(person.id, held.role)
    // Administrators serve the whole region; the others keep the unit they work for.
    const unit = role.group === 'business' && held.region === regionId ? unitId : null
    await giveRole(tx, { regionId: held.region, personId: id, role: role.code, unitId: unit, grantedBy: null })
  }
}

function unknownRole(person: string, role: string) {
  return unprocessable(
    'unknown_role',
    { zh: `${person} 的角色 ${role} 不存在。`, en: `${person} is given the role ${role}, which does not exist.` },
    { remedy: { zh: '请改为 accounts.role 中的角色。', en: 'Use a role of accounts.role.' } },
  )
}
