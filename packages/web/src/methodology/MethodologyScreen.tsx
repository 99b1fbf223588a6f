import { Stack } from '@mantine/core'
import { createMethodologyDraft, type Methodology } from '@sinew/contract/methodology/methodology-contract.ts'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { CommentThread } from '../comment/CommentThread.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectHistory } from '../ledger/ObjectHistory.tsx'
import { MovementList } from '../movement/MovementList.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'
import { MethodologyView } from './MethodologyView.tsx'
import classes from './methodology.module.css'
import { inForceQuery, versionQuery, versionsQuery } from './methodology-queries.ts'
import { VersionDiff } from './VersionDiff.tsx'
import { VersionsPanel } from './VersionsPanel.tsx'

// The draft stands there to be read until it can be written.
const DraftEditor = lazy(async () => ({ default: (await import('./DraftEditor.tsx')).DraftEditor }))

const route = getRouteApi('/o/$slug/methodology')

/** How risks are assessed here: the version in force, its draft successor, the former ones, and what differs. */
export function Screen() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { version, against } = route.useSearch()
  const versions = useSuspenseQuery(versionsQuery(api)).data.items
  const inForce = useSuspenseQuery(inForceQuery(api)).data
  const chosen = versions.find(({ versionNumber }) => versionNumber === version)
  const loaded = useQuery({ ...versionQuery(api, chosen?.id ?? inForce.id), enabled: chosen !== undefined }).data
  const shown = chosen ? loaded : inForce
  const other = versions.find(({ versionNumber }) => versionNumber === against)
  if (shown === undefined) return null
  return (
    <>
      <PageHeader
        noun="methodology"
        title={t('Methodology')}
        chips={<span className={classes.chip}>{t('version {{number}}', { number: shown.versionNumber })}</span>}
        sentence={<Standing shown={shown} />}
        next={<NextStep shown={shown} draftNumber={versions.find(({ status }) => status === 'draft')?.versionNumber} />}
      />
      <div className={classes.columns}>
        <Stack gap="lg">
          {other && other.id !== shown.id && <VersionDiff to={shown} from={other} />}
          {shown.status === 'draft' && api.asOf === null ? (
            <Suspense fallback={<MethodologyView content={shown.content} engine={shown.engine} />}>
              <DraftEditor key={shown.id} draft={shown} inForce={inForce} />
            </Suspense>
          ) : (
            <MethodologyView content={shown.content} engine={shown.engine} />
          )}
          {shown.status !== 'draft' && <MovementList entity="methodology" entityId={shown.id} />}
        </Stack>
        <Stack gap="lg">
          <VersionsPanel versions={versions} shown={shown} />
          <CommentThread entity="methodology" entityId={shown.id} />
          <ObjectHistory entity="methodology" entityId={shown.id} />
        </Stack>
      </div>
    </>
  )
}

function Standing({ shown }: { readonly shown: Methodology }) {
  const { t } = useTranslation()
  if (shown.status === 'draft') {
    return (
      <StatusSentence tone="watch">
        {t('A draft by {{name}}: nothing counts by it yet.', { name: shown.proposedByName })}
      </StatusSentence>
    )
  }
  if (shown.status === 'superseded') {
    return <StatusSentence tone="calm">{t('A former version, kept as it was.')}</StatusSentence>
  }
  if (shown.isDefault) {
    return (
      <StatusSentence tone="watch">
        {t(
          'In force, but nobody has reviewed it: it is the default for an organisation of your size. Read it, change what does not fit, approve your own version.',
        )}
      </StatusSentence>
    )
  }
  return (
    <StatusSentence tone={shown.outdatedRiskCount > 0 ? 'watch' : 'calm'}>
      {t('In force, approved by {{name}}', { name: shown.approvedByName })} <When at={shown.approvedAt} show="day" />
      {shown.approvedAlone && t(' alone, as nobody else could approve it')}.{' '}
      {shown.outdatedRiskCount > 0 &&
        t('{{count}} risks were estimated under another version.', { count: shown.outdatedRiskCount })}
    </StatusSentence>
  )
}

function NextStep({ shown, draftNumber }: { readonly shown: Methodology; readonly draftNumber: number | undefined }) {
  const { t } = useTranslation()
  const may = useMay('methodology:write')
  const navigate = route.useNavigate()
  const open = (version: number) => void navigate({ search: { version } })
  const create = useOrganizationWrite(createMethodologyDraft, { onDone: ({ versionNumber }) => open(versionNumber) })
  if (shown.status === 'draft') {
    return (
      <PageLink to={paths.methodology} search={{}}>
        {t('Show the version in force')}
      </PageLink>
    )
  }
  return (
    <Stack gap={6} align="flex-end">
      {draftNumber === undefined ? (
        <ActionButton refusals={may} loading={create.isPending} onClick={() => void create.send({ body: {} })}>
          {shown.isDefault ? t('Review it') : t('Start the next version')}
        </ActionButton>
      ) : (
        <ActionButton onClick={() => open(draftNumber)}>{t('Go on with the draft')}</ActionButton>
      )}
      <ProblemPanel problem={create.problem} />
    </Stack>
  )
}
