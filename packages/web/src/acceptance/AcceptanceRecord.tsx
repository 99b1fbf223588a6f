import { Button, Group, Stack, Textarea } from '@mantine/core'
import { type Acceptance, withdrawAcceptance } from '@sinew/contract/acceptance/acceptance-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { LevelChip } from '../risk/LevelChip.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Money } from '../ui/Money.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import classes from './acceptance.module.css'

type Props = { readonly acceptance: Acceptance; readonly isNewest?: boolean }

/** One acceptance as it was given, what it was pinned to, and why it ended. */
export function AcceptanceRecord({ acceptance, isNewest = false }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { pinned, status } = acceptance
  const title = {
    valid: t('Accepted by {{name}}', { name: acceptance.acceptedByName }),
    reopened: t('Reopened: accepted by {{name}}', { name: acceptance.acceptedByName }),
    withdrawn: t('Taken back: accepted by {{name}}', { name: acceptance.acceptedByName }),
    renewed: t('Renewed: accepted by {{name}}', { name: acceptance.acceptedByName }),
  }[status]
  return (
    <article className={classes.record} data-status={status}>
      <p className={classes.title}>
        <strong>{title}</strong>, <When at={acceptance.acceptedAt} show="day" />
        {status === 'valid' && (
          <>
            {' '}
            {t('until')} <When at={acceptance.expiresAt} show="both" />
          </>
        )}
      </p>
      <p className={classes.rationale}>“{acceptance.rationale}”</p>
      <p className={classes.pinned}>
        {t('Pinned to')} <Money minor={pinned.provenLossMinor} currency={currency} perYear />{' '}
        <LevelChip level={pinned.level} />{' '}
        {t('methodology version {{version}}', { version: pinned.methodologyVersion })}
      </p>
      {acceptance.endReasons.length > 0 && (
        <ul className={classes.reasons}>
          {acceptance.endReasons.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
      {isNewest && status === 'valid' && <Withdraw acceptance={acceptance} />}
    </article>
  )
}

function Withdraw({ acceptance }: { readonly acceptance: Acceptance }) {
  const { t } = useTranslation()
  const may = useMay('risk:accept')
  const [isAsking, ask] = useState(false)
  const [reason, setReason] = useState('')
  const write = useOrganizationWrite(withdrawAcceptance, { onDone: () => ask(false) })
  if (!isAsking) {
    return (
      <ActionButton size="compact-xs" variant="default" refusals={may} onClick={() => ask(true)}>
        {t('Take it back')}
      </ActionButton>
    )
  }
  return (
    <Stack gap={6}>
      <Textarea
        label={t('Why is it taken back?')}
        autosize
        data-autofocus
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ProblemPanel problem={write.problem} />
      <Group gap="xs">
        <Button
          size="xs"
          color="red"
          disabled={reason.trim().length < 3}
          loading={write.isPending}
          onClick={() =>
            void write.send({ params: { acceptanceId: acceptance.id }, version: acceptance.version, body: { reason } })
          }
        >
          {t('Take it back')}
        </Button>
        <Button size="xs" variant="default" onClick={() => ask(false)}>
          {t('Keep it')}
        </Button>
      </Group>
    </Stack>
  )
}
