import { SegmentedControl, Table, Text } from '@mantine/core'
import { type AuditCoverage, type CoverageRow, getAuditCoverage } from '@sinew/contract/audit/audit-work-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RefLink } from '../app/RefLink.tsx'
import { RequirementLink } from '../app/RequirementLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import classes from './audit.module.css'

type Show = 'open' | 'clause' | 'control' | 'site'

/** What the programme covers in which year by which audit, and what it leaves out. */
export function CoveragePanel({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const params = { auditProgrammeId: record.id }
  const coverage = useQuery(api.query(getAuditCoverage, { params })).data
  const [chosen, show] = useState<Show | null>(null)
  if (coverage === undefined) return null
  const shown = chosen ?? (coverage.uncovered > 0 ? 'open' : 'clause')
  const rows = coverage.rows.filter((row) => (shown === 'open' ? isOpen(row) : row.kind === shown))
  return (
    <Panel
      title={t('Coverage')}
      hint={
        coverage.uncovered === 0 ? (
          <StatusSentence tone="good">
            {t('Every clause item, applicable control and site is audited by somebody who owns none of it.')}
          </StatusSentence>
        ) : (
          <StatusSentence tone="bad">
            {t('{{open}} of {{all}} are not covered as they have to be.', {
              open: coverage.uncovered,
              all: coverage.rows.length,
            })}
          </StatusSentence>
        )
      }
      flush
    >
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          value={shown}
          onChange={(value) => show(value as Show)}
          data={[
            { value: 'open', label: t('Not covered') },
            { value: 'clause', label: t('Clauses') },
            { value: 'control', label: t('Controls') },
            { value: 'site', label: t('Sites') },
          ]}
        />
        <Text size="xs" c="dimmed">
          {t('Solid: reported. Hollow: planned. Crossed: nobody independent.')}
        </Text>
      </div>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" px="md" pb="md">
          {shown === 'open' ? t('Nothing is left out.') : t('There is none.')}
        </Text>
      ) : (
        <CoverageTable rows={rows} years={coverage.years} />
      )}
    </Panel>
  )
}

const isOpen = (row: CoverageRow) => !row.isCovered && !row.isExcepted

function CoverageTable({
  rows,
  years,
}: {
  readonly rows: readonly CoverageRow[]
  readonly years: AuditCoverage['years']
}) {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer
      minWidth={620}
      px="md"
      pb="sm"
      mah={560}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
    >
      <Table stickyHeader verticalSpacing={5} aria-label={t('Coverage')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={110}>{t('Item')}</Table.Th>
            <Table.Th>{t('Title')}</Table.Th>
            {years.map(({ from }, year) => (
              <Table.Th key={from} w={130}>
                {t('Year {{year}}', { year: year + 1 })} <When at={from} show="day" />
              </Table.Th>
            ))}
            <Table.Th>{t('What is missing')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.kind} ${row.ref}`}>
              <Table.Td fw={600}>
                {row.kind === 'site' ? (
                  <RefLink reference={row.ref}>{row.ref}</RefLink>
                ) : (
                  <RequirementLink requirement={row.ref} />
                )}
              </Table.Td>
              <Table.Td>{row.title}</Table.Td>
              {years.map(({ from }, year) => (
                <Table.Td key={from}>
                  <Cells cells={row.cells.filter((cell) => cell.year === year)} />
                </Table.Td>
              ))}
              <Table.Td c={isOpen(row) ? 'var(--sn-failing)' : 'var(--sn-ink-3)'}>
                {row.isExcepted && !row.isCovered ? t('Left out by an exception.') : t(row.gap)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Cells({ cells }: { readonly cells: CoverageRow['cells'] }) {
  const { t } = useTranslation()
  return cells.map((cell) => {
    const look = !cell.isIndependent ? 'dependent' : cell.isDone ? 'done' : 'planned'
    const words = { dependent: t('nobody independent'), done: t('reported'), planned: t('planned') }[look]
    return (
      <span key={cell.auditId} className={classes.cell} title={words}>
        <span className={classes.mark} data-look={look} role="img" aria-label={words} />
        <RefLink reference={cell.ref}>{cell.ref}</RefLink>
      </span>
    )
  })
}
