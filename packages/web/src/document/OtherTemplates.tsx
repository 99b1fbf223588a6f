import { createDocumentFromTemplate } from '@sinew/contract/document/document-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { templatesQuery } from './document-queries.ts'

/** Every template there is, each a document to start from. */
export function OtherTemplates() {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('document:write')
  const templates = useQuery(templatesQuery(useOrganizationApi())).data?.items ?? []
  const start = useOrganizationWrite(createDocumentFromTemplate, {
    onDone: ({ number }) => go(paths.registered, { register: 'documents', number }),
  })
  return (
    <Panel
      title={t('Templates')}
      hint={t(
        'Texts to start from, with your name and scope in them. What only you can say is marked, and asked for before review.',
      )}
    >
      <ProblemPanel problem={start.problem} />
      <ObjectRows
        rows={templates.map(({ id, title, sentence, clauses, controls }) => ({
          id,
          title,
          note: `${sentence} ${[...clauses, ...controls].join(', ')}`,
          detail: (
            <ActionButton
              size="compact-xs"
              variant="default"
              refusals={may}
              aria-label={t('Start {{title}}', { title })}
              loading={start.isPending}
              onClick={() => void start.send({ body: { templateId: id } })}
            >
              {t('Start')}
            </ActionButton>
          ),
        }))}
      />
    </Panel>
  )
}
