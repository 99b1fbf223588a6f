import type { SoaContent } from './soa-content.ts'

export type SoaHeadField = 'organization' | 'scope' | 'methodologyVersion'

/** A difference in what the statement says of itself rather than of a control. All of them ask for a new version. */
export type SoaHeadChange = {
  readonly field: SoaHeadField
  readonly before: string
  readonly after: string
  readonly sentence: string
}

const names: Readonly<Record<SoaHeadField, string>> = {
  organization: 'The organisation is called differently',
  scope: 'The scope of the management system changed',
  methodologyVersion: 'The risk methodology is another version',
}

export function diffSoaHead(before: SoaContent, after: SoaContent): readonly SoaHeadChange[] {
  return (['organization', 'scope', 'methodologyVersion'] as const).flatMap((field) => {
    const [was, is] = [String(before[field]), String(after[field])]
    if (was === is) return []
    const both = field === 'scope' ? '' : `: ${was} → ${is}`
    return [{ field, before: was, after: is, sentence: `${names[field]}${both}.` }]
  })
}
