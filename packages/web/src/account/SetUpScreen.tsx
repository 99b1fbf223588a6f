import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { setUp } from '@sinew/contract/account/account-contract.ts'
import { useFormWrite } from '../api/use-form-write.ts'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AccountFrame } from './AccountFrame.tsx'
import { useSignedIn } from './use-signed-in.ts'

/** The first account of a new installation. */
export function Screen() {
  const { t } = useTranslation()
  const signedIn = useSignedIn()
  const form = useForm({ initialValues: { name: '', email: '', password: '' } })
  const write = useFormWrite(setUp, form, { onDone: (session) => signedIn(session, paths.welcome) })
  return (
    <AccountFrame
      title={t('Welcome to Sinew')}
      sentence={t(
        'This installation is new. Make the first account: it owns what you build here and can invite everybody else.',
      )}
    >
      <form onSubmit={form.onSubmit((body) => void write.send({ body }))}>
        <Stack>
          <ProblemPanel problem={write.problem} />
          <TextInput label={t('Your name')} autoComplete="name" required {...form.getInputProps('name')} />
          <TextInput
            label={t('E-mail')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('Password')}
            description={t('At least 10 characters.')}
            autoComplete="new-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={write.isPending}>
            {t('Make the account')}
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  )
}
