import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { PageLink, type useGo } from '../app/PageLink.tsx'
import { pageOfWork } from './page-of-work.ts'

type Target = Pick<WorkItem, 'entity' | 'ref'>

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
