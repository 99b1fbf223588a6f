import { PricingBar } from '../ui/PricingBar.tsx'
import { useWhatIfView, type WhatIfPage } from './use-what-if-pricer.ts'

/** How far a large chain is priced, with a way out and a way back; nothing where it is priced in the page. */
export function Pricing({ page }: { readonly page: WhatIfPage }) {
  const { phase, share, problem } = useWhatIfView(page)
  const { start, stop } = page.desk
  return <PricingBar phase={phase} share={share} problem={problem} onStart={start} onStop={stop} />
}
