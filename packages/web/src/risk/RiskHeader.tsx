import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { LevelChip } from './LevelChip.tsx'
import type { PricedStates } from './price-draft.ts'
import { RiskMoves } from './RiskMoves.tsx'
import { StatusChip } from './StatusChip.tsx'

const RiskEditDrawer = later(async () => (await import('./RiskEditDrawer.tsx')).RiskEditDrawer)

type Props = { readonly risk: RiskDetail; readonly states: PricedStates | null }

export function RiskHeader({ risk, states }: Props) {
  const { t } = useTranslation()
  const refusals = [...useMay('risk:write'), ...editRefusals(risk.status)]
  const [isEditing, edit] = useState(false)
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="risks" to={paths.risks}>
            {t('Risks')}
          </PageLink>,
        ]}
        noun="risk"
        reference={riskRef(risk.number)}
        title={risk.title}
        chips={
          <>
            <StatusChip status={risk.status} />
            <LevelChip level={states?.proven.level} />
          </>
        }
        sentence={<Standing risk={risk} states={states} />}
        actions={
          <ActionButton variant="default" refusals={refusals} onClick={() => edit(true)}>
            {t('Edit')}
          </ActionButton>
        }
        next={<RiskMoves risk={risk} states={states} />}
      />
      {isEditing && <RiskEditDrawer risk={risk} onClose={() => edit(false)} />}
    </>
  )
}

/** How the risk stands, in one sentence; the worst first. */
function Standing({ risk, states }: Props) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const [tone, words] = sentenceOf()
  return <StatusSentence tone={tone}>{words}</StatusSentence>

  function sentenceOf(): readonly [Tone, string] {
    if (risk.status === 'closed') return ['calm', t('Closed: {{reason}}', { reason: risk.closedReason })]
    if (states === null) return ['watch', t('Not estimated yet: say how often it happens and what it costs.')]
    const { expectedMinor: proven } = states.proven
    const gap = proven - states.claimed.expectedMinor
    const cost = t('Costs {{money}} a year as far as evidence shows', { money: money(proven) })
    if (risk.acceptance?.status === 'reopened') {
      const why = risk.acceptances[0]?.endReasons[0]?.message ?? ''
      return ['bad', `${t('Its acceptance reopened.')} ${why}`]
    }
    if (risk.aboveAppetite) return ['bad', `${cost}: ${t('alone more than the appetite for all risks together.')}`]
    if (gap >= proven * 0.05 && gap > 0) {
      return [
        'watch',
        `${cost}: ${t('{{money}} of it because nothing up to date proves the controls.', { money: money(gap) })}`,
      ]
    }
    if (risk.outdatedMethodology)
      return ['watch', `${cost}. ${t('It was estimated under an older methodology: assess it again.')}`]
    return ['calm', `${cost}.`]
  }
}
