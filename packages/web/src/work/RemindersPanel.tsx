import { Group, Select, Stack, Switch } from '@mantine/core'
import { endCalendarFeed, getCalendarFeed, renewCalendarFeed } from '@sinew/contract/work/calendar-contract.ts'
import { getMailPreference, setMailPreference } from '@sinew/contract/work/mail-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ShownOnce } from '../settings/ShownOnce.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'

/** What mail somebody gets, and their calendar in other programs. */
export function RemindersPanel() {
  return (
    <>
      <MailChoice />
      <CalendarAddress />
    </>
  )
}

function MailChoice() {
  const { t } = useTranslation()
  const may = useMay('work:own')
  const choice = useQuery(useOrganizationApi().query(getMailPreference)).data
  const write = useOrganizationWrite(setMailPreference)
  if (choice === undefined) return null
  const { email, ...given } = choice
  const set = (change: Partial<typeof given>) => void write.send({ body: { ...given, ...change } })
  return (
    <Panel
      title={t('Mail')}
      hint={
        email === null
          ? t('No mail comes: your entry among the people has no e-mail address.')
          : t(
              'To {{email}}. A reminder comes a week before something is due, on its day, and weekly while it is overdue.',
              { email },
            )
      }
    >
      <Stack gap="sm">
        <ProblemPanel problem={write.problem} />
        <Switch
          label={t('Reminders')}
          checked={given.reminders}
          disabled={may.length > 0}
          onChange={(event) => set({ reminders: event.currentTarget.checked })}
        />
        <Select
          label={t('Digest of everything that is yours')}
          allowDeselect={false}
          disabled={may.length > 0}
          value={given.digest}
          onChange={(digest) => set({ digest: digest as typeof given.digest })}
          data={[
            { value: 'daily', label: t('Every working day') },
            { value: 'weekly', label: t('On Mondays') },
            { value: 'never', label: t('Never') },
          ]}
        />
      </Stack>
    </Panel>
  )
}

function CalendarAddress() {
  const { t } = useTranslation()
  const may = useMay('work:own')
  const feed = useQuery(useOrganizationApi().query(getCalendarFeed)).data
  const [url, show] = useState<string | null>(null)
  const renew = useOrganizationWrite(renewCalendarFeed, { onDone: (made) => show(made.url) })
  const end = useOrganizationWrite(endCalendarFeed, { onDone: () => show(null) })
  if (feed === undefined) return null
  const ask = () => void renew.send({})
  return (
    <Panel
      title={t('Calendar in other programs')}
      hint={
        feed.isOn ? (
          <>
            {t('Your secret address is on since')} <When at={feed.renewedAt} show="day" />
          </>
        ) : (
          t('A secret address that a calendar program subscribes to: titles and days, nothing else.')
        )
      }
    >
      <ProblemPanel problem={renew.problem ?? end.problem} />
      {url !== null && <ShownOnce title={t('Your calendar address')} secret={url} onDone={() => show(null)} />}
      {url === null && (
        <Group gap="sm">
          {feed.isOn ? (
            <ConfirmInline
              question={t('The present address stops working.')}
              confirm={t('Renew')}
              refusals={may}
              isPending={renew.isPending}
              onConfirm={ask}
            >
              {t('New address')}
            </ConfirmInline>
          ) : (
            <ActionButton variant="light" refusals={may} loading={renew.isPending} onClick={ask}>
              {t('Make an address')}
            </ActionButton>
          )}
          {feed.isOn && (
            <ActionButton variant="subtle" refusals={may} loading={end.isPending} onClick={() => void end.send({})}>
              {t('Switch it off')}
            </ActionButton>
          )}
        </Group>
      )}
    </Panel>
  )
}
