import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { proofOf } from '../treatment/proof-of.ts'
import { BowTie, type BowTieControl } from '../ui/chart/BowTie.tsx'
import { Delta } from '../ui/Delta.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { Money } from '../ui/Money.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { type PricedStates, takenAway } from './price-draft.ts'
import classes from './risk.module.css'

type Props = {
  readonly risk: RiskDetail
  readonly saved: PricedStates | null
  /** Priced from figures that are being typed. */
  readonly tried: PricedStates | null
  readonly isTrying: boolean
}

/** From the threat to the consequence, with live numbers: what makes it rarer, what makes it cheaper, what remains. */
export function RiskBowTie({ risk, saved, tried, isTrying }: Props) {
  const { t } = useTranslation()
  const may = useMay('risk:write')
  const states = isTrying ? tried : saved
  const side = (...effects: ControlLink['effect'][]) =>
    risk.controls.filter((link) => effects.includes(link.effect)).map(toControl)
  return (
    <Panel title={t('From cause to consequence')} hint={t('Solid strands are proven now, dashed ones only claimed.')}>
      <BowTie
        cause={risk.source || <Missing text={t('Nobody said yet who or what.')} />}
        consequence={risk.consequence || <Missing text={t('Nobody said yet with what consequence.')} />}
        before={side('frequency')}
        after={side('loss', 'response')}
        addBefore={isOffered(may) && <AddLink />}
        addAfter={isOffered(may) && <AddLink />}
        event={<Event risk={risk} states={states} before={isTrying ? saved : null} />}
      />
    </Panel>
  )
}

function toControl(link: ControlLink): BowTieControl {
  return {
    id: link.id,
    reference: link.ref,
    title: link.title,
    name: (
      <PageLink to={paths.control} params={{ controlRef: link.ref }} inherit>
        {link.ref} {link.title}
      </PageLink>
    ),
    kind: proofOf(link),
    claimed: takenAway(link, 'claimed'),
    proven: takenAway(link, 'proven'),
    planned: takenAway(link, 'target'),
  }
}

function Event({
  risk,
  states,
  before,
}: {
  readonly risk: RiskDetail
  readonly states: PricedStates | null
  readonly before: PricedStates | null
}) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  return (
    <>
      <p className={classes.event}>{risk.event || risk.title}</p>
      {states === null ? (
        <p className={classes.quiet}>{t('Not estimated yet')}</p>
      ) : (
        <>
          <p className={classes.big}>
            <Money minor={states.proven.expectedMinor} currency={currency} perYear />
          </p>
          <p className={classes.quiet}>
            {t('{{rate}} events a year', { rate: shortNumber(states.proven.ratePerYear) })} ×{' '}
            <Money minor={states.proven.eventMinor} currency={currency} />
          </p>
          {before && (
            <Delta
              before={before.proven.expectedMinor}
              after={states.proven.expectedMinor}
              better="lower"
              render={(minor) => <Money minor={minor} currency={currency} />}
            />
          )}
        </>
      )}
    </>
  )
}

function AddLink() {
  const { t } = useTranslation()
  return (
    <a href="#controls" className={classes.quiet}>
      {t('Add or change controls')}
    </a>
  )
}

function Missing({ text }: { readonly text: string }) {
  return <span className={classes.quiet}>{text}</span>
}
