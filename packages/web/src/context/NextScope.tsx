import { Group, TextInput } from '@mantine/core'
import { scopeVersions } from '@sinew/contract/context/context-contract.ts'
import { startScopeVersion } from '@sinew/contract/context/scope-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { isOffered } from '../ui/offered.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'

const register = scopeVersions.register.plural

/** The scope in force, and the way to its next version. */
export function NextScope() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('context:write')
  const [title, name] = useState('')
  const page = useQuery(api.query(scopeVersions.list, { query: { status: 'approved', pageSize: 1 } })).data
  const write = useOrganizationWrite(startScopeVersion, {
    onDone: ({ number }) => go(paths.registered, { register, number }),
  })
  const inForce = page?.items[0]
  // The first version is written like any other record.
  if (inForce === undefined) return null
  const unnamed = title.trim() === '' ? [{ code: 'unnamed', message: t('Give the version a name first.') }] : []
  return (
    <Panel
      title={t('In force')}
      hint={
        <StatusSentence tone={inForce.isOverdue ? 'bad' : 'good'}>
          <PageLink to={paths.registered} params={{ register, number: inForce.number }}>
            {`SC-${inForce.number} ${inForce.title}`}
          </PageLink>
          , {t('approved by {{name}}', { name: inForce.approverName })}{' '}
          {inForce.approvedAt && <When at={inForce.approvedAt} show="day" />}
          {inForce.isOverdue && ` · ${t('its review is overdue')}`}
        </StatusSentence>
      }
    >
      <p style={{ marginTop: 0, whiteSpace: 'pre-wrap' }}>{inForce.statement}</p>
      <ProblemPanel problem={write.problem} />
      {isOffered(may) && (
        <Group gap="xs" align="end">
          <TextInput
            label={t('Name of the next version')}
            description={t('It begins with what is in force, its borders included.')}
            placeholder={t('Scope 2027')}
            maxLength={200}
            value={title}
            onChange={(event) => name(event.currentTarget.value)}
          />
          <ActionButton
            variant="default"
            refusals={[...may, ...unnamed]}
            loading={write.isPending}
            onClick={() => void write.send({ body: { title: title.trim() } })}
          >
            {t('Start the next version')}
          </ActionButton>
        </Group>
      )}
    </Panel>
  )
}
