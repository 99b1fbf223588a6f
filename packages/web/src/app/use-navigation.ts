import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { useRouter } from '@tanstack/react-router'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import type { NavigationGroup } from './navigation.ts'
import { paths } from './paths.ts'
import { readablePages } from './readable-pages.ts'

/** The menu with what the router really has and the reader may read. */
export function useNavigation(): readonly NavigationGroup[] {
  const router = useRouter()
  const organization = useOrganization()
  const known = [
    ...Object.keys(router.routesByPath),
    ...(paths.register in router.routesByPath ? registerHeads.map(({ plural }) => `/o/$slug/${plural}`) : []),
  ]
  return readablePages(organization)
    .map((group) => ({
      ...group,
      items: group.items.filter(({ path }) => known.includes(path) || known.includes(`${path}/`)),
    }))
    .filter(({ items }) => items.length > 0)
}
