import { Stack } from '@mantine/core'
import type { Reading } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Standing } from '../ui/Standing.tsx'
import { When } from '../ui/When.tsx'
import { readingQuery } from './acknowledgement-queries.ts'

/** What whoever is signed in is asked to read, and what they have read. */
export function Screen() {
  const { t } = useTranslation()
  const { personName, open, done } = useSuspenseQuery(readingQuery(useOrganizationApi())).data
  const sentence =
    personName === null
      ? t('You are not in the list of people, so nobody can ask you to read anything.')
      : open.length === 0
        ? t('There is nothing for you to read.')
        : t('{{count}} documents are waiting for you.', { count: open.length })
  return (
    <>
      <PageHeader noun="acknowledgement" title={t('Please read')} sentence={sentence} />
      <Stack gap="lg">
        <Panel title={t('To read')}>
          {open.length === 0 && (
            <EmptyState noun="acknowledgement" title={t('Nothing is waiting')}>
              {t('When somebody asks you to read a document, it stands here. Read it, tick, done.')}
            </EmptyState>
          )}
          <ObjectRows rows={open.map(rowOf)} />
        </Panel>
        {done.length > 0 && (
          <Panel title={t('Read')}>
            <ObjectRows rows={done.map(rowOf)} />
          </Panel>
        )}
      </Stack>
    </>
  )
}

function rowOf(one: Reading) {
  return {
    id: one.requestId,
    title: (
      <PageLink to={paths.read} params={{ acknowledgementRequestId: one.requestId }} fw={550}>
        {one.title}
      </PageLink>
    ),
    note: <Note reading={one} />,
    detail: one.isLate ? <Late /> : undefined,
  }
}

function Note({ reading }: { readonly reading: Reading }) {
  const { t } = useTranslation()
  const { versionNumber, acknowledgedAt, dueAt } = reading
  return (
    <>
      {t('Version {{number}}', { number: versionNumber })} · {acknowledgedAt === null && `${t('by')} `}
      <When at={acknowledgedAt ?? dueAt} show="both" />
    </>
  )
}

function Late() {
  const { t } = useTranslation()
  return <Standing bearing="late">{t('Late')}</Standing>
}
