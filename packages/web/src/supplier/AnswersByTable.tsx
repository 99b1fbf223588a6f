import { Button, FileButton, Group, Stack, TextInput } from '@mantine/core'
import type { BodyOf } from '@sinew/contract/client.ts'
import { exportAnswers, takeOverAnswers } from '@sinew/contract/supplier/supplier-contract.ts'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { tableFiles, tableOfFile } from './table-of-file.ts'

/** Answers by a table instead of the link: take it away, have it filled in, take it over. */
export function AnswersByTable({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const params = { supplierQuestionnaireId: record.id }
  const address = (format: 'xlsx' | 'csv') => api.url(exportAnswers, { params, query: { format } })
  const isOpen = ['draft', 'sent'].includes(String(record.state))
  return (
    <Panel
      title={isOpen ? t('By spreadsheet') : t('Take it away')}
      hint={
        isOpen
          ? t('For a supplier who answers in a table: send it, and take over what comes back.')
          : t('The questions with the answers, and which are as wanted.')
      }
    >
      <Stack gap="sm">
        <Group gap="xs">
          <Button variant="default" component="a" href={address('xlsx')} download>
            {t('Spreadsheet (XLSX)')}
          </Button>
          <Button variant="default" component="a" href={address('csv')} download>
            {t('Text (CSV)')}
          </Button>
        </Group>
        {isOpen && <TakeOver record={record} />}
      </Stack>
    </Panel>
  )
}

type Table = Pick<BodyOf<typeof takeOverAnswers>, 'csv' | 'xlsx'>

function TakeOver({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const may = useMay('supplier:write')
  const [table, keep] = useState<Table | null>(null)
  const [name, sayName] = useState('')
  const write = useOrganizationWrite(takeOverAnswers)
  const send = (given: Table, submit: boolean) =>
    write.send({
      params: { supplierQuestionnaireId: record.id },
      version: record.version,
      body: { ...given, name, submit },
    })
  const [outcome, show] = useState<{ readonly taken: number; readonly open: number } | null>(null)
  return (
    <>
      <FileButton
        accept={tableFiles}
        onChange={async (file) => {
          show(null)
          if (file === null) return
          const given = await tableOfFile(file)
          keep(given)
          show((await send(given, false)) ?? null)
        }}
      >
        {(props) => (
          <ActionButton
            {...props}
            variant="default"
            refusals={may}
            loading={write.isPending}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('Take over a filled-in table')}
          </ActionButton>
        )}
      </FileButton>
      <ProblemPanel problem={write.problem} />
      {outcome !== null && (
        <p role="status">
          {t('Answers taken over: {{taken}}. Still open: {{open}}.', {
            taken: outcome.taken,
            open: outcome.open,
          })}
        </p>
      )}
      {outcome?.open === 0 && table !== null && (
        <Group align="end">
          <TextInput
            label={t('Who answered there')}
            value={name}
            maxLength={200}
            style={{ flex: 1 }}
            onChange={(event) => sayName(event.currentTarget.value)}
          />
          <ActionButton refusals={may} loading={write.isPending} onClick={() => void send(table, true)}>
            {t('Submit for good')}
          </ActionButton>
        </Group>
      )}
    </>
  )
}
