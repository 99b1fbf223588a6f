import { z } from 'zod'

export const xlsxMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `?format=` of every table that can be taken away. */
export const exportFormat = z.enum(['csv', 'xlsx']).default('csv')
export type ExportFormat = z.infer<typeof exportFormat>

/** What a table export answers with; for `download` of its route. */
export const exportMediaTypes = ['text/csv', xlsxMediaType] as const
