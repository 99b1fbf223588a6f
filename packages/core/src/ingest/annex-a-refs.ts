import { findAnnexAControl } from '../catalogue/annex-a.ts'
import { annexAIdsOfProwlerCheck } from '../catalogue/prowler-map.ts'
import { compareRefs } from '../control/compare-refs.ts'
import type { FrameworkRef, Observation } from './observation.ts'

/** The controls a check speaks to, where that is known from, and references that Annex A does not have. */
export type CheckMapping = {
  readonly refs: readonly string[]
  readonly from: 'report' | 'table' | 'nowhere'
  readonly unknown: readonly string[]
}

const isAnnexA2022 = (framework: string) => /iso[^a-z0-9]*(iec)?[^a-z0-9]*27001[^0-9]*2022/i.test(framework)

/** `8.2`, `A8.2`, `A.8.2`, `a.8.02 Privileged access`: `A.8.2`; null for what has no such form. */
export function normaliseAnnexARef(text: string): string | null {
  const parts = /^\s*(?:a\s*[.-]?\s*)?0?([5-8])\s*\.\s*0?(\d{1,2})(?![\d.])/i.exec(text)
  return parts === null ? null : `A.${parts[1]}.${parts[2]}`
}

/** What the report says of ISO/IEC 27001:2022 comes first; where it says nothing, the shipped table of check ids. */
export function mapCheck(
  observation: Pick<Observation, 'tool' | 'platform' | 'checkId' | 'frameworkRefs'>,
): CheckMapping {
  const said = refsInReport(observation.frameworkRefs)
  if (said.refs.length > 0) return { ...said, from: 'report' }
  const isProwler = observation.tool.toLowerCase() === 'prowler'
  const refs = isProwler ? annexAIdsOfProwlerCheck(observation.platform, observation.checkId) : []
  return { refs, from: refs.length > 0 ? 'table' : 'nowhere', unknown: said.unknown }
}

function refsInReport(frameworkRefs: readonly FrameworkRef[]) {
  const refs = new Set<string>()
  const unknown = new Set<string>()
  for (const { framework, ref } of frameworkRefs) {
    if (!isAnnexA2022(framework)) continue
    const id = normaliseAnnexARef(ref)
    if (id !== null && findAnnexAControl(id) !== undefined) refs.add(id)
    else unknown.add(ref)
  }
  return { refs: [...refs].sort(compareRefs), unknown: [...unknown] }
}
