import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { acceptInvitation } from '@sinew/contract/account/account-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useFormWrite } from '../api/use-form-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths, pathTo } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AccountFrame } from './AccountFrame.tsx'
import { invitationQuery } from './invitation-query.ts'
import { useSignedIn } from './use-signed-in.ts'

const route = getRouteApi(paths.invitation)

/** Joins as the signed-in person, or makes the account on the way. */
export function Screen() {
  const { t } = useTranslation()
  const { token } = route.useParams()
  const { data: invitation } = useSuspenseQuery(invitationQuery(token))
  const { data: session } = useSuspenseQuery(sessionQuery)
  const signedIn = useSignedIn()
  const form = useForm({ initialValues: { name: '', password: '' } })
  const write = useFormWrite(acceptInvitation, form, { onDone: (joined) => signedIn(joined, paths.home) })
  const isInvited = session.user?.email === invitation.email
  const mustSignIn = invitation.hasAccount && !isInvited
  const sentence = t('You are invited as {{role}}, at {{email}}.', {
    role: t(invitation.role),
    email: invitation.email,
  })
  return (
    <AccountFrame title={t('Join {{organization}}', { organization: invitation.organizationName })} sentence={sentence}>
      {mustSignIn && (
        <PageLink to={paths.signIn} search={{ next: pathTo(paths.invitation, { token }) }}>
          {t('Sign in as {{email}} first', { email: invitation.email })}
        </PageLink>
      )}
      {!mustSignIn && (
        <form onSubmit={form.onSubmit((body) => void write.send({ params: { token }, body: isInvited ? {} : body }))}>
          <Stack>
            <ProblemPanel problem={write.problem} />
            {!isInvited && (
              <>
                <TextInput label={t('Your name')} autoComplete="name" required {...form.getInputProps('name')} />
                <PasswordInput
                  label={t('Choose a password')}
                  description={t('At least 10 characters.')}
                  autoComplete="new-password"
                  required
                  {...form.getInputProps('password')}
                />
              </>
            )}
            <Button type="submit" loading={write.isPending}>
              {t('Join')}
            </Button>
          </Stack>
        </form>
      )}
    </AccountFrame>
  )
}
