import { Anchor, Group, SimpleGrid, Stack, Table } from '@mantine/core'
import { exportScope, getScopeContent } from '@sinew/contract/context/scope-contract.ts'
import { type ScopePlace, scopeParts } from '@sinew/core/context/scope-content.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { Chip } from '../ui/Chip.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'

/** Everything a version of the scope says, what differs from the one before it, and its papers. */
export function ScopePanels({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const params = { scopeVersionId: record.id }
  const answer = useQuery(api.query(getScopeContent, { params })).data
  if (answer === undefined) return null
  const { content, isFrozen, hash, against, differences } = answer
  const places: readonly (readonly [string, readonly ScopePlace[]])[] = [
    [t('Sites'), content.sites],
    [t('Units'), content.units],
    [t('Services'), content.services],
  ]
  return (
    <Stack gap="lg">
      <Panel
        title={t('What it covers')}
        hint={
          isFrozen
            ? t('As it was approved; SHA-256 {{hash}}', { hash })
            : t('From the registers as they are now; frozen with the approval.')
        }
        actions={
          <Group gap="md">
            <Anchor href={api.url(exportScope, { params, query: { format: 'pdf' } })}>{t('PDF')}</Anchor>
            <Anchor href={api.url(exportScope, { params, query: { format: 'json' } })}>{t('JSON')}</Anchor>
          </Group>
        }
      >
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
          {places.map(([title, all]) => (
            <div key={title}>
              <strong>{title}</strong>
              {all.length === 0 && <p style={{ margin: '4px 0', color: 'var(--sn-ink-3)' }}>{t('None')}</p>}
              <ObjectRows
                rows={all.map(({ ref, name, inScope, reason }) => ({
                  id: ref,
                  reference: ref,
                  title: name,
                  note: reason,
                  detail: inScope ? undefined : <Chip look="quiet">{t('Out of scope')}</Chip>,
                }))}
              />
            </div>
          ))}
        </SimpleGrid>
      </Panel>
      {against !== null && (
        <Panel
          title={t('What differs from {{ref}} {{title}}', { ref: against.ref, title: against.title })}
          hint={differences.length === 0 ? t('They say the same.') : undefined}
          flush
        >
          {differences.length > 0 && (
            <Table.ScrollContainer minWidth={520}>
              <Table verticalSpacing={6} horizontalSpacing="md" layout="fixed">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w="24%">{t('What')}</Table.Th>
                    <Table.Th>{t('Before')}</Table.Th>
                    <Table.Th>{t('After')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {differences.map(({ part, name, before, after }) => (
                    <Table.Tr key={`${part} ${name}`} style={{ verticalAlign: 'top' }}>
                      <Table.Td>
                        {t(scopeParts[part])} {name}
                      </Table.Td>
                      <Table.Td>{before || '–'}</Table.Td>
                      <Table.Td>
                        <strong>{after || '–'}</strong>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Panel>
      )}
    </Stack>
  )
}
