import { Group, Stack } from '@mantine/core'
import { type CoverageItem, createDocumentFromTemplate } from '@sinew/contract/document/document-contract.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { type MenuPath, paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { Requirements } from '../app/RequirementLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { SubjectTabs } from '../register/SubjectTabs.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { Standing } from '../ui/Standing.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { coverageQuery } from './document-queries.ts'
import { OtherTemplates } from './OtherTemplates.tsx'

const groups = [
  { basis: 'clause', title: 'Asked for by the clauses' },
  { basis: 'annex-a-if-necessary', title: 'Asked for by controls, where they are necessary' },
  { basis: 'recommended', title: 'Recommended' },
] as const

const words = {
  fresh: 'There',
  overdue: 'Review overdue',
  in_work: 'In work',
  missing: 'Missing',
  not_needed: 'Not needed',
} as const
const bearings = {
  fresh: 'good',
  overdue: 'late',
  in_work: undefined,
  missing: 'unknown',
  not_needed: undefined,
} as const

/** Which documents and records the standard asks for are there, and which are missing. */
export function Screen() {
  const { t } = useTranslation()
  const { items } = useSuspenseQuery(coverageQuery(useOrganizationApi())).data
  const mandatory = items.filter(({ basis }) => basis === 'clause')
  const there = mandatory.filter(({ state }) => state === 'fresh').length
  return (
    <>
      <SubjectTabs here={paths.documentCoverage} />
      <PageHeader
        noun="document"
        title={t('Coverage')}
        sentence={
          <StatusSentence tone={there === mandatory.length ? 'good' : 'watch'}>
            {t('{{there}} of {{all}} documents and records that the clauses ask for are there and fresh.', {
              there,
              all: mandatory.length,
            })}
          </StatusSentence>
        }
      />
      <Stack gap="lg">
        {groups.map(({ basis, title }) => (
          <Panel key={basis} title={t(title)}>
            <ObjectRows
              rows={items
                .filter((item) => item.basis === basis)
                .map((item) => ({
                  id: item.id,
                  title: item.title,
                  note: <Note item={item} />,
                  detail: <Detail item={item} />,
                }))}
            />
          </Panel>
        ))}
        <OtherTemplates />
      </Stack>
    </>
  )
}

function Note({ item }: { readonly item: CoverageItem }) {
  return (
    <>
      <RefText>{item.because}</RefText> <Requirements refs={item.refs} />
    </>
  )
}

function Detail({ item }: { readonly item: CoverageItem }) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('document:write')
  const start = useOrganizationWrite(createDocumentFromTemplate, {
    onDone: ({ number }) => go(paths.registered, { register: 'documents', number }),
  })
  const [document] = item.documents
  return (
    <Group gap="xs" justify="flex-end">
      {document === undefined && item.keptIn !== null && <KeptLink table={item.keptIn} />}
      {document !== undefined && (
        <PageLink to={paths.registered} params={{ register: 'documents', number: document.number }}>
          {`D-${document.number}`}
        </PageLink>
      )}
      {item.templateId !== null && item.state === 'missing' && (
        <ActionButton
          size="compact-xs"
          variant="default"
          refusals={may}
          loading={start.isPending}
          onClick={() => void start.send({ body: { templateId: item.templateId ?? '' } })}
        >
          {t('Start from a template')}
        </ActionButton>
      )}
      <ProblemPanel problem={start.problem} />
      <Standing bearing={bearings[item.state]}>{t(words[item.state])}</Standing>
    </Group>
  )
}

/** Where records stand that are no register of the kit. */
const lists: Readonly<Record<string, MenuPath>> = {
  risk: paths.risks,
  asset: paths.assets,
  obligation: paths.obligations,
  treatment_action: paths.treatment,
  soa_version: paths.soaVersions,
  methodology: paths.methodology,
}

/** Leads to the records that are kept instead of a document. */
function KeptLink({ table }: { readonly table: string }) {
  const { t } = useTranslation()
  // Parts have no list of their own: they stand on the pages of what they are parts of.
  const kept = registerHeads.find((one) => one.table === table)
  const head = kept?.part ? registerHeads.find((one) => one.table === kept.part?.entity) : kept
  const list = lists[table]
  if (list !== undefined) return <PageLink to={list}>{t('See them')}</PageLink>
  if (head === undefined) return null
  return (
    <PageLink to={paths.register} params={{ register: head.plural }}>
      {t('See them')}
    </PageLink>
  )
}
