import { Button, Pagination } from '@mantine/core'
import { type Deletion, restore } from '@sinew/contract/ledger/ledger-contract.ts'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { NotPermitted } from '../app/NotPermitted.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { AskButton } from '../ui/form/AskButton.tsx'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { SaidDone } from '../ui/SaidDone.tsx'
import { When } from '../ui/When.tsx'
import classes from './ledger.module.css'
import { deletedQuery } from './ledger-queries.ts'

const route = getRouteApi('/o/$slug/ledger/deleted')

export function Screen() {
  const { t } = useTranslation()
  const { role } = useOrganization()
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="ledger" to={paths.ledger}>
            {t('Ledger')}
          </PageLink>,
        ]}
        noun="ledger"
        title={t('Deleted things')}
        sentence={t('What was deleted and can come back, with everything that went with it, under its old number.')}
      />
      {hasPermission(role, 'ledger:restore') ? (
        <Deletions />
      ) : (
        <NotPermitted noun="ledger" what={t('Owners and managers bring deleted things back.')} />
      )}
    </>
  )
}

function Deletions() {
  const { t } = useTranslation()
  const { page = 1 } = route.useSearch()
  const navigate = route.useNavigate()
  const [done, setDone] = useState('')
  const { items, total, pageSize } = useSuspenseQuery(deletedQuery(useOrganizationApi(), page)).data
  return (
    <>
      <SaidDone>{done}</SaidDone>
      {total === 0 && (
        <EmptyState noun="ledger" title={t('Nothing is deleted')}>
          {t('Whatever somebody removes appears here, with who did it and why, and can be brought back.')}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ol className={classes.requests}>
          {items.map((deletion) => (
            <Row key={deletion.deletionId} deletion={deletion} onDone={setDone} />
          ))}
        </ol>
      )}
      {total > pageSize && (
        <Pagination
          mt="md"
          size="sm"
          total={Math.ceil(total / pageSize)}
          value={page}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, page: next === 1 ? undefined : next }) })}
        />
      )}
    </>
  )
}

type RowProps = { readonly deletion: Deletion; readonly onDone: (sentence: string) => void }

function Row({ deletion, onDone }: RowProps) {
  const { t } = useTranslation()
  const beside = deletion.rowCount - deletion.items.length
  return (
    <li className={classes.deletion}>
      <div className={classes.what}>
        <ul className={classes.rows}>
          {deletion.items.map(({ entity, entityId, ref, title }) => (
            <li key={entityId} className={classes.row}>
              <span className={classes.entity}>{t(ledgeredEntities[entity].label)}</span>{' '}
              <strong>{[ref, title].filter(Boolean).join(' ')}</strong>
            </li>
          ))}
        </ul>
        <p className={classes.by}>
          {t('removed by {{name}},', { name: deletion.actor.name })} <When at={deletion.at} show="both" />
          {beside > 0 && <> · {t('{{count}} rows went with it', { count: beside })}</>}
        </p>
        {deletion.reason && <p className={classes.reason}>“{deletion.reason}”</p>}
      </div>
      <Restore deletion={deletion} onDone={onDone} />
    </li>
  )
}

function Restore({ deletion: { deletionId, items }, onDone }: RowProps) {
  const { t } = useTranslation()
  const may = useMay('ledger:restore')
  const [reason, setReason] = useState('')
  const write = useOrganizationWrite(restore, {
    onDone: ({ rowCount }) => {
      const name = [items[0]?.ref, items[0]?.title].filter(Boolean).join(' ')
      onDone(t('{{name}} is back, {{count}} rows in all.', { name, count: rowCount }))
    },
  })
  return (
    <AskButton label={t('Bring back')} refusals={may} width={340}>
      <ReasonInput placeholder={t('Removed by mistake')} value={reason} onChange={setReason} />
      <ProblemPanel problem={write.problem} />
      <Button
        size="xs"
        disabled={reason.trim().length < 3}
        loading={write.isPending}
        onClick={() => void write.send({ body: { deletionId, reason } })}
      >
        {t('Bring back')}
      </Button>
    </AskButton>
  )
}
