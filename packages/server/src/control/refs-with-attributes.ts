import { annexAControls } from '@sinew/core/catalogue/annex-a.ts'

type AttributeFilters = {
  readonly controlType?: readonly string[]
  readonly property?: readonly string[]
  readonly cyberConcept?: readonly string[]
  readonly capability?: readonly string[]
  readonly domain?: readonly string[]
}

/** Annex A references that have one of the wanted values in every attribute asked for; null when none is asked for. */
export function refsWithAttributes(wanted: AttributeFilters): readonly string[] | null {
  const asked = [
    ['controlType', wanted.controlType],
    ['properties', wanted.property],
    ['cyberConcepts', wanted.cyberConcept],
    ['capabilities', wanted.capability],
    ['domains', wanted.domain],
  ] as const
  if (asked.every(([, values]) => values === undefined)) return null
  return annexAControls
    .filter(({ attributes }) =>
      asked.every(([name, values]) => {
        const held: readonly string[] = attributes[name]
        return values === undefined || values.some((value) => held.includes(value))
      }),
    )
    .map((control) => control.id)
}
