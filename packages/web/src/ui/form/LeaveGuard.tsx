import { useBlocker } from '@tanstack/react-router'
import { later } from '../later.ts'

const DiscardDialog = later(async () => (await import('./DiscardDialog.tsx')).DiscardDialog)

/**
 * Inside a form: asks before another page, or closing the browser's tab, loses what is typed. `isDirty` is asked at that
 * moment, so a form that was just saved lets go at once. Filters and dates in the address keep the page, and pass.
 */
export function LeaveGuard({ isDirty }: { readonly isDirty: () => boolean }) {
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirty(),
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  return leaving.status === 'blocked' ? <DiscardDialog onDiscard={leaving.proceed} onKeep={leaving.reset} /> : null
}
