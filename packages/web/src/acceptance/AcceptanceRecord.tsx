import { type Acceptance, withdrawAcceptance } from '@sinew/contract/acceptance/acceptance-contract.ts'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { LevelChip } from '../risk/LevelChip.tsx'
import { ReasonedStep } from '../ui/form/ReasonedStep.tsx'
import { Money } from '../ui/Money.tsx'
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
      {pinned.delegation !== undefined && (
        <p>
          <RefText>
            {t('For {{owner}}, by delegation DG-{{number}}', {
              owner: pinned.ownerName,
              number: pinned.delegation.number,
            })}
          </RefText>
        </p>
      )}
      <p className={classes.rationale}>“{acceptance.rationale}”</p>
      <p className={classes.pinned}>
        {t('Pinned to')} <Money minor={pinned.provenLossMinor} currency={currency} perYear />{' '}
        <LevelChip level={pinned.level} />{' '}
        {t('methodology version {{version}}', { version: pinned.methodologyVersion })}
        {pinned.year && (
          <>
            {', '}
            {t('1 year in 20 more than')} <Money minor={pinned.year.exceededMinor[20]} currency={currency} />
          </>
        )}
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

function Withdraw({ acceptance: { id, version } }: { readonly acceptance: Acceptance }) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(withdrawAcceptance)
  return (
    <ReasonedStep
      size="compact-xs"
      variant="default"
      label={t('Take it back')}
      question={t('Why is it taken back?')}
      refusals={useMay('risk:accept')}
      isPending={write.isPending}
      problem={write.problem}
      onSend={(reason) => void write.send({ params: { acceptanceId: id }, version, body: { reason } })}
    />
  )
}
