import { useRouter } from '@tanstack/react-router'
import { type NavigationGroup, navigation } from './navigation.ts'

/** The menu with what the router really has. */
export function useNavigation(): readonly NavigationGroup[] {
  const known = Object.keys(useRouter().routesByPath)
  return navigation
    .map((group) => ({
      ...group,
      items: group.items.filter(({ path }) => known.includes(path) || known.includes(`${path}/`)),
    }))
    .filter(({ items }) => items.length > 0)
}
