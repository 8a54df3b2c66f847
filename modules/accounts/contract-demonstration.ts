import { z } from 'zod'

/** People of an invented region by whom one can try the house. Their password is said where the house was started, never here. */
export const DemonstrationSignIn = z
  .object({ signInName: z.string(), role: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })
  .meta({ id: 'DemonstrationSignIn' })
export type DemonstrationSignIn = z.infer<typeof DemonstrationSignIn>
export const DemonstrationSignInList = z.object({ signIns: z.array(DemonstrationSignIn) })
