import { z } from 'zod'

/** A day as people type it, e.g. 2026-11-23; years that no paper of this house can mean are refused, as the database would. */
export const CalendarDay = z.iso.date().refine((day) => day >= '1900-01-01', '日期应在1900年以后')
