import { randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { normalPassword } from '../domain/password-rules.ts'

// OWASP's first choice for argon2id, which is the library's default kind: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(normalPassword(password), cost)
}

let dummy: Promise<string> | undefined

/** False for a wrong password, and after the same work for an account that does not exist. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomUUID())
  const right = await verify(passwordHash ?? (await dummy), normalPassword(password))
  return right && passwordHash !== undefined
}
