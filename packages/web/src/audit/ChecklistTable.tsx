import { Button, Group, Table, Text } from '@mantine/core'
import { auditChecks } from '@sinew/contract/audit/audit-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import { useState } from 'react'
import { RefText } from '../app/RefText.tsx'
import { RequirementLink } from '../app/RequirementLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { loadedRegister } from '../register/load-registers.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { later } from '../ui/later.ts'
import classes from './audit.module.css'
import { SampleButton } from './SampleButton.tsx'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)

export type AuditCheck = OutputOf<typeof auditChecks.list>['items'][number]

type Props = {
  readonly checks: readonly AuditCheck[]
  readonly total: number
  readonly may: readonly Refusal[]
}

/** What is asked of each requirement, what was seen, and of which sample. */
export function ChecklistTable({ checks, total, may }: Props) {
  const { t } = useTranslation()
  const [editing, edit] = useState<AuditCheck | null>(null)
  const contract = loadedRegister('audit_check')
  const open = checks.filter(({ result }) => result === 'open').length
  return (
    <>
      <Text size="sm" c="dimmed" px="md" pb={6}>
        {t('{{answered}} of {{total}} answered', { answered: checks.length - open, total })}
      </Text>
      <Table.ScrollContainer
        minWidth={720}
        px="md"
        pb="sm"
        mah={640}
        scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      >
        <Table stickyHeader verticalSpacing={7} aria-label={t('Checklist')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={110}>{t('Requirement')}</Table.Th>
              <Table.Th>{t('Question')}</Table.Th>
              <Table.Th w={260}>{t('What was seen')}</Table.Th>
              <Table.Th w={120}>{t('Result')}</Table.Th>
              <Table.Th w={150} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {checks.map((check) => (
              <Table.Tr key={check.id}>
                <Table.Td fw={600} style={{ verticalAlign: 'top' }}>
                  <RequirementLink requirement={check.requirement} />
                </Table.Td>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  {check.title}
                  <span className={classes.question}>{check.question}</span>
                </Table.Td>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  {[check.interviewed, check.notes].filter((part) => part !== '').join(': ')}
                  {check.sampleSize !== null && (
                    <span className={classes.question}>
                      {t('{{size}} of {{population}} drawn, seed “{{seed}}”:', {
                        size: check.sampleSize,
                        population: check.samplePopulation,
                        seed: check.sampleSeed,
                      })}{' '}
                      <RefText>{check.sampleChosen.join(', ')}</RefText>
                    </span>
                  )}
                </Table.Td>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  {t(auditChecks.register.fields.result.words[check.result])}
                </Table.Td>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  {may.length === 0 && (
                    <Group gap={4} wrap="nowrap">
                      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => edit(check)}>
                        {t('Answer')}
                      </Button>
                      <SampleButton check={check} />
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {editing !== null && contract !== undefined && (
        <RecordEditor contract={contract} record={editing as unknown as AnyRecord} onClose={() => edit(null)} />
      )}
    </>
  )
}
