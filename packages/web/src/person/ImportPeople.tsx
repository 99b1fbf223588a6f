import { Button, FileButton, Group, Stack, Table, Text, Textarea } from '@mantine/core'
import type { OutputOf } from '@sinew/contract/client.ts'
import { importPeople } from '@sinew/contract/person/person-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Outcome = OutputOf<typeof importPeople>

/** People from a table, looked through before anything is written. */
export function ImportPeople({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [csv, setCsv] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const write = useOrganizationWrite(importPeople)
  const change = (text: string) => {
    setCsv(text)
    setOutcome(null)
  }
  const send = async (dryRun: boolean) => {
    const answer = await write.send({ body: { csv, dryRun } })
    if (answer === undefined) return
    setOutcome(answer)
    if (!dryRun && answer.problems.length === 0) onClose()
  }
  const isFine = outcome !== null && outcome.problems.length === 0
  return (
    <EditDrawer title={t('Import people')} isOpen onClose={onClose} isDirty={() => csv !== '' && !isFine}>
      <Stack>
        <Text size="sm">
          {t(
            'A table with the headings Name, E-mail, Job title, Unit and Manager (by e-mail). Whoever has a known e-mail is brought up to date; an empty cell changes nothing.',
          )}
        </Text>
        <Group>
          <FileButton accept=".csv,text/csv,text/plain" onChange={async (file) => file && change(await file.text())}>
            {(props) => (
              <Button {...props} variant="default">
                {t('Choose a file')}
              </Button>
            )}
          </FileButton>
        </Group>
        <Textarea
          label={t('The table')}
          autosize
          minRows={6}
          maxRows={16}
          value={csv}
          placeholder={'Name,E-mail,Job title,Unit,Manager\n…'}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', whiteSpace: 'pre' } }}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <ProblemPanel problem={write.problem} />
        {outcome !== null && <Looked outcome={outcome} />}
        <Group>
          {isFine ? (
            <Button loading={write.isPending} onClick={() => void send(false)}>
              {t('Take them over')}
            </Button>
          ) : (
            <Button disabled={csv.trim() === ''} loading={write.isPending} onClick={() => void send(true)}>
              {t('Look through it')}
            </Button>
          )}
        </Group>
      </Stack>
    </EditDrawer>
  )
}

function Looked({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation()
  const { added, updated, unchanged, problems } = outcome
  if (problems.length === 0)
    return (
      <Text size="sm" role="status">
        {t('New: {{added}}. Brought up to date: {{updated}}. As they are: {{unchanged}}.', {
          added,
          updated,
          unchanged,
        })}
      </Text>
    )
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550} role="status">
        {t('Nothing is written while a row has a problem:')}
      </Text>
      <Table>
        <Table.Tbody>
          {problems.slice(0, 50).map(({ row, column, message }) => (
            <Table.Tr key={`${row} ${column} ${message}`}>
              <Table.Td>{t('Line {{row}}', { row })}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
