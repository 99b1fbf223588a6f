import { Table } from '@mantine/core'
import type { MethodologySummary } from '@sinew/contract/methodology/methodology-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { FieldValue } from './FieldValue.tsx'
import { fieldName } from './field-name.ts'
import { diffQuery } from './methodology-queries.ts'

type Props = { readonly to: MethodologySummary; readonly from: MethodologySummary }

/** What one version changed against another, field by field. */
export function VersionDiff({ to, from }: Props) {
  const { t } = useTranslation()
  const items = useQuery(diffQuery(useOrganizationApi(), to.id, from.id)).data?.items
  return (
    <Panel
      title={t('Version {{number}} against version {{other}}', { number: to.versionNumber, other: from.versionNumber })}
      hint={
        items && (items.length === 0 ? t('They say the same.') : t('{{count}} fields differ.', { count: items.length }))
      }
      actions={
        <PageLink to={paths.methodology} search={{ version: to.versionNumber }}>
          {t('Close')}
        </PageLink>
      }
      flush
    >
      {items && items.length > 0 && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing={6} horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('Field')}</Table.Th>
                <Table.Th>{t('Version {{number}}', { number: from.versionNumber })}</Table.Th>
                <Table.Th>{t('Version {{number}}', { number: to.versionNumber })}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ path, before, after }) => (
                <Table.Tr key={path}>
                  <Table.Td>{fieldName(t, path)}</Table.Td>
                  <Table.Td>
                    <FieldValue path={path} value={before} />
                  </Table.Td>
                  <Table.Td>
                    <strong>
                      <FieldValue path={path} value={after} />
                    </strong>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  )
}
