import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { useRouter } from '@tanstack/react-router'
import { type NavigationGroup, navigation } from './navigation.ts'
import { paths } from './paths.ts'

/** The menu with what the router really has. */
export function useNavigation(): readonly NavigationGroup[] {
  const router = useRouter()
  const known = [
    ...Object.keys(router.routesByPath),
    ...(paths.register in router.routesByPath ? registerHeads.map(({ plural }) => `/o/$slug/${plural}`) : []),
  ]
  return navigation
    .map((group) => ({
      ...group,
      items: group.items.filter(({ path }) => known.includes(path) || known.includes(`${path}/`)),
    }))
    .filter(({ items }) => items.length > 0)
}
