import { Button, Group, Title } from '@mantine/core'
import {
  endOtherSessions,
  endSession,
  listSessions,
  type SessionDevice,
} from '@sinew/contract/account/account-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '../api/api-query.ts'
import { useWrite } from '../api/use-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import { deviceName } from './device-name.ts'

/** Where this account is signed in, and the end of any of it. */
export function SessionsPanel() {
  const { t } = useTranslation()
  const sessions = useQuery(apiQuery(listSessions)).data?.items ?? []
  const endOthers = useWrite(endOtherSessions)
  return (
    <section aria-label={t('Where you are signed in')}>
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h4">
          {t('Where you are signed in')}
        </Title>
        {sessions.length > 1 && (
          <Button size="xs" variant="subtle" loading={endOthers.isPending} onClick={() => void endOthers.send({})}>
            {t('Sign out everywhere else')}
          </Button>
        )}
      </Group>
      <ProblemPanel problem={endOthers.problem} />
      <ObjectRows
        rows={sessions.map((session) => ({
          id: session.id,
          title: deviceName(session.userAgent) ?? t('An unknown browser'),
          note: (
            <>
              {session.address} · {t('since')} <When at={session.createdAt} />
            </>
          ),
          detail: session.isCurrent ? <Chip>{t('here')}</Chip> : <End session={session} />,
        }))}
      />
    </section>
  )
}

function End({ session }: { readonly session: SessionDevice }) {
  const { t } = useTranslation()
  const write = useWrite(endSession)
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={write.isPending}
      onClick={() => void write.send({ params: { sessionId: session.id } })}
    >
      {t('Sign out')}
    </Button>
  )
}
