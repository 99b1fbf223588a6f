import { MultiSelect, SegmentedControl, Select, SimpleGrid, Stack, Switch } from '@mantine/core'
import { policyRef, riskRef } from '@sinew/core/explanation/people-ref.ts'
import type { Cover } from '@sinew/core/insurance/insured.ts'
import { whatIfRefusals } from '@sinew/core/what-if/what-if-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { policiesInForceQuery } from '../insurance/insurance-queries.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import type { ChoiceProps } from './Board.tsx'

/** A policy as people begin to think of one: a year's appetite in cover, a tenth of it borne by oneself. */
const startingCover = (yearlyLossMinor: number) => ({
  per: 'event' as const,
  deductibleMinor: Math.round(yearlyLossMinor / 10),
  limitMinor: Math.max(1, yearlyLossMinor * 2),
  premiumMinor: 0,
  riskIds: null,
})

/** Takes over the terms of a policy that is in force. */
function FromRegister({ onTake }: { readonly onTake: (cover: Cover) => void }) {
  const { t } = useTranslation()
  const policies = useQuery(policiesInForceQuery(useOrganizationApi())).data?.items ?? []
  if (policies.length === 0) return null
  return (
    <Select
      size="xs"
      label={t('Terms of a policy you have')}
      placeholder={t('Choose one')}
      data={policies.map(({ id, number, name }) => ({ value: id, label: `${policyRef(number)} ${name}` }))}
      value={null}
      onChange={(chosen) => {
        const policy = policies.find(({ id }) => id === chosen)
        if (policy === undefined) return
        const { per, deductibleMinor, limitMinor, premiumMinor, riskIds } = policy
        onTake({ per, deductibleMinor, limitMinor, premiumMinor, riskIds })
      }}
    />
  )
}

/** Two digits are enough to begin with. */
function roundly(minor: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, minor))) - 1)
  return Math.max(0, Math.round(minor / unit) * unit)
}

/** Insurance that is not there today. */
export function InsuranceChoice({ page: { snapshot, desk }, whatIf, onChange }: ChoiceProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { insurance } = whatIf
  const set = (next: Cover | null) => onChange({ ...whatIf, insurance: next })
  /** Its premium begins at what it would pay on average, as soon as that is known: an insurer asks for more. */
  const insure = async () => {
    const cover: Cover = startingCover(snapshot.methodology.appetite.yearlyLossMinor)
    set(cover)
    const meanWith = async (one: Cover | null) =>
      (await desk.ask<'price'>({ kind: 'price', whatIf: { ...whatIf, insurance: one } })).changed.figures.meanMinor
    const premiumMinor = roundly((await meanWith(null)) - (await meanWith(cover)))
    onChange((now) =>
      now.insurance?.premiumMinor === 0 ? { ...now, insurance: { ...now.insurance, premiumMinor } } : now,
    )
  }
  const amount = (label: string, minor: number, write: (minor: number) => Cover) => (
    <MoneyInput
      size="xs"
      label={label}
      currency={currency}
      valueMinor={minor}
      onChangeMinor={(typed) => typed !== null && typed >= 0 && set(write(typed))}
    />
  )
  const [refusal] = whatIfRefusals({ ...whatIf, controls: [] })
  return (
    <Stack gap="sm">
      <Switch
        size="xs"
        label={t('With a policy')}
        checked={insurance !== null}
        onChange={({ currentTarget }) => (currentTarget.checked ? void insure() : set(null))}
      />
      {insurance !== null && (
        <>
          <FromRegister onTake={set} />
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('What the policy pays for')}
            value={insurance.per}
            onChange={(per) => set({ ...insurance, per, riskIds: per === 'year' ? null : insurance.riskIds })}
            data={[
              { value: 'event', label: t('Each event') },
              { value: 'year', label: t('The whole year') },
            ]}
          />
          <SimpleGrid cols={3} spacing="xs">
            {amount(t('Deductible'), insurance.deductibleMinor, (deductibleMinor) => ({
              ...insurance,
              deductibleMinor,
            }))}
            {amount(t('Limit'), insurance.limitMinor, (limitMinor) => ({
              ...insurance,
              limitMinor: Math.max(1, limitMinor),
            }))}
            {amount(t('Premium a year'), insurance.premiumMinor, (premiumMinor) => ({ ...insurance, premiumMinor }))}
          </SimpleGrid>
          {insurance.per === 'event' && (
            <MultiSelect
              size="xs"
              searchable
              clearable
              label={t('Covered risks')}
              placeholder={insurance.riskIds === null ? t('All of them') : undefined}
              value={[...(insurance.riskIds ?? [])]}
              onChange={(ids) => set({ ...insurance, riskIds: ids.length === 0 ? null : ids })}
              data={snapshot.risks.map(({ id, number, title }) => ({
                value: id,
                label: `${riskRef(number)} ${title}`,
              }))}
              error={refusal?.message}
            />
          )}
        </>
      )}
    </Stack>
  )
}
