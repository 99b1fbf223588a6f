import { Title } from '@mantine/core'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { emptyValue } from '@sinew/core/register/field.ts'
import { Fragment } from 'react'
import { apiClient } from '../api/api-client.ts'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonName } from '../person/PersonName.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { FieldInput } from './FieldInput.tsx'
import { formValues, usualValue } from './form-values.ts'
import type { AnyRecord, Values } from './register-record.ts'

type Props = {
  readonly contract: RegisterContract
  /** Left out: a new one. */
  readonly record?: AnyRecord
  /** What a new one starts with, beyond what is usual: the object that it is a part of. */
  readonly given?: Values
  /** What its form begins with, in place of what it holds, for the person to change. */
  readonly suggested?: Values
  readonly onClose: () => void
  readonly onDone?: (record: AnyRecord) => void
}

/** Adds or edits one object of a register. */
export function RecordEditor({ contract, record, given = {}, suggested = {}, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  const { register } = contract
  const fields = (form: RecordForm<Record<string, unknown>>) =>
    Object.entries(register.fields)
      .filter(([key]) => !(key in given) && key !== register.parent)
      .filter(([key]) => record === undefined || record.frozen === null || register.held?.but?.includes(key) === true)
      .map(([key, field], at) => (
        <Fragment key={key}>
          {field.section && (
            <Title order={3} size="h5" mt="md">
              {t(field.section)}
            </Title>
          )}
          <FieldInput name={key} field={field} form={form} record={record ?? null} isFirst={at === 0} />
        </Fragment>
      ))
  const done = (made: unknown) => onDone?.(made as AnyRecord)
  if (record === undefined)
    return (
      <RecordDrawer
        title={t(register.words.add)}
        route={contract.create}
        values={{ ...formValues(register, null, usualValue), ...suggested, ...given } as Record<string, unknown>}
        onClose={onClose}
        onDone={done}
      >
        {fields}
      </RecordDrawer>
    )
  const values = formValues(register, record, emptyValue) as Record<string, unknown>
  const params = { [contract.idName]: record.id } as never
  return (
    <RecordDrawer
      title={t(register.words.edit)}
      route={contract.update}
      params={params}
      values={values}
      begun={suggested as Record<string, unknown>}
      existing={{
        version: record.version,
        fresh: async () => {
          const theirs = (await apiClient.call(contract.get, {
            params: { organizationId, [contract.idName]: record.id } as never,
          })) as unknown as AnyRecord
          return {
            version: theirs.version,
            values: formValues(register, theirs, emptyValue) as Record<string, unknown>,
          }
        },
        labels: Object.fromEntries(Object.entries(register.fields).map(([key, field]) => [key, t(field.label)])),
        shown: (key, value) => {
          const field = register.fields[key]
          if (field?.kind === 'reference' && field.to === 'person') return <PersonName id={value as string | null} />
          return field?.kind === 'choice' ? t(field.words[String(value)] ?? '') : undefined
        },
      }}
      onClose={onClose}
      onDone={done}
    >
      {fields}
    </RecordDrawer>
  )
}
