import { Button, FileButton, Group, Stack, Table, Text, Textarea } from '@mantine/core'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { importPeople } from '@sinew/contract/person/person-contract.ts'
import type { ImportOutcome, RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { useState } from 'react'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { readTableFile, tableFileFault } from './table-file.ts'

const mostShown = 50

const faults = {
  empty: 'The file is empty.',
  binary: 'The file is no text. Save the table as CSV first.',
} as const

type ImportRoute = RegisterContract['import'] | typeof importPeople

type Props<R extends ImportRoute> = {
  readonly route: R
  readonly title: string
  /** What a table has to look like. */
  readonly hint: string
  readonly headings: readonly string[]
  /** What a table without problems leads to, and what the button that does it says. */
  readonly fine: (outcome: OutputOf<R>) => { readonly sentence: string; readonly button: string }
  readonly onClose: () => void
}

/** Takes a table over, looked through before anything is written. */
export function TableImport<R extends ImportRoute>({ route, title, hint, headings, fine, onClose }: Props<R>) {
  const { t } = useTranslation()
  const [csv, setCsv] = useState('')
  const [outcome, setOutcome] = useState<OutputOf<R> | null>(null)
  const write = useOrganizationWrite(route as RegisterContract['import'])
  const [fault, setFault] = useState<'empty' | 'binary' | null>(null)
  const change = (text: string) => {
    setCsv(text)
    setOutcome(null)
    setFault(null)
    write.reset()
  }
  const take = async (file: File | null) => {
    if (file === null) return
    const text = await readTableFile(file)
    const found = tableFileFault(text)
    change(found === null ? text : '')
    setFault(found)
  }
  const send = async (dryRun: boolean) => {
    const answer = await write.send({ body: { csv, dryRun } })
    if (answer === undefined) return
    // Each route answers with its own outcome.
    setOutcome(answer as OutputOf<R>)
    if (!dryRun && answer.problems.length === 0) onClose()
  }
  const words = outcome !== null && outcome.problems.length === 0 ? fine(outcome) : null
  return (
    <EditDrawer title={title} isOpen onClose={onClose} isDirty={() => csv !== '' && words === null}>
      <Stack>
        <Text size="sm">{hint}</Text>
        <Group>
          <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void take(file)}>
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
          error={fault && t(faults[fault])}
          placeholder={`${headings.join(',')}\n…`}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', whiteSpace: 'pre' } }}
          onChange={(event) => change(event.currentTarget.value)}
        />
        <ProblemPanel problem={write.problem && { ...write.problem, title: t('The table cannot be read') }} />
        {outcome !== null && outcome.problems.length > 0 && <Problems problems={outcome.problems} />}
        {words !== null && (
          <Text size="sm" role="status">
            {words.sentence}
          </Text>
        )}
        <Group>
          <Button disabled={csv.trim() === ''} loading={write.isPending} onClick={() => void send(words === null)}>
            {words === null ? t('Look through it') : words.button}
          </Button>
        </Group>
      </Stack>
    </EditDrawer>
  )
}

function Problems({ problems }: Pick<ImportOutcome, 'problems'>) {
  const { t } = useTranslation()
  return (
    <Stack gap={4}>
      <Text size="sm" fw={550} role="status">
        {t('Nothing is added while a row has a problem:')}
      </Text>
      <Table>
        <Table.Tbody>
          {problems.slice(0, mostShown).map(({ row, column, message }) => (
            <Table.Tr key={`${row} ${column} ${message}`}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {t('Row {{row}}', { row })} {column}
              </Table.Td>
              <Table.Td>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {problems.length > mostShown && t('{{count}} in all', { count: problems.length })}
    </Stack>
  )
}
