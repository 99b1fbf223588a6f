import { z } from 'zod'
import { defineRoute } from '../route.ts'

/** Shown in the page; everything else is only ever saved. Told by content when the file arrives. */
export const inlineMediaTypes = ['image/png', 'image/jpeg', 'application/pdf'] as const

export const fileSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  createdAt: z.iso.datetime(),
})
export type File = z.infer<typeof fileSchema>

export const uploadFile = defineRoute({
  id: 'uploadFile',
  method: 'post',
  path: '/orgs/{organizationId}/files',
  summary: 'Send a file as the body of the request; evidence then refers to it',
  description:
    'The bytes are kept by their SHA-256 and never change. The type is told by the content; the name is cleaned of folders and invisible characters.',
  tag: 'Evidence',
  access: 'evidence:write',
  query: { name: z.string().min(1).max(1_000).default('file') },
  status: 201,
  upload: true,
  response: fileSchema,
})

export const downloadFile = defineRoute({
  id: 'downloadFile',
  method: 'get',
  path: '/orgs/{organizationId}/files/{fileId}/content',
  summary: 'The file as it arrived',
  description: 'Always sent to be saved. With inline=true, PNG, JPEG and PDF are shown instead.',
  tag: 'Evidence',
  access: 'evidence:read',
  params: { fileId: z.uuid() },
  query: { inline: z.enum(['true', 'false']).default('false') },
  download: ['application/octet-stream', ...inlineMediaTypes],
})
