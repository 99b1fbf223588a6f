import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { changePassword } from '@sinew/contract/account/account-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormWrite } from '../api/use-form-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { SaidDone } from '../ui/SaidDone.tsx'
import { AccountFrame } from './AccountFrame.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'

/** One's own account: name, address, password, sessions. */
export function Screen() {
  const { t } = useTranslation()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [isChanged, setChanged] = useState(false)
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } })
  const write = useFormWrite(changePassword, form, {
    onDone: () => {
      form.reset()
      setChanged(true)
    },
  })
  return (
    <AccountFrame title={session.user?.name ?? ''} sentence={session.user?.email}>
      <form onSubmit={form.onSubmit((body) => void write.send({ body }))}>
        <Stack>
          <ProblemPanel problem={write.problem} />
          <SaidDone>{isChanged && t('The password is changed; every other session has ended.')}</SaidDone>
          <PasswordInput
            label={t('Present password')}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('New password')}
            description={t('At least 10 characters.')}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          <Button type="submit" loading={write.isPending}>
            {t('Change the password')}
          </Button>
        </Stack>
      </form>
      <Stack mt="xl">
        <SessionsPanel />
        <PageLink to={paths.home}>{t('Back')}</PageLink>
      </Stack>
    </AccountFrame>
  )
}
