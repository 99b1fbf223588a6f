import { isThinJustification } from '../control/exclusion-rules.ts'
import type { SourceEntity } from '../explanation/explanation.ts'
import { assetControls } from './asset-controls.ts'
import type { LintContext } from './lint-context.ts'
import { type SoaIssue, soaIssue } from './lint-issue.ts'
import type { SoaLine } from './soa-line.ts'

/** Issues of an excluded control. */
export function lintExclusion(line: SoaLine, context: LintContext): readonly SoaIssue[] {
  if (line.applicable) return []
  const include = { entity: 'control', id: line.controlId, action: 'include' } as const
  const justify = { entity: 'control', id: line.controlId, action: 'justify' } as const
  const issues: SoaIssue[] = []
  const risks = refsOf(line, 'risk')
  if (risks !== '') {
    const sentence = `${line.ref} is excluded, but the treatment of ${risks} needs it.`
    issues.push(soaIssue('excluded-but-needed-by-treatment', line, sentence, include))
  }
  const obligations = refsOf(line, 'obligation')
  if (obligations !== '') {
    const sentence = `${line.ref} is excluded, but ${obligations} requires it.`
    issues.push(soaIssue('excluded-but-needed-by-obligation', line, sentence, include))
  }
  if (line.justification.trim() === '') {
    const sentence = `${line.ref} is excluded without a justification.`
    issues.push(soaIssue('excluded-without-justification', line, sentence, justify))
  } else if (isThinJustification(line.justification)) {
    const sentence = `${line.ref} is excluded with “${line.justification.trim()}”: state a fact that can be checked.`
    issues.push(soaIssue('exclusion-justification-thin', line, sentence, justify))
  }
  return [...issues, ...assetIssues(line, context)]
}

function assetIssues(line: SoaLine, context: LintContext): readonly SoaIssue[] {
  const assets = context.assetsByRef.get(line.ref) ?? []
  const first = assets[0]
  if (first === undefined) return []
  const more = assets.length === 1 ? '' : ` and ${assets.length - 1} more`
  const sentence = `${line.ref} is excluded although ${assetControls[first.kind].what} are in scope: ${first.title}${more}.`
  const fix = { entity: 'control', id: line.controlId, action: 'include' } as const
  return [soaIssue('excluded-although-asset-in-scope', line, sentence, fix)]
}

function refsOf(line: SoaLine, entity: SourceEntity): string {
  return line.reasons.flatMap(({ source }) => (source?.entity === entity ? [source.ref] : [])).join(', ')
}
