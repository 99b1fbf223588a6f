import { Checkbox, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { createToken } from '@sinew/contract/token/token-contract.ts'
import { tokenScopes } from '@sinew/core/access/member-rules.ts'
import type { Permission, Role } from '@sinew/core/access/permissions.ts'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { ShownOnce } from './ShownOnce.tsx'
import classes from './settings.module.css'

/** Sets of permissions most tokens are made for; each is cut to what the person may do. */
const uses = [
  {
    key: 'push',
    title: 'Send evidence',
    takes: (scope: Permission) => /^(evidence|control):read$|^evidence:write$|^organization:read$/.test(scope),
  },
  { key: 'read', title: 'Read everything', takes: (scope: Permission) => scope.endsWith(':read') },
  { key: 'all', title: 'Everything I may do', takes: () => true },
  { key: 'own', title: 'Choose one by one', takes: () => false },
] as const
type Use = (typeof uses)[number]['key']

function scopesOf(use: Use, role: Role): Permission[] {
  const takes = uses.find(({ key }) => key === use)?.takes
  return tokenScopes(role).filter((scope) => takes?.(scope))
}

export function TokenForm() {
  const { t } = useTranslation()
  const { role } = useOrganization()
  const may = useMay('token:own')
  const [use, setUse] = useState<Use>('push')
  const [made, show] = useState<string | null>(null)
  const form = useForm({ initialValues: { name: '', scopes: scopesOf('push', role), expiresInDays: '90' } })
  const write = useOrganizationFormWrite(createToken, form, {
    onDone: ({ token }) => {
      show(token)
      form.setFieldValue('name', '')
    },
  })
  const submit = form.onSubmit(
    ({ expiresInDays, ...body }) => void write.send({ body: { ...body, expiresInDays: Number(expiresInDays) } }),
  )
  return (
    <Panel title={t('Make a token')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group align="flex-start" gap={8}>
            <TextInput
              label={t('What it is for')}
              placeholder={t('Nightly scanner')}
              required
              maxLength={100}
              style={{ flex: '1 1 220px' }}
              {...form.getInputProps('name')}
            />
            <Select
              label={t('It may')}
              allowDeselect={false}
              w={180}
              data={uses.map(({ key, title }) => ({ value: key, label: t(title) }))}
              value={use}
              onChange={(next) => {
                if (next === null) return
                setUse(next)
                if (next !== 'own') form.setFieldValue('scopes', scopesOf(next, role))
              }}
            />
            <Select
              label={t('Works for')}
              allowDeselect={false}
              w={120}
              data={['7', '30', '90', '365'].map((value) => ({
                value,
                label: t('{{count}} days', { count: Number(value) }),
              }))}
              {...form.getInputProps('expiresInDays')}
            />
          </Group>
          {use === 'own' ? (
            <Checkbox.Group
              label={t('Permissions')}
              description={t('At most what your role holds; when your role shrinks, so does the token.')}
              {...form.getInputProps('scopes')}
            >
              <div className={classes.scopes}>
                {tokenScopes(role).map((scope) => (
                  <Checkbox key={scope} size="xs" value={scope} label={scope} />
                ))}
              </div>
            </Checkbox.Group>
          ) : (
            <p className={classes.quiet}>{form.getValues().scopes.join(', ')}</p>
          )}
          <ProblemPanel problem={write.problem} />
          <Group>
            <ActionButton type="submit" refusals={may} loading={write.isPending}>
              {t('Make the token')}
            </ActionButton>
          </Group>
          {made && <ShownOnce title={t('Your new token')} secret={made} onDone={() => show(null)} />}
        </Stack>
      </form>
    </Panel>
  )
}
