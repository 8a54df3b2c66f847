import { readFileSync } from 'node:fs'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { refusals } from './refusals.ts'

/** With what a backup is closed: public keys (any one of their private keys opens it), or a passphrase. */
export type Lock = { recipients: readonly string[] } | { passphrase: string; workFactor?: number }

/** With what it is opened. */
export type Opener = { identities: readonly string[] } | { passphrase: string }

export function encrypterFor(lock: Lock): Encrypter {
  const encrypter = new Encrypter()
  if ('passphrase' in lock) {
    encrypter.setPassphrase(lock.passphrase)
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor)
    return encrypter
  }
  if (lock.recipients.length === 0) throw refusals.noKey()
  for (const recipient of lock.recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw refusals.badRecipient(recipient)
    }
  }
  return encrypter
}

export function decrypterFor(opener: Opener): Decrypter {
  const decrypter = new Decrypter()
  if ('passphrase' in opener) decrypter.addPassphrase(opener.passphrase)
  else for (const identity of opener.identities) decrypter.addIdentity(identity)
  return decrypter
}

/** The first line of a file: what a person typed there, without the end of the line. */
export function readPassphrase(file: string): string {
  const passphrase = read(file).split(/\r?\n/, 1)[0] ?? ''
  if (passphrase === '') throw refusals.notReadable(file, new Error('The first line is empty.'))
  return passphrase
}

/** Private keys, one to a line; other lines are remarks, as age-keygen writes them. */
export function readIdentities(file: string): string[] {
  const identities = read(file)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identities.length === 0) throw refusals.badIdentity(file)
  return identities
}

/** A new pair: the private key for the safe, the public one for the server. */
export async function newKeyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateIdentity()
  return { identity, recipient: await identityToRecipient(identity) }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw refusals.notReadable(file, error)
  }
}
