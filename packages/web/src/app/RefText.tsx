import { RefLink } from './RefLink.tsx'

/** `R-12`, `A.8.13`, `AS-3` as people write them. */
const reference = /\b(?:A\.[5-8]\.\d{1,2}|[A-Z]{1,3}-\d{1,9})(?![\w-])/g

/** A text in which every reference to an object leads to its page, where the app has one. */
export function RefText({ children }: { readonly children: string }) {
  const pieces: React.ReactNode[] = []
  let from = 0
  for (const { 0: ref, index } of children.matchAll(reference)) {
    pieces.push(
      children.slice(from, index),
      // Underlined, because colour alone does not tell a link from the text around it; in one piece, as it is said.
      <span key={index} style={{ whiteSpace: 'nowrap' }}>
        <RefLink reference={ref} underline="always">
          {ref}
        </RefLink>
      </span>,
    )
    from = index + ref.length
  }
  pieces.push(children.slice(from))
  return pieces
}
