import { Checkbox, Stack, Text } from '@mantine/core'
import { createRisksFromThreats, type ThreatSuggestion } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { MoneyRange } from '../ui/Money.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './first-chain.module.css'
import { peopleQuery, suggestionsQuery } from './first-chain-queries.ts'

/** The scenarios that lead in the organisation's sector, with the reason and where the figures come from. */
export function ChooseRisks() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const may = useMay('risk:write')
  const { data: suggestions } = useSuspenseQuery(suggestionsQuery(api))
  const { data: people } = useSuspenseQuery(peopleQuery(api))
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [chosen, setChosen] = useState<readonly string[]>(
    suggestions.items.slice(0, 3).map((suggestion) => suggestion.threatId),
  )
  const write = useOrganizationWrite(createRisksFromThreats)
  const me = people.items.find((person) => person.memberId !== null && person.email === session.user?.email)
  const toggle = (threatId: string) =>
    setChosen((all) => (all.includes(threatId) ? all.filter((one) => one !== threatId) : [...all, threatId]))
  const none = chosen.length === 0 ? [{ code: 'none_chosen', message: t('Choose at least one.') }] : []
  return (
    <Stack gap={0}>
      <Text size="sm" c="dimmed">
        {t('These lead in your sector. You own them until you name somebody else; every figure is a start to edit.')}
      </Text>
      <div className={classes.choices}>
        {suggestions.items.map((suggestion) => (
          <Choice
            key={suggestion.threatId}
            suggestion={suggestion}
            isChosen={chosen.includes(suggestion.threatId)}
            onToggle={() => toggle(suggestion.threatId)}
          />
        ))}
      </div>
      <Text size="xs" c="dimmed" mb="sm">
        {t('Where this comes from: {{sources}}', { sources: sourcesOf(suggestions.items).join('; ') })}
      </Text>
      <ProblemPanel problem={write.problem} />
      <ActionButton
        refusals={[...may, ...none]}
        loading={write.isPending}
        onClick={() => void write.send({ body: { threatIds: [...chosen], ownerId: me?.id ?? null } })}
      >
        {t('Put {{count}} risks into the register', { count: chosen.length })}
      </ActionButton>
    </Stack>
  )
}

/** Incident counts are shared under a licence that asks for its source beside them. */
function sourcesOf(suggestions: readonly ThreatSuggestion[]): readonly string[] {
  return [...new Set(suggestions.flatMap((suggestion) => suggestion.sources))]
}

type ChoiceProps = { readonly suggestion: ThreatSuggestion; readonly isChosen: boolean; readonly onToggle: () => void }

function Choice({ suggestion, isChosen, onToggle }: ChoiceProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { estimate } = suggestion
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control.
    <label className={classes.choice}>
      <Checkbox checked={isChosen} onChange={onToggle} mt={2} aria-label={suggestion.title} />
      <span>
        <strong>{suggestion.title}</strong>
        <br />
        <span className={classes.choiceText}>{suggestion.reason}</span>
      </span>
      <span className={classes.amount}>
        {estimate ? (
          <>
            <MoneyRange lowMinor={estimate.lossMinor.low} highMinor={estimate.lossMinor.high} currency={currency} />
            <br />
            {t('an event')}
          </>
        ) : (
          t('no figures seen')
        )}
      </span>
    </label>
  )
}
