import { useNavigate, useSearch } from '@tanstack/react-router'

/** What the address of a list asks for, without the date on screen, and how to ask for something else. */
export function useListAddress<S extends object>(): readonly [S, (change: object) => void] {
  const { asOf: _asOf, ...search } = useSearch({ strict: false })
  const navigate = useNavigate()
  // The route of the screen that calls has read and typed its own search; here any screen may call.
  return [search as S, (change) => void navigate({ to: '.', search: (old) => ({ ...old, ...change }) as never })]
}
