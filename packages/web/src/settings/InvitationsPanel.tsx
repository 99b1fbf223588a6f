import { Group, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { createInvitation, type Invitation, revokeInvitation } from '@sinew/contract/member/member-contract.ts'
import { type AccessLimits, unlimited } from '@sinew/core/access/access-limits.ts'
import { type Role, roles } from '@sinew/core/access/permissions.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { When } from '../ui/When.tsx'
import { LimitFields } from './LimitFields.tsx'
import { limitsInWords } from './limits-in-words.ts'
import { ShownOnce } from './ShownOnce.tsx'
import { invitationsQuery } from './settings-queries.ts'

type Made = { readonly email: string; readonly link: string }

/** Invites by a link that one sends oneself, and shows which are still open. */
export function InvitationsPanel() {
  const { t } = useTranslation()
  const { items } = useSuspenseQuery(invitationsQuery(useOrganizationApi())).data
  const [made, show] = useState<Made | null>(null)
  return (
    <Panel title={t('Invite somebody')} hint={t('You get a link to send. It works once, for that address alone.')}>
      <InviteForm onMade={show} />
      {made && (
        <div style={{ marginTop: 12 }}>
          <ShownOnce
            title={t('Send this link to {{email}}', { email: made.email })}
            secret={made.link}
            onDone={() => show(null)}
          />
        </div>
      )}
      {items.length > 0 && (
        <section aria-label={t('Open invitations')} style={{ marginTop: 16 }}>
          <h3 style={{ margin: 0, color: 'var(--sn-ink-3)', fontSize: '0.75rem', fontWeight: 550 }}>
            {t('Open invitations')}
          </h3>
          <ObjectRows rows={items.map((invitation) => ({ id: invitation.id, ...OpenInvitation({ invitation, t }) }))} />
        </section>
      )}
    </Panel>
  )
}

function OpenInvitation({ invitation, t }: { readonly invitation: Invitation; readonly t: Translate }) {
  return {
    title: invitation.email,
    note: (
      <>
        {t(invitation.role)} · {t('ends')} <When at={invitation.expiresAt} />
        {limitsInWords(t, invitation) && ` · ${limitsInWords(t, invitation)}`}
        {invitation.invitedByName && ` · ${invitation.invitedByName}`}
      </>
    ),
    detail: <Withdraw invitation={invitation} />,
  }
}

function Withdraw({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation()
  const may = useMay('member:manage')
  const write = useOrganizationWrite(revokeInvitation)
  return (
    <ConfirmInline
      size="xs"
      variant="subtle"
      refusals={may}
      question={t('The link stops working.')}
      confirm={t('Withdraw')}
      isPending={write.isPending}
      onConfirm={() => void write.send({ params: { invitationId: invitation.id } })}
    >
      {t('Withdraw')}
    </ConfirmInline>
  )
}

/** A period and areas are an auditor's alone: what was chosen before another role was, is left behind. */
function kept(role: Role, limits: AccessLimits) {
  const { accessUntil, areas, ...rest } =
    role === 'auditor' ? limits : { ...unlimited, accessUntil: limits.accessUntil }
  return { ...rest, accessUntil, areas: [...areas] }
}

function InviteForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useTranslation()
  const may = useMay('member:manage')
  const form = useForm({
    initialValues: { email: '', role: 'contributor' as Role, expiresInDays: '7', limits: unlimited },
  })
  const write = useOrganizationFormWrite(createInvitation, form, {
    onDone: ({ email, link }) => {
      onMade({ email, link })
      form.reset()
    },
  })
  const submit = form.onSubmit(
    ({ expiresInDays, limits, ...body }) =>
      void write.send({
        body: { ...body, ...kept(body.role, limits), expiresInDays: Number(expiresInDays) },
      }),
  )
  return (
    <form onSubmit={submit}>
      <Group align="flex-start" gap={8}>
        <TextInput
          label={t('E-mail')}
          type="email"
          required
          maxLength={200}
          style={{ flex: '1 1 220px' }}
          {...form.getInputProps('email')}
        />
        <Select
          label={t('Role')}
          allowDeselect={false}
          w={140}
          data={roles.map((value) => ({ value, label: t(value) }))}
          {...form.getInputProps('role')}
        />
        <Select
          label={t('Works for')}
          allowDeselect={false}
          w={120}
          data={['1', '7', '30'].map((value) => ({ value, label: t('{{count}} days', { count: Number(value) }) }))}
          {...form.getInputProps('expiresInDays')}
        />
        <ActionButton type="submit" mt={{ base: 0, xs: 24 }} refusals={may} loading={write.isPending}>
          {t('Make a link')}
        </ActionButton>
      </Group>
      <Group align="flex-start" gap={8} mt={8}>
        <LimitFields
          role={form.values.role}
          limits={form.values.limits}
          onChange={(limits) => form.setFieldValue('limits', limits)}
        />
      </Group>
      <ProblemPanel problem={write.problem} />
    </form>
  )
}
