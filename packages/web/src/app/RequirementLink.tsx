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
  return (
    <PageLink to={paths.readiness} params={{}} search={{ view: 'clauses', q: requirement }} inherit underline="always">
      {requirement}
    </PageLink>
  )
}

/** Several, one after the other. */
export function Requirements({ refs }: { readonly refs: readonly string[] }) {
  return refs.map((ref, at) => (
    <span key={ref}>
      {at > 0 && ', '}
      <RequirementLink requirement={ref} />
    </span>
  ))
}
