import type { Problem } from '@sinew/contract/client.ts'
import { type File as KeptFile, uploadFile } from '@sinew/contract/file/file-contract.ts'
import { useState } from 'react'
import { readUrl } from '../api/api-query.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { uploadTo } from '../api/upload.ts'
import { problemOf } from '../api/use-write.ts'

/** One chosen file on its way: `kept` once the server has it whole. */
export type Upload = {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly share: number
  readonly kept: KeptFile | null
  readonly problem: Problem | null
}

/** Files that are sent as soon as they are chosen, each by itself. */
export function useUploads() {
  const { organizationId } = useOrganizationApi()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (key: string, patch: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)))
  const send = (file: File) => {
    const key = crypto.randomUUID()
    const start: Upload = { key, name: file.name, title: titleOf(file.name), share: 0, kept: null, problem: null }
    setUploads((all) => [...all, start])
    uploadTo(readUrl(uploadFile, { organizationId }, { name: file.name }), file, (share) =>
      change(key, { share }),
    ).then(
      // The route says what it answers.
      (kept) => change(key, { kept: kept as KeptFile, share: 1 }),
      (error: Error) => change(key, { problem: problemOf(error) }),
    )
  }
  return {
    uploads,
    add: (files: readonly File[]) => files.forEach(send),
    rename: (key: string, title: string) => change(key, { title }),
    remove: (key: string) => setUploads((all) => all.filter((one) => one.key !== key)),
  }
}

const titleOf = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
