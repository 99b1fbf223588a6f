import { TagsInput } from '@mantine/core'
import { annexAControls } from '@sinew/core/catalogue/annex-a.ts'
import { clauseItems } from '@sinew/core/catalogue/clauses.ts'
import { useRegisterOptions } from './use-register-options.ts'

type Props = {
  readonly label: string
  readonly description?: string | undefined
  readonly error?: React.ReactNode
  readonly of: 'requirements' | 'sites'
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

const titles: Readonly<Record<string, string>> = Object.fromEntries([
  ...clauseItems.map(({ clause, clauseTitle }) => [clause, clauseTitle]),
  ...clauseItems.map(({ id, title }) => [id, title]),
  ...['A.5', 'A.6', 'A.7', 'A.8'].map((theme) => [theme, '']),
  ...annexAControls.map(({ id, title }) => [id, title]),
])

/** Short names of requirements or sites, suggested while typing; what is not suggested can be typed too. */
export function SuggestedTags({ of, value, onChange, ...rest }: Props) {
  const sites = Object.fromEntries((useRegisterOptions('site', '') ?? []).map(({ ref, name }) => [ref, name]))
  const names = of === 'sites' ? sites : titles
  return (
    <TagsInput
      {...rest}
      clearable
      splitChars={[',', ';', ' ']}
      comboboxProps={{ shadow: 'md' }}
      maxDropdownHeight={280}
      data={Object.keys(names)}
      filter={({ options, search, limit }) => {
        const words = search.toLowerCase().trim()
        return options
          .filter(
            (option) =>
              'value' in option && `${option.value} ${names[option.value] ?? ''}`.toLowerCase().includes(words),
          )
          .slice(0, Math.min(limit, 40))
      }}
      renderOption={({ option }) => `${option.value} ${names[option.value] ?? ''}`}
      value={[...value]}
      onChange={onChange}
    />
  )
}
