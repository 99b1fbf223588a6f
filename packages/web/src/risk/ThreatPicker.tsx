import { Button, Checkbox, Group, Select, Switch, TextInput } from '@mantine/core'
import { createRisksFromThreats, type ThreatSuggestion } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import { IconSearch } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './risk.module.css'
import { ThreatCard } from './ThreatCard.tsx'
import { threatsQuery } from './threat-queries.ts'

const shownAtFirst = 20

const route = getRouteApi('/o/$slug/risks/new')

/** Choose among the scenarios, then take them over with their first estimates and controls. */
export function ThreatPicker() {
  const { t } = useTranslation()
  const { items } = useSuspenseQuery(threatsQuery(useOrganizationApi())).data
  const { q = '', category } = route.useSearch()
  const navigate = route.useNavigate()
  const [picked, pick] = useState<readonly string[]>([])
  const words = q.toLowerCase()
  const shown = items.filter(
    (threat) =>
      (category === undefined || threat.category === category) &&
      `${threat.title} ${threat.description}`.toLowerCase().includes(words),
  )
  const toggle = (threatId: string) =>
    pick(picked.includes(threatId) ? picked.filter((id) => id !== threatId) : [...picked, threatId])
  const [isWhole, showWhole] = useState(false)
  const visible = isWhole ? shown : shown.slice(0, shownAtFirst)
  const leading = shown
    .filter((threat) => threat.relevance === 3 && threat.risks.length === 0)
    .map(({ threatId }) => threatId)
  const isAllPicked = leading.length > 0 && leading.every((id) => picked.includes(id))
  return (
    <>
      <Group gap="xs" mb="sm">
        <TextInput
          aria-label={t('Search scenarios')}
          placeholder={t('Search scenarios')}
          leftSection={<IconSearch size={15} aria-hidden="true" />}
          value={q}
          onChange={(event) => {
            const next = event.currentTarget.value
            void navigate({ search: (old) => ({ ...old, q: next || undefined }), replace: true })
          }}
        />
        <Select
          aria-label={t('Category')}
          placeholder={t('Category')}
          clearable
          data={[...new Set(items.map((threat) => threat.category))].sort()}
          value={category ?? null}
          onChange={(next) =>
            void navigate({ search: (old) => ({ ...old, category: next ?? undefined }), replace: true })
          }
        />
        {leading.length > 0 && (
          <Checkbox
            label={t('All {{count}} that lead in our sector', { count: leading.length })}
            checked={isAllPicked}
            onChange={() =>
              pick(isAllPicked ? picked.filter((id) => !leading.includes(id)) : [...new Set([...picked, ...leading])])
            }
          />
        )}
      </Group>
      {shown.length === 0 && (
        <EmptyState noun="risk" title={t('No scenario fits')}>
          {t('Search for another word, or add the risk in your own words.')}
        </EmptyState>
      )}
      <ul className={classes.threats}>
        {visible.map((threat) => (
          <ThreatCard
            key={threat.threatId}
            threat={threat}
            isPicked={picked.includes(threat.threatId)}
            onToggle={() => toggle(threat.threatId)}
          />
        ))}
      </ul>
      {visible.length < shown.length && (
        <Button variant="default" mb="md" onClick={() => showWhole(true)}>
          {t('Show all {{count}} scenarios', { count: shown.length })}
        </Button>
      )}
      {picked.length > 0 && <TakeOver picked={items.filter(({ threatId }) => picked.includes(threatId))} />}
    </>
  )
}

/** Stays in sight while one reads on. */
function TakeOver({ picked }: { readonly picked: readonly ThreatSuggestion[] }) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('risk:write')
  const [ownerId, setOwner] = useState<string | null>(null)
  const [withEstimates, setEstimates] = useState(true)
  const [withControls, setControls] = useState(true)
  const write = useOrganizationWrite(createRisksFromThreats, {
    onDone: ({ items: [first, ...more] }) => {
      if (first && more.length === 0) go(paths.risk, { number: first.number })
      else go(paths.risks, {}, { sort: '-number' })
    },
  })
  const again = picked.some((threat) => threat.risks.length > 0)
  const send = () =>
    void write.send({
      body: { threatIds: picked.map(({ threatId }) => threatId), ownerId, withEstimates, withControls, again },
    })
  return (
    <section className={classes.takeOver} aria-label={t('Take over')}>
      <ProblemPanel problem={write.problem} />
      <Group gap="md" align="center">
        <strong>{t('{{count}} scenarios chosen', { count: picked.length })}</strong>
        <PersonSelect
          aria-label={t('Owner of the new risks')}
          placeholder={t('Owner: later')}
          value={ownerId}
          onChange={setOwner}
          w={190}
        />
        <Switch
          label={t('with first estimates')}
          checked={withEstimates}
          onChange={() => setEstimates(!withEstimates)}
        />
        <Switch
          label={t('with suggested controls')}
          checked={withControls}
          onChange={() => setControls(!withControls)}
        />
        <ActionButton refusals={may} loading={write.isPending} onClick={send}>
          {t('Add {{count}} risks', { count: picked.length })}
        </ActionButton>
      </Group>
    </section>
  )
}
