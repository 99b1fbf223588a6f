import { Button, Code, CopyButton, FileButton, Progress, Stack } from '@mantine/core'
import type { Problem } from '@sinew/contract/client.ts'
import { type IngestRun, pushReport } from '@sinew/contract/ingest/ingest-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readUrl } from '../api/api-query.ts'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { uploadTo } from '../api/upload.ts'
import { problemOf } from '../api/use-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './collector.module.css'

/** How a report gets here: from a program with a token, or by hand. */
export function PushReportPanel({ collectorId }: { readonly collectorId?: string }) {
  const { t } = useTranslation()
  const may = useMay('evidence:write')
  const command = `npx sinew evidence push report.ocsf.json --url ${window.location.origin} --token $SINEW_TOKEN`
  if (!isOffered(may)) return null
  return (
    <Panel
      title={t('Push a report')}
      hint={t('Prowler’s OCSF output. The file is kept, and each control it speaks to gets a dated k of n.')}
    >
      <Stack gap="md">
        <div className={classes.command}>
          <Code block className={classes.code}>
            {command}
          </Code>
          <CopyButton value={command}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {copied ? t('Copied') : t('Copy')}
              </Button>
            )}
          </CopyButton>
        </div>
        <p className={classes.note}>
          {t('The token is made once, with the right to add evidence:')}{' '}
          <PageLink to={paths.tokens} inherit underline="always">
            {t('your tokens')}
          </PageLink>
        </p>
        <ByHand collectorId={collectorId} />
      </Stack>
    </Panel>
  )
}

function ByHand({ collectorId }: { readonly collectorId?: string }) {
  const { t } = useTranslation()
  const go = useGo()
  const queries = useQueryClient()
  const may = useMay('evidence:write')
  const { organizationId } = useOrganizationApi()
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (file: File | null) => {
    if (file === null) return
    setProblem(null)
    setShare(0)
    try {
      const url = readUrl(pushReport, { organizationId }, { name: file.name, collectorId })
      // The route says what it answers.
      const run = (await uploadTo(url, file, setShare)) as IngestRun
      await queries.invalidateQueries()
      go(paths.ingestRun, { ingestRunId: run.id })
    } catch (error) {
      setProblem(problemOf(error as Error))
    } finally {
      setShare(null)
    }
  }
  return (
    <Stack gap="xs" align="flex-start">
      <FileButton
        accept=".json,application/json"
        onChange={(file) => void send(file)}
        inputProps={{ 'aria-label': t('Report') }}
      >
        {({ onClick }) => (
          <ActionButton refusals={may} loading={share !== null} onClick={onClick}>
            {t('Choose a report')}
          </ActionButton>
        )}
      </FileButton>
      {share !== null && (
        <Progress value={share * 100} size="sm" w="100%" maw={320} aria-label={t('Sending the report')} />
      )}
      <ProblemPanel problem={problem} />
    </Stack>
  )
}
