import { Anchor, Code, Stack, Switch, Text } from '@mantine/core'
import { revokeToken, type Token } from '@sinew/contract/token/token-contract.ts'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { SettingsHeader } from './SettingsHeader.tsx'
import classes from './settings.module.css'
import { tokensQuery } from './settings-queries.ts'
import { TokenForm } from './TokenForm.tsx'

export function Screen() {
  const { t } = useTranslation()
  const { role } = useOrganization()
  const [everybody, setEverybody] = useState(false)
  const query = tokensQuery(useOrganizationApi(), everybody)
  const tokens = useQuery({ ...query, placeholderData: keepPreviousData }).data?.items ?? []
  const live = tokens.filter(({ status }) => status === 'live')
  const over = tokens.filter(({ status }) => status !== 'live')
  return (
    <>
      <SettingsHeader
        page="tokens"
        sentence={t('A token lets a script or a scanner act as you, within the permissions you give it.')}
      />
      <Stack gap="lg" className={classes.narrow}>
        <TokenForm />
        <ApiNote />
        <Panel
          title={everybody ? t('Everybody’s tokens') : t('Your tokens')}
          actions={
            hasPermission(role, 'member:manage') && (
              <Switch
                size="xs"
                label={t('Everybody’s')}
                checked={everybody}
                onChange={(event) => setEverybody(event.currentTarget.checked)}
              />
            )
          }
        >
          {live.length === 0 && (
            <EmptyState title={t('No token works now')}>
              {t('Make one for the machine that sends evidence: it should hold what it needs and nothing more.')}
            </EmptyState>
          )}
          <ObjectRows
            rows={live.map((token) => ({ id: token.id, ...row(token, t), detail: <Revoke token={token} /> }))}
          />
          {over.length > 0 && (
            <details>
              <summary className={classes.quiet}>{t('{{count}} that no longer work', { count: over.length })}</summary>
              <ObjectRows
                rows={over.map((token) => ({
                  id: token.id,
                  ...row(token, t),
                  detail: <Chip look="quiet">{t(token.status)}</Chip>,
                }))}
              />
            </details>
          )}
        </Panel>
      </Stack>
    </>
  )
}

function row(token: Token, t: (sentence: string) => string) {
  return {
    title: (
      <>
        <strong style={{ fontWeight: 550 }}>{token.name}</strong>
        {!token.isYours && ` · ${token.memberName}`}
      </>
    ),
    note: (
      <>
        {token.scopes.join(', ')}
        <br />
        {t('ends')} <When at={token.expiresAt} /> ·{' '}
        {token.lastUsedAt === null ? (
          t('never used')
        ) : (
          <>
            {t('last used')} <When at={token.lastUsedAt} />
          </>
        )}
      </>
    ),
  }
}

/** Where a program's author reads on, and the one id that every address starts with. */
function ApiNote() {
  const { t } = useTranslation()
  const { id } = useOrganization()
  return (
    <Text size="sm">
      <Anchor href="/docs/api">{t('What the API can do')}</Anchor>
      {'. '}
      {t('This organisation’s id:')} <Code>{id}</Code>
    </Text>
  )
}

function Revoke({ token }: { readonly token: Token }) {
  const { t } = useTranslation()
  const may = useMay('token:own')
  const write = useOrganizationWrite(revokeToken)
  return (
    <ConfirmInline
      size="xs"
      variant="subtle"
      refusals={may}
      question={t('Whatever uses it stops working at once.')}
      confirm={t('Revoke')}
      isPending={write.isPending}
      onConfirm={() => void write.send({ params: { tokenId: token.id } })}
    >
      {t('Revoke')}
    </ConfirmInline>
  )
}
