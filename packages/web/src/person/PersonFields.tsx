import { TextInput } from '@mantine/core'
import type { Person } from '@sinew/contract/person/person-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ReferenceSelect } from '../register/ReferenceSelect.tsx'
import type { RecordForm } from '../ui/form/record-form.ts'
import { PersonSelect } from './PersonSelect.tsx'

export type PersonValues = {
  readonly name: string
  readonly email: string
  readonly jobTitle: string
  readonly unitId: string | null
  readonly managerId: string | null
}

export const emptyPerson: PersonValues = { name: '', email: '', jobTitle: '', unitId: null, managerId: null }

export const personValues = ({ name, email, jobTitle, unitId, managerId }: Person): PersonValues => ({
  name,
  email: email ?? '',
  jobTitle,
  unitId,
  managerId,
})

/** An empty address is none. */
export const personBody = ({ email, ...rest }: Partial<PersonValues>) => ({
  ...rest,
  ...(email === undefined ? {} : { email: email.trim() === '' ? null : email.trim() }),
})

export function PersonFields({ form }: { readonly form: RecordForm<PersonValues> }) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput label={t('Name')} data-autofocus withAsterisk maxLength={200} {...form.getInputProps('name')} />
      <TextInput
        label={t('E-mail')}
        description={t('Whoever joins with this address becomes this person.')}
        type="email"
        maxLength={200}
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t('Job title')}
        placeholder={t('Head of Engineering')}
        maxLength={200}
        {...form.getInputProps('jobTitle')}
      />
      <ReferenceSelect
        to="unit"
        label={t('Unit')}
        value={form.getValues().unitId}
        onChange={(unitId) => form.setFieldValue('unitId', unitId)}
        current={null}
        error={form.errors.unitId}
      />
      <PersonSelect
        label={t('Line manager')}
        value={form.getValues().managerId}
        onChange={(managerId) => form.setFieldValue('managerId', managerId)}
        error={form.errors.managerId}
      />
    </>
  )
}
