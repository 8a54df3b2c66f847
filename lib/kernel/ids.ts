/** Marks an id with the kind of thing it names, so that two kinds cannot be swapped by mistake. */
export type Branded<T, Name extends string> = T & { readonly __name?: Name }

export type RegionId = Branded<string, 'region'>
export type PersonId = Branded<string, 'person'>
export type UnitId = Branded<string, 'unit'>

/** Random (version 4) rather than ordered: ids reach public addresses and must not tell how many there are. */
export function newId(): string {
  return globalThis.crypto.randomUUID()
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return uuid.test(text)
}
