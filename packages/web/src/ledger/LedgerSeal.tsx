import { Button, Code, CopyButton, Group, List, TextInput } from '@mantine/core'
import {
  type LedgerBreak,
  type LedgerVerification,
  verifyLedger,
} from '@sinew/contract/ledger/verification-contract.ts'
import { isEntityName, ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { IconLink, IconLinkOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { problemOf } from '../api/use-write.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import classes from './ledger.module.css'

/** Whether the ledger is still what was sealed: asked for, since the whole chain is worked out again. */
export function LedgerSeal() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const [noted, note] = useState('')
  const [asked, ask] = useState<string | null>(null)
  const expected = (asked ?? '').trim()
  const { data, error, isFetching, refetch } = useQuery({
    ...api.query(verifyLedger, { query: expected === '' ? {} : { expected } }),
    enabled: asked !== null,
    staleTime: 0,
    retry: false,
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (asked === noted) void refetch()
    else ask(noted)
  }
  return (
    <Panel
      title={t('Is it still what was written?')}
      hint={t(
        'Every entry is sealed into a chain. Note the last hash outside of Sinew: with it, the past can be proven later.',
      )}
    >
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            className={classes.noted}
            label={t('A hash that was noted earlier')}
            description={t('May be left out')}
            value={noted}
            onChange={(event) => note(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
          <Button type="submit" loading={isFetching}>
            {t('Verify')}
          </Button>
        </Group>
      </form>
      <div role="status" className={classes.verified}>
        {error !== null && !isFetching && <ProblemPanel problem={problemOf(error)} />}
        {error === null && data !== undefined && !isFetching && <Verified verification={data} expected={expected} />}
      </div>
    </Panel>
  )
}

type VerifiedProps = { readonly verification: LedgerVerification; readonly expected: string }

function Verified({ verification, expected }: VerifiedProps) {
  const { t } = useTranslation()
  const { holds, links, entries, waiting, rows, last, expectedAt, breaks, breakCount } = verification
  if (!holds) {
    return (
      <div className={classes.outcome} data-broken>
        <strong>
          <IconLinkOff size={18} aria-hidden="true" />{' '}
          {breaks.length > 0 && breaks.every(({ row }) => row !== null)
            ? t('What is in the database is not what the ledger says')
            : t('The chain does not hold')}
        </strong>
        <List size="sm">
          {expected !== '' && expectedAt === null && (
            <List.Item>{t('No link has the noted hash: the ledger is not the one it was noted of.')}</List.Item>
          )}
          {breaks.map((one) => (
            <List.Item key={`${one.position} ${one.entry} ${one.row?.id} ${one.what}`}>{breakWords(t, one)}</List.Item>
          ))}
        </List>
        {breakCount > breaks.length && <p>{t('And {{count}} more.', { count: breakCount - breaks.length })}</p>}
      </div>
    )
  }
  if (last === null)
    return <p className={classes.seal}>{t('Nothing is sealed yet: the first link is made within the hour.')}</p>
  return (
    <div className={classes.outcome}>
      <strong>
        <IconLink size={18} aria-hidden="true" /> {t('The chain holds')}
      </strong>
      <p className={classes.seal}>
        {t('{{entries}} entries are as they were sealed, link by link up to number {{links}}.', { entries, links })}{' '}
        {t('{{count}} rows in the database are what their newest entries say.', { count: rows })}{' '}
        {expectedAt !== null && t('The noted hash is that of link {{position}}.', { position: expectedAt })}{' '}
        {waiting > 0 && t('{{count}} newer entries wait for the next link.', { count: waiting })}
      </p>
      <Group gap="xs">
        <span className={classes.seal}>
          {t('Last link')} <When at={last.at} />
        </span>
        <Code className={classes.hash}>{last.hash}</Code>
        <CopyButton value={last.hash}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy}>
              {copied ? t('Copied') : t('Copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  )
}

function breakWords(t: Translate, { position, entry, what, row }: LedgerBreak): string {
  if (row !== null) {
    const { table, name, id } = row
    const named = { name: name ?? id, table: isEntityName(table) ? t(ledgeredEntities[table].label) : table }
    if (what === 'row_changed') return t('{{table}} “{{name}}” is not what its newest entry says.', named)
    if (what === 'row_missing') return t('{{table}} “{{name}}” is gone, and no entry says so.', named)
    return t('{{table}} “{{name}}” is there, and no entry says so.', named)
  }
  if (what === 'entry_changed') return t('Link {{position}}: an entry was changed after it was sealed.', { position })
  if (what === 'entry_missing')
    return t('Link {{position}}: an entry that was sealed is not there any more.', { position })
  if (what === 'slipped_in') return t('Entry {{entry}} was slipped in among sealed ones.', { entry })
  if (what === 'link_changed') return t('Link {{position}} was changed itself.', { position })
  if (what === 'link_broken') return t('Link {{position}} does not follow from the one before.', { position })
  return t('Before link {{position}} one is missing.', { position })
}
