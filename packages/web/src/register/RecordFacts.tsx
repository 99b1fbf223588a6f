import type { Field } from '@sinew/core/register/field.ts'
import type { Register } from '@sinew/core/register/register.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { FieldValue, isEmptyValue } from './FieldValue.tsx'
import { headingOf } from './record-page.ts'
import { type AnyRecord, fieldsOf } from './register-record.ts'

type Named = readonly [string, Field]

/** Everything an object says of itself; a long form's sections stand in panels of their own. */
export function RecordFacts({ register, record }: { readonly register: Register; readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const factsOf = (fields: readonly Named[]) =>
    Object.fromEntries(
      fields
        .filter(([key]) => !isSaidAbove(register, key) && !isEmptyValue(record[key]))
        .map(([key, field]) => [
          t(field.label),
          <FieldValue key={key} name={key} field={field} register={register} record={record} />,
        ]),
    )
  const [first = [], ...rest] = sectionsOf(Object.entries(register.fields))
  // Of what steps and the database say of it, what is not so goes without saying.
  const stamped = Object.entries(fieldsOf(register)).filter(
    ([key]) => !(key in register.fields) && record[key] !== false,
  )
  const last = { ...factsOf(stamped), [t('Changed')]: <When at={record.updatedAt} show="both" /> }
  const sections = rest
    .map((fields) => ({ title: fields[0]?.[1].section ?? '', facts: factsOf(fields) }))
    .filter(({ facts }) => Object.keys(facts).length > 0)
  return (
    <div style={{ display: 'grid', gap: 'var(--mantine-spacing-lg)', alignContent: 'start', minWidth: 0 }}>
      <Panel title={t('What it is')}>
        <Facts facts={{ ...factsOf(first), ...last }} />
      </Panel>
      {sections.map(({ title, facts }) => (
        <Panel key={title} title={t(title)}>
          <Facts facts={facts} />
        </Panel>
      ))}
    </div>
  )
}

function sectionsOf(fields: readonly Named[]): readonly (readonly Named[])[] {
  const sections: Named[][] = [[]]
  for (const field of fields) {
    if (field[1].section !== undefined) sections.push([])
    sections.at(-1)?.push(field)
  }
  return sections
}

/** In the heading, in the chip beside it, or above that as what it is a part of. */
function isSaidAbove(register: Register, key: string): boolean {
  const isCopy = key === register.named && !(key in register.fields)
  return key === headingOf(register) || key === register.states?.field || isCopy
}
