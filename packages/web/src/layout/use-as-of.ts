import { useNavigate, useSearch } from '@tanstack/react-router'

/** The past instant on screen and the way to another; it lives in the address. */
export function useAsOf() {
  const navigate = useNavigate()
  const { asOf = null } = useSearch({ from: '/o/$slug' })
  const show = (at: string | null) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, asOf: at ?? undefined }) as never })
  return { asOf, show }
}
