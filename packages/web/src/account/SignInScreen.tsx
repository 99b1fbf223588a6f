import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { signIn } from '@sinew/contract/account/account-contract.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useFormWrite } from '../api/use-form-write.ts'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AccountFrame } from './AccountFrame.tsx'
import { useSignedIn } from './use-signed-in.ts'

const route = getRouteApi(paths.signIn)

export function Screen() {
  const { t } = useTranslation()
  const signedIn = useSignedIn()
  const { next } = route.useSearch()
  const form = useForm({ initialValues: { email: '', password: '' } })
  const write = useFormWrite(signIn, form, { onDone: (session) => signedIn(session, next ?? paths.home) })
  return (
    <AccountFrame title={t('Sign in')} sentence={t('With the e-mail address your invitation went to.')}>
      <form onSubmit={form.onSubmit((body) => void write.send({ body }))}>
        <Stack>
          <ProblemPanel problem={write.problem} />
          <TextInput
            label={t('E-mail')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('Password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={write.isPending}>
            {t('Sign in')}
          </Button>
        </Stack>
      </form>
    </AccountFrame>
  )
}
