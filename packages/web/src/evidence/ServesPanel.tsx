import { Button, Select, Stack } from '@mantine/core'
import { type Evidence, linkEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { collectorNeedRefusals } from '@sinew/core/evidence/collector-need-rules.ts'
import { serveRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { controlQuery } from '../control/control-queries.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ControlSelect } from '../treatment/ControlSelect.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'

/** The needs a piece answers, and how long it counts for each. */
export function ServesPanel({ piece }: { readonly piece: Evidence }) {
  const { t } = useTranslation()
  const may = useMay('evidence:write')
  return (
    <Panel
      title={t('What it answers')}
      actions={
        <AskButton label={t('One more need')} refusals={may} width={340}>
          <LinkNeed piece={piece} />
        </AskButton>
      }
    >
      {piece.needs.length === 0 && (
        <EmptyState noun="control" title={t('It answers nothing')}>
          {t('Choose a control and what it would prove there. Until then it counts for nothing.')}
        </EmptyState>
      )}
      <ObjectRows
        rows={piece.needs.map((need) => ({
          id: need.needId,
          reference: need.controlRef,
          title: (
            <PageLink to={paths.control} params={{ controlRef: need.controlRef }}>
              {need.title}
            </PageLink>
          ),
          note: `${need.controlTitle} · ${t('every {{count}} days', { count: need.cadenceDays })}${
            need.isNewest ? '' : ` · ${t('a newer piece speaks for it')}`
          }`,
          detail: (
            <span style={{ display: 'inline-flex', gap: 10, flexWrap: 'wrap', justifyContent: 'flex-end' }}>
              <FreshnessDot state={need.freshness} withText />
              {need.validUntil && <When at={need.validUntil} show="day" />}
            </span>
          ),
        }))}
      />
    </Panel>
  )
}

function LinkNeed({ piece }: { readonly piece: Evidence }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const [controlId, setControlId] = useState<string | null>(null)
  const [needId, setNeedId] = useState<string | null>(null)
  const { data: control } = useQuery({ ...controlQuery(api, controlId ?? ''), enabled: controlId !== null })
  const write = useOrganizationWrite(linkEvidence)
  const served = piece.needs.map((need) => need.needId)
  const open = (control?.needs ?? []).filter(({ id }) => !served.includes(id))
  return (
    <Stack gap="sm">
      <ControlSelect
        label={t('Control')}
        comboboxProps={{ withinPortal: false }}
        value={controlId}
        onChange={(id) => {
          setControlId(id)
          setNeedId(null)
        }}
      />
      <Select
        label={t('What it would prove')}
        comboboxProps={{ withinPortal: false }}
        disabled={control === undefined}
        data={open.map((need) => ({
          value: need.id,
          label: need.title,
          disabled: [...serveRefusals(piece, need), ...collectorNeedRefusals(piece.collectorId, need)].length > 0,
        }))}
        nothingFoundMessage={t('Nothing left that it could prove')}
        value={needId}
        onChange={setNeedId}
      />
      <ProblemPanel problem={write.problem} />
      <Button
        size="xs"
        disabled={needId === null}
        loading={write.isPending}
        onClick={() => needId && void write.send({ params: { evidenceId: piece.id }, body: { needId } })}
      >
        {t('Let it answer this too')}
      </Button>
    </Stack>
  )
}
