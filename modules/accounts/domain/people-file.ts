import { z } from 'zod'

const Names = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })

/** people/*.yaml of a region: who works there. Invented places only; passwords never stand in content. */
export const PeopleFile = z.strictObject({
  organisations: z.array(z.strictObject({ names: Names, creditCode: z.string().optional() })).default([]),
  people: z.array(
    z.strictObject({
      id: z.string(),
      signIn: z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/),
      names: Names,
      /** Of the office. */
      phone: z
        .string()
        .regex(/^[0-9+][0-9 ()+-]{2,29}$/)
        .optional(),
      /** Id of a unit of the region, as in units/*.yaml. */
      unit: z.string().optional(),
      /** The Chinese name of an organisation of this file. */
      organisation: z.string().optional(),
      /** Roles in this region by their codes; `{ role, region }` for one held elsewhere as well. */
      roles: z.array(z.union([z.string(), z.strictObject({ role: z.string(), region: z.string() })])),
      note: z.unknown().optional(),
    }),
  ),
})
export type PeopleFile = z.infer<typeof PeopleFile>
