import { Checkbox, Stack } from '@mantine/core'
import { acknowledgeReading } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { versionQuery } from '../document/document-queries.ts'
import { RichText } from '../document/RichText.tsx'
import { VersionExport } from '../document/VersionExport.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { readingQuery } from './acknowledgement-queries.ts'

const route = getRouteApi('/o/$slug/reading/$acknowledgementRequestId')

/** One document to read, and the tick below it. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { acknowledgementRequestId } = route.useParams()
  const { open, done } = useSuspenseQuery(readingQuery(api)).data
  const reading = [...open, ...done].find(({ requestId }) => requestId === acknowledgementRequestId)
  if (reading === undefined) throw new Error('What was to be read is gone.')
  const version = useSuspenseQuery(versionQuery(api, reading.documentVersionId)).data
  return (
    <>
      <PageHeader
        noun="acknowledgement"
        trail={[
          <PageLink key="reading" to={paths.reading}>
            {t('Please read')}
          </PageLink>,
        ]}
        title={reading.title}
        sentence={
          <>
            {t('Version {{number}}', { number: reading.versionNumber })} · {t('to be read by')}{' '}
            <When at={reading.dueAt} show="both" />
          </>
        }
        actions={<VersionExport version={version} reference={`D-${reading.documentNumber}`} />}
      />
      <Stack gap="lg">
        {reading.message !== '' && <Panel title={t('A word before')}>{reading.message}</Panel>}
        <Panel>
          <RichText text={version.content} />
        </Panel>
        <Panel title={t('Your answer')}>
          {reading.acknowledgedAt === null ? (
            <Answer requestId={reading.requestId} documentVersionId={version.id} />
          ) : (
            <StatusSentence tone="good">
              {t('You have read this version.')} <When at={reading.acknowledgedAt} show="both" />
            </StatusSentence>
          )}
        </Panel>
      </Stack>
    </>
  )
}

type Props = { readonly requestId: string; readonly documentVersionId: string }

function Answer({ requestId, documentVersionId }: Props) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('acknowledgement:own')
  const [isTicked, tick] = useState(false)
  const write = useOrganizationWrite(acknowledgeReading, { onDone: () => go(paths.reading) })
  const untouched = isTicked ? [] : refuse('not_ticked', t('Tick first that you have read it.'))
  return (
    <Stack gap="sm" align="flex-start">
      <Checkbox
        size="md"
        label={t('I have read this version, I have understood it, and I keep to it.')}
        checked={isTicked}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <ActionButton
        size="md"
        refusals={[...may, ...untouched]}
        loading={write.isPending}
        onClick={() =>
          void write.send({ params: { acknowledgementRequestId: requestId }, body: { documentVersionId } })
        }
      >
        {t('Done')}
      </ActionButton>
      <ProblemPanel problem={write.problem} />
    </Stack>
  )
}
