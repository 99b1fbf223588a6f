import { SimpleGrid } from '@mantine/core'
import type { Control } from '@sinew/contract/control/control-contract.ts'
import { obligationRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Money } from '../ui/Money.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { percentText } from './AssuranceBar.tsx'

/** What rests on the control: the risks it treats and the obligations that ask for it. */
export function ServedPanels({ control }: { readonly control: Control }) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Risks control={control} />
      <Obligations control={control} />
    </SimpleGrid>
  )
}

function Risks({ control: { risks } }: { readonly control: Control }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const words = {
    frequency: t('makes it rarer by'),
    loss: t('makes it cheaper by'),
    response: t('contains of its events'),
  }
  return (
    <Panel
      title={t('Risks it treats')}
      standing={risks.length || undefined}
      hint={risks.length > 0 && t('On the right: what it is proven to save a year.')}
    >
      {risks.length === 0 && (
        <EmptyState noun="risk" title={t('It treats no risk')}>
          {t('A control without a risk costs money and saves none. Link it on the page of a risk.')}
        </EmptyState>
      )}
      <ObjectRows
        rows={risks.map((risk) => ({
          id: risk.id,
          reference: riskRef(risk.number),
          title: (
            <PageLink to={paths.risk} params={{ number: risk.number }}>
              {risk.title}
            </PageLink>
          ),
          note: risk.effects
            .map(
              ({ effect, reductionLow, reductionHigh, coverage }) =>
                `${words[effect]} ${percentText(reductionLow)} – ${percentText(reductionHigh)}${coverage < 1 ? `, ${t('reaches {{reach}}', { reach: percentText(coverage) })}` : ''}`,
            )
            .join(', '),
          detail: <Money minor={risk.worth?.provenMinor ?? null} currency={currency} />,
        }))}
      />
    </Panel>
  )
}

function Obligations({ control: { obligations } }: { readonly control: Control }) {
  const { t } = useTranslation()
  const words = { law: t('Law'), contract: t('Contract'), promise: t('Promise') }
  return (
    <Panel title={t('Obligations that ask for it')} standing={obligations.length || undefined}>
      {obligations.length === 0 && (
        <EmptyState noun="obligation" title={t('Nobody asks for it')}>
          {t('No law, contract or promise is linked to this control.')}
        </EmptyState>
      )}
      <ObjectRows
        rows={obligations.map(({ id, number, title, kind }) => ({
          id,
          reference: obligationRef(number),
          title: (
            <PageLink to={paths.obligation} params={{ number }}>
              {title}
            </PageLink>
          ),
          detail: words[kind],
        }))}
      />
    </Panel>
  )
}
