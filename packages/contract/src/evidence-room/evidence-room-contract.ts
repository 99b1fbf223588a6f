import { z } from 'zod'
import { defineRoute } from '../route.ts'
import { severalWords } from '../several.ts'

const selection = {
  from: z.iso.date().optional().meta({ description: 'The first day, in UTC; a year before the last, when left out.' }),
  until: z.iso.date().optional().meta({ description: 'The last day, in UTC; today, when left out.' }),
  controls: severalWords.meta({ description: 'Only these controls: A.8.13, or A.8 for a whole theme.' }),
  auditId: z
    .uuid()
    .optional()
    .meta({ description: 'Only the controls of this audit, and the evidence its auditors named.' }),
}

const room = '/orgs/{organizationId}/evidence-room'

export const evidenceRoomSchema = z.object({
  from: z.iso.date(),
  until: z.iso.date(),
  /** `The whole statement of applicability`, `A.8.13, A.5`, `AU-1 Clauses 4 to 10` */
  selection: z.string(),
  controls: z.number().int(),
  needs: z.number().int(),
  /** Needs for which nothing lies in the period. */
  unmetNeeds: z.number().int(),
  pieces: z.number().int(),
  files: z.number().int(),
  bytes: z.number().int(),
})
export type EvidenceRoom = z.infer<typeof evidenceRoomSchema>

export const getEvidenceRoom = defineRoute({
  id: 'getEvidenceRoom',
  method: 'get',
  path: room,
  summary: 'What an evidence room of this selection and period would hold',
  tag: 'Evidence',
  access: 'evidence:read',
  query: selection,
  response: evidenceRoomSchema,
})

export const exportEvidenceRoom = defineRoute({
  id: 'exportEvidenceRoom',
  method: 'get',
  path: `${room}/export`,
  summary: 'The evidence of a selection and a period as one ZIP file, with index and hashes',
  description:
    'Holds index.csv and index.html (control, need, evidence), the files, the statement of applicability, and manifest.sha256 for `sha256sum -c`. A file that is missing is named in the index.',
  tag: 'Evidence',
  access: 'evidence:read',
  query: selection,
  download: ['application/zip'],
})
