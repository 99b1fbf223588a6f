import { Stack } from '@mantine/core'
import { type OutboxMail, sendTestMail } from '@sinew/contract/work/mail-contract.ts'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { SettingsHeader } from './SettingsHeader.tsx'
import classes from './settings.module.css'
import { mailQuery } from './settings-queries.ts'

const stateWords: Readonly<Record<OutboxMail['state'], string>> = {
  waiting: 'waits',
  sent: 'sent',
  failed: 'given up',
  held: 'held',
}

/** Whether mail goes out, and what went: for owners, since it tells what other people have to do. */
export function Screen() {
  const { t } = useTranslation()
  const may = useMay('organization:write')
  const { role } = useOrganization()
  if (hasPermission(role, 'organization:write')) return <Outbox />
  return (
    <>
      <SettingsHeader page="mail" sentence={t('Reminders, digests and mentions, as they went out or would have.')} />
      <StatusSentence tone="calm">{may[0]?.message}</StatusSentence>
    </>
  )
}

function Outbox() {
  const { t } = useTranslation()
  const { items, isSent, isExample, from, total } = useSuspenseQuery(mailQuery(useOrganizationApi())).data
  const may = useMay('organization:write')
  const test = useOrganizationWrite(sendTestMail)
  const held = isExample
    ? t('An example company sends no mail, since its people are made up. Below is what would have been sent.')
    : t('No mail server is set (SINEW_SMTP_URL): mail is held. Below is what would have been sent.')
  return (
    <>
      <SettingsHeader page="mail" sentence={t('Reminders, digests and mentions, as they went out or would have.')} />
      <Stack gap="lg" className={classes.narrow}>
        <Panel
          title={t('Sending')}
          actions={
            <ActionButton
              size="xs"
              variant="default"
              refusals={may}
              loading={test.isPending}
              onClick={() => void test.send({})}
            >
              {t('Send me a test')}
            </ActionButton>
          }
        >
          <ProblemPanel problem={test.problem} />
          <StatusSentence tone={isSent ? 'good' : 'watch'}>
            {isSent ? t('Mail goes out, from {{from}}.', { from }) : held}
          </StatusSentence>
        </Panel>
        <Panel
          title={t('Outbox')}
          hint={
            total > items.length ? t('The first {{shown}} of {{total}}.', { shown: items.length, total }) : undefined
          }
        >
          {items.length === 0 && (
            <EmptyState title={t('No mail yet')}>
              {t('Each morning, people with an e-mail address are reminded of what is due of them.')}
            </EmptyState>
          )}
          {items.map((mail) => (
            <details key={mail.id}>
              <summary>
                {mail.subject} <span className={classes.quiet}>{mail.recipient} · </span>
                <When at={mail.sentAt ?? mail.createdAt} /> <Chip>{t(stateWords[mail.state])}</Chip>
              </summary>
              {mail.error !== '' && <p className={classes.quiet}>{mail.error}</p>}
              <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', font: 'inherit' }}>{mail.text}</pre>
            </details>
          ))}
        </Panel>
      </Stack>
    </>
  )
}
