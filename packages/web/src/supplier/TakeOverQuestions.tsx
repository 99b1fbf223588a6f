import { FileButton, Stack } from '@mantine/core'
import { takeOverQuestions } from '@sinew/contract/supplier/supplier-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { tableFiles, tableOfFile } from './table-of-file.ts'

/** Takes the questions of a table over. */
export function TakeOverQuestions({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const may = useMay('supplier:write')
  const [added, say] = useState<number | null>(null)
  const write = useOrganizationWrite(takeOverQuestions, { onDone: (done) => say(done.added) })
  return (
    <Panel
      title={t('Take over a table')}
      hint={t(
        'A spreadsheet (XLSX) or CSV with a column Question and, if wanted, Reference, Section, Answer (yes_no or text) and Good answer (yes, no or any).',
      )}
    >
      <Stack gap="sm" align="flex-start">
        <FileButton
          accept={tableFiles}
          onChange={async (file) => {
            say(null)
            if (file === null) return
            await write.send({ params: { questionnaireId: record.id }, body: await tableOfFile(file) })
          }}
        >
          {(props) => (
            <ActionButton {...props} variant="default" refusals={may} loading={write.isPending}>
              {t('Choose a file')}
            </ActionButton>
          )}
        </FileButton>
        <ProblemPanel problem={write.problem} />
        {added !== null && <p role="status">{t('{{count}} questions were added.', { count: added })}</p>}
      </Stack>
    </Panel>
  )
}
