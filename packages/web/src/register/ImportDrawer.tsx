import { Button, FileButton, Group, Stack, Table, Text, Textarea } from '@mantine/core'
import type { ImportOutcome, RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

type Props = {
  readonly route: RegisterContract['import']
  /** What the columns can be called. */
  readonly headings: readonly string[]
  readonly onClose: () => void
}

/** Adds rows of a table, looked through before anything is added. */
export function ImportDrawer({ route, headings, onClose }: Props) {
  const { t } = useTranslation()
  const [csv, setCsv] = useState('')
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const write = useOrganizationWrite(route)
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
    <EditDrawer title={t('Add from a table')} isOpen onClose={onClose} isDirty={() => csv !== '' && !isFine}>
      <Stack>
        <Text size="sm">
          {t('A CSV file, or cells copied from a spreadsheet, with a heading for each column. Headings there are:')}{' '}
          {headings.join(', ')}.
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
          placeholder={`${headings.slice(0, 3).join(',')}\n…`}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', whiteSpace: 'pre' } }}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <ProblemPanel problem={write.problem} />
        {outcome !== null && <Outcome outcome={outcome} />}
        <Group>
          {isFine ? (
            <Button loading={write.isPending} onClick={() => void send(false)}>
              {t('Add {{count}} rows', { count: outcome.rows })}
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

function Outcome({ outcome: { rows, problems } }: { readonly outcome: ImportOutcome }) {
  const { t } = useTranslation()
  if (problems.length === 0) return <Text size="sm">{t('{{count}} rows are fine.', { count: rows })}</Text>
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550} role="status">
        {t('Nothing is added while a row has a problem:')}
      </Text>
      <Table>
        <Table.Tbody>
          {problems.map(({ row, column, message }) => (
            <Table.Tr key={`${row} ${column} ${message}`}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {t('Row {{row}}', { row })} {column}
              </Table.Td>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
