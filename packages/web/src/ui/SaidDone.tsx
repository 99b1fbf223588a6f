import { StatusSentence } from './StatusSentence.tsx'

/** Says that something was done, also to those who only hear it: the region is there before its sentence. */
export function SaidDone({ children }: { readonly children: React.ReactNode }) {
  return <div role="status">{children && <StatusSentence tone="calm">{children}</StatusSentence>}</div>
}
