import { useLocalStorage } from '@mantine/hooks'

/** The keys of the columns a person chose for this list, or null while they chose nothing. Kept in the browser. */
export function useChosenColumns(storageKey: string) {
  const [chosen, choose] = useLocalStorage<readonly string[] | null>({
    key: `sinew-columns-${storageKey}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  return [Array.isArray(chosen) ? chosen : null, choose] as const
}
