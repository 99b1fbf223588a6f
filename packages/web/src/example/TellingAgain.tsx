import { Button, Group, Stack } from '@mantine/core'
import { createExample, removeExample } from '@sinew/contract/example/example-contract.ts'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { AccountFrame } from '../account/AccountFrame.tsx'
import { useWrite } from '../api/use-write.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Props = { readonly organizationId: string; readonly why: 'failed' | 'interrupted' }

/** A story that broke cannot be told on over its own rows: it is removed, and another begins. */
export function TellingAgain({ organizationId, why }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const role = session.organizations.find(({ id }) => id === organizationId)?.role
  const mayRemove = role === undefined || hasPermission(role, 'organization:write')
  const begin = useWrite(createExample, {
    onDone: (made) =>
      navigate({
        to: paths.examplePreparing,
        search: { organization: made.organizationId, slug: made.slug },
        replace: true,
      }),
  })
  const remove = useWrite(removeExample, {
    onDone: async () => {
      await begin.send({})
    },
  })
  return (
    <AccountFrame
      title={t('The example could not be finished')}
      sentence={
        why === 'interrupted'
          ? t(
              'The telling was interrupted, as by a restart of the server. What was told so far is only half a story: remove it and start again.',
            )
          : t(
              'What went wrong is in the server’s log. What was told so far is only half a story: remove it and start again.',
            )
      }
    >
      <Stack>
        <Group>
          <ActionButton
            loading={remove.isPending || begin.isPending}
            refusals={mayRemove ? [] : refuse('not-its-owner', t('Only its owner can remove it.'))}
            onClick={() => void remove.send({ params: { organizationId } })}
          >
            {t('Remove it and start again')}
          </ActionButton>
          <Button variant="default" component={Link} to={paths.welcome}>
            {t('Back to the two doors')}
          </Button>
        </Group>
        <ProblemPanel problem={remove.problem ?? begin.problem} />
      </Stack>
    </AccountFrame>
  )
}
