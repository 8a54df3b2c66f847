import fc from 'fast-check'

/** As much of JSON Schema as the OpenAPI document uses. */
export interface JsonSchema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  default?: unknown
}

export interface Making {
  /** Schemas by their `$ref`. */
  resolve(ref: string): JsonSchema
  /** Values known to exist, by the name of the field or parameter: most requests should get somewhere. */
  known: Readonly<Record<string, readonly unknown[]>>
}

/** What people never send and attackers do. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    -0.0001,
    9_007_199_254_740_992,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202Etxt',
    '\uFEFF',
    '../../../etc/passwd',
    '%00',
    '%',
    "' or 1=1 --",
    '{{7*7}}',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    'x'.repeat(5000),
    '鸟'.repeat(3000),
    '\u{20BB7}',
    '２０２６',
    '2026-02-30',
    'NaN',
    [],
    {},
    [[[[[[]]]]]],
    { toString: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Values that fit the schema, with known ones where the name tells what is meant. */
export function fitting(schema: JsonSchema, name: string, making: Making, depth = 0): fc.Arbitrary<unknown> {
  if (schema.$ref) return fitting(making.resolve(schema.$ref), name, making, depth)
  const known = making.known[name]
  const plain = plainly(schema, name, making, depth)
  return known && known.length > 0
    ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: plain })
    : plain
}

function plainly(schema: JsonSchema, name: string, making: Making, depth: number): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map((one) => fitting(one, name, making, depth)))
  if (schema.allOf?.[0]) return fitting(schema.allOf[0], name, making, depth)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object': {
      const shapes = Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, one]) => [key, fitting(one, key, making, depth + 1)]),
      )
      return fc.record(shapes, { requiredKeys: schema.required ?? [] })
    }
    case 'array':
      return fc.array(fitting(schema.items ?? {}, name, making, depth + 1), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3, depth > 3 ? 1 : 3),
      })
    case 'integer':
      return fc.integer({ min: bounded(schema.minimum, 0), max: bounded(schema.maximum, 3000) })
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return text(schema)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

function bounded(limit: number | undefined, otherwise: number): number {
  return limit === undefined || Math.abs(limit) > 1e9 ? otherwise : limit
}

function text(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2040-01-01') })
      .map((date) => date.toISOString())
  if (schema.format === 'email') return fc.constantFrom('a@example.org', 'b.c@example.org')
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern, 'u'))
  const length = { minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 40, 40) }
  // Chosen before, not filtered while drawing: where every word is too short, drawing would never end.
  const words = ['规划', '科技', 'a'].filter((word) => word.length >= length.minLength)
  const any = fc.string({ unit: 'grapheme', ...length })
  return words.length === 0 ? any : fc.oneof(any, fc.constantFrom(...words))
}

/** A sound value with one thing in it made hostile, removed or added: hostile all over is refused at the first field. */
export function spoiled(sound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(sound, hostile, fc.nat(), fc.constantFrom('replace', 'add', 'remove', 'whole'))
    .map(([value, bad, where, how]) => {
      if (how === 'whole' || typeof value !== 'object' || value === null) return bad
      const copy = structuredClone(value) as Record<string, unknown>
      const spots = placesIn(copy)
      const spot = spots[where % Math.max(1, spots.length)]
      if (how === 'add' || !spot) return { ...copy, [typeof bad === 'string' ? bad.slice(0, 100) : 'extra']: bad }
      if (how === 'remove') delete spot.holder[spot.key]
      else spot.holder[spot.key] = bad
      return copy
    })
}

function placesIn(value: object): { holder: Record<string, unknown>; key: string }[] {
  const holder = value as Record<string, unknown>
  return Object.entries(holder).flatMap(([key, inner]) => [
    { holder, key },
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ])
}
