import { TextInput } from '@mantine/core'
import type { Person } from '@sinew/contract/person/person-contract.ts'
import { useTranslation } from 'react-i18next'
import type { RecordForm } from '../ui/form/record-form.ts'

export type PersonValues = { readonly name: string; readonly email: string; readonly jobTitle: string }

export const emptyPerson: PersonValues = { name: '', email: '', jobTitle: '' }

export const personValues = ({ name, email, jobTitle }: Person): PersonValues => ({
  name,
  email: email ?? '',
  jobTitle,
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
    </>
  )
}
