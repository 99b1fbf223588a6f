import { z } from 'zod'

export const docxMediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** `?format=` of every report with text, to read or to go on writing. */
export const paperFormat = z.enum(['pdf', 'docx']).default('pdf')
export type PaperFormat = z.infer<typeof paperFormat>

/** What a report answers with; for `download` of its route. */
export const paperMediaTypes = ['application/pdf', docxMediaType] as const
