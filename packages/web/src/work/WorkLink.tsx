import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { PageLink, type useGo } from '../app/PageLink.tsx'
import { pageOf, paths } from '../app/paths.ts'

type Target = Pick<WorkItem, 'kind' | 'entity' | 'ref'>

const approvals: Readonly<Record<string, typeof paths.soa | typeof paths.methodology>> = {
  soa_version: paths.soaVersions as typeof paths.soa,
  methodology: paths.methodology,
}

/** The page on which a piece of work is done. */
export function pageOfWork({ entity, ref }: Target): { readonly to: typeof paths.work; readonly params: object } {
  const page = approvals[entity] === undefined ? pageOf({ entity, ref }) : { to: approvals[entity], params: {} }
  // `pageOf` fills exactly the parameters of the path it gives.
  return (page ?? { to: paths.work, params: {} }) as { to: typeof paths.work; params: object }
}

type Props = { readonly item: Target; readonly children: React.ReactNode; readonly className?: string }

export function WorkLink({ item, children, className }: Props) {
  const { to, params } = pageOfWork(item)
  return (
    <PageLink to={to} params={params} c="var(--sn-ink)" fw={550} className={className} underline="never">
      {children}
    </PageLink>
  )
}

export function goToWork(go: ReturnType<typeof useGo>, item: Target): void {
  const { to, params } = pageOfWork(item)
  void go(to, params)
}
