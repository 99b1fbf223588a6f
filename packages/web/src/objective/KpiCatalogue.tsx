import { Checkbox, Group, Stack, Table } from '@mantine/core'
import { adoptKpis, listKpis } from '@sinew/contract/objective/kpi-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { RefLink } from '../app/RefLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { PersonSelect } from '../person/PersonSelect.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Figures that most organisations measure: what they are now, and those that are to be measured from now on. */
export function KpiCatalogue() {
  const { t } = useTranslation()
  const [isOpen, open] = useState(false)
  if (!isOffered(useMay('objective:write'))) return null
  return (
    <Panel
      title={t('Catalogue of figures')}
      hint={t('What most organisations measure. Sinew works some out itself; others are brought in by hand or pushed.')}
      actions={
        <ActionButton size="xs" variant="default" refusals={[]} onClick={() => open(!isOpen)}>
          {isOpen ? t('Close') : t('Choose from it')}
        </ActionButton>
      }
    >
      {isOpen && <Choice onDone={() => open(false)} />}
    </Panel>
  )
}

function Choice({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const kpis = useQuery(api.query(listKpis, {})).data?.items ?? []
  const may = useMay('objective:write')
  const [chosen, choose] = useState<readonly string[]>([])
  const [measurerId, setMeasurer] = useState<string | null>(null)
  const [ownerId, setOwner] = useState<string | null>(null)
  const write = useOrganizationWrite(adoptKpis, { onDone })
  const missing =
    chosen.length === 0 || measurerId === null || ownerId === null
      ? [{ code: 'missing', message: t('Choose figures, who measures them and who evaluates them.') }]
      : []
  const toggle = (key: string) => choose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  const send = () => {
    if (measurerId === null || ownerId === null) return
    const keys = kpis.flatMap(({ key }) => (chosen.includes(key) ? [key] : []))
    void write.send({ body: { keys, measurerId, ownerId } })
  }
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Figure')}</Table.Th>
              <Table.Th>{t('Now')}</Table.Th>
              <Table.Th>{t('Target')}</Table.Th>
              <Table.Th>{t('Every')}</Table.Th>
              <Table.Th>{t('Measured')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kpis.map(({ key, title, formula, unit, target, direction, cadenceDays, isComputed, live, metric }) => (
              <Table.Tr key={key} title={formula}>
                <Table.Td>
                  <Checkbox
                    label={title}
                    disabled={metric !== null}
                    checked={metric !== null || chosen.includes(key)}
                    onChange={() => toggle(key)}
                  />
                </Table.Td>
                <Table.Td title={live?.note}>
                  {live === null ? (isComputed ? t('Nothing to measure') : '–') : `${live.value} ${unit}`}
                </Table.Td>
                <Table.Td>{`${direction === 'higher' ? '≥' : '≤'} ${target} ${unit}`}</Table.Td>
                <Table.Td>{t('{{count}} days', { count: cadenceDays })}</Table.Td>
                <Table.Td>
                  {metric !== null ? (
                    <RefLink reference={metric.ref}>{metric.ref}</RefLink>
                  ) : isComputed ? (
                    t('By Sinew')
                  ) : (
                    t('Brought in')
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ProblemPanel problem={write.problem} />
      <Group gap="sm" align="end">
        <PersonSelect label={t('Who measures')} value={measurerId} onChange={setMeasurer} />
        <PersonSelect label={t('Who evaluates')} value={ownerId} onChange={setOwner} />
        <ActionButton refusals={[...may, ...missing]} loading={write.isPending} onClick={send}>
          {t('Measure these')}
        </ActionButton>
      </Group>
    </Stack>
  )
}
