import { numberOfRequirement } from '@sinew/core/catalogue/requirement-number.ts'
import { PageLink } from './PageLink.tsx'
import { paths } from './paths.ts'
import { RefLink } from './RefLink.tsx'

/** Leads from a requirement to what answers it: from a control to its page, from a clause to its line of readiness. */
export function RequirementLink({ requirement }: { readonly requirement: string }) {
  if (!/^\d/.test(requirement))
    return (
      <RefLink reference={requirement} underline="always">
        {requirement}
      </RefLink>
    )
  const clause = requirement.replace(/\.[a-z]{2,}$/, '')
  return (
    <PageLink to={paths.readiness} params={{}} search={{ view: 'clauses', q: clause }} inherit underline="always">
      {numberOfRequirement(requirement)}
    </PageLink>
  )
}

/** Several, one after the other; items of a clause that are called alike, once. */
export function Requirements({ refs }: { readonly refs: readonly string[] }) {
  const numbers = refs.map(numberOfRequirement)
  const shown = refs.filter((_, at) => numbers.indexOf(numbers[at] ?? '') === at)
  return shown.map((ref, at) => (
    <span key={ref}>
      {at > 0 && ', '}
      <RequirementLink requirement={ref} />
    </span>
  ))
}
