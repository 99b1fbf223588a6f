import { Stack, Textarea } from '@mantine/core'
import { acceptRisk } from '@sinew/contract/acceptance/acceptance-contract.ts'
import type { MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { acceptanceRefusals, latestExpiry } from '@sinew/core/acceptance/acceptance-rules.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { PricedStates } from '../risk/price-draft.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { isOffered } from '../ui/offered.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './acceptance.module.css'
import { useDelegation } from './use-delegation.ts'

type Props = {
  readonly risk: RiskDetail
  readonly states: PricedStates | null
  readonly methodology: MethodologyContent
}

const dayMs = 86_400_000

/** Accepts what remains, or says with the server's own sentences why this person cannot. */
export function AcceptForm({ risk, states, methodology }: Props) {
  const { t } = useTranslation()
  const { role, currency } = useOrganization()
  const { data: session } = useSuspenseQuery(sessionQuery)
  const may = useMay('risk:accept')
  const now = useNow()
  const [rationale, setRationale] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const write = useOrganizationWrite(acceptRisk, { onDone: () => setRationale('') })
  const level = states?.proven.level ?? null
  const latest = level === null ? null : latestExpiry(level, methodology, now)
  const expiresAt = day === null ? (latest ?? now + dayMs) : Date.parse(day)
  const deputy = useDelegation(risk.ownerId, level)
  const isMine = risk.ownerUserId !== null && risk.ownerUserId === session.user?.id
  const refusals = [
    ...may,
    ...acceptanceRefusals({
      risk,
      level,
      actor: {
        userId: session.user?.id ?? '',
        role,
        person:
          isMine && risk.ownerId !== null
            ? { id: risk.ownerId, active: risk.ownerActive }
            : deputy && { id: deputy.personId, active: true },
        delegation: isMine ? null : deputy,
      },
      expiresAt,
      now,
      methodology,
    }),
  ]
  const missing = rationale.trim() === '' ? [{ code: 'no_rationale', message: t('Say why this risk is taken.') }] : []
  const send = () =>
    void write.send({
      params: { riskId: risk.id },
      version: risk.version,
      body: {
        rationale,
        ...(day === null ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
        ...(states ? { seenProvenLossMinor: Math.round(states.proven.expectedMinor) } : {}),
      },
    })
  if (!isOffered(may)) return null
  if (refusals.length > 0) {
    return (
      <div className={classes.refused}>
        <p>{risk.acceptance?.status === 'valid' ? t('You cannot renew it now:') : t('You cannot accept it now:')}</p>
        <ul>
          {refusals.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <Stack gap="sm" className={classes.form}>
      <p className={classes.what}>
        {t(
          'You accept {{money}} a year, level {{level}}, as far as evidence shows today. When it gets materially worse, the acceptance reopens by itself.',
          {
            money: formatMoneyShort(states?.proven.expectedMinor ?? 0, currency),
            level: level === null ? '' : t(level),
          },
        )}
      </p>
      <LeaveGuard isDirty={() => rationale !== ''} />
      <ProblemPanel problem={write.problem} />
      <Textarea
        label={t('Why it is taken')}
        required
        autosize
        minRows={2}
        maxLength={5000}
        value={rationale}
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <DateField
        label={t('Until')}
        description={t('Left empty: as long as the methodology allows.')}
        from={now + dayMs}
        to={latest ?? undefined}
        value={day}
        onChange={setDay}
      />
      <div>
        <ActionButton refusals={missing} loading={write.isPending} onClick={send}>
          {risk.acceptance?.status === 'valid' ? t('Accept it anew') : t('Accept the risk')}
        </ActionButton>
      </div>
    </Stack>
  )
}
