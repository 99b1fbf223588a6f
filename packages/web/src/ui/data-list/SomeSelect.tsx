import { MultiSelect, type MultiSelectProps } from '@mantine/core'

/** Several values of a filter: in a file of its own, because few lists have one. */
export function SomeSelect(props: MultiSelectProps) {
  return <MultiSelect {...props} />
}
