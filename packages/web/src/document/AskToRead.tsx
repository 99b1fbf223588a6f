import { campaigns } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'

const RecordEditor = later(async () => (await import('../register/RecordEditor.tsx')).RecordEditor)
const contract = campaigns as unknown as RegisterContract
const usualDaysMs = 21 * 86_400_000

type Props = { readonly record: AnyRecord; readonly versionNumber: number }

/** Leads from a version that holds to whoever has to know it: asks them, or says how many of them have read it. */
export function AskToRead({ record, versionNumber }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('document:write')
  const [isAsking, ask] = useState(false)
  const open = useQuery(api.query(campaigns.list, { query: { documentId: record.id, status: 'open', pageSize: 200 } }))
    .data?.items
  if (open === undefined) return null
  const asked = open.find((one) => one.versionNumber === versionNumber)
  if (asked !== undefined)
    return (
      <PageLink
        to={paths.registered}
        params={{ register: contract.register.plural, number: asked.number }}
        size="sm"
        py={8}
      >
        {t('{{read}} of {{all}} have read it', { read: asked.readCount ?? 0, all: asked.askedCount ?? 0 })}
      </PageLink>
    )
  return (
    <>
      <ActionButton variant="default" refusals={may} onClick={() => ask(true)}>
        {t('Ask people to read it')}
      </ActionButton>
      {isAsking && (
        <RecordEditor
          contract={contract}
          given={{ documentId: record.id }}
          suggested={{
            title: t('Read: {{title}}', { title: String(record.title) }),
            dueAt: new Date(Date.now() + usualDaysMs).toISOString(),
          }}
          onClose={() => ask(false)}
          onDone={({ number }) => void go(paths.registered, { register: contract.register.plural, number })}
        />
      )}
    </>
  )
}
