import { Button } from '@mantine/core'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { proofOf } from './proof-of.ts'
import classes from './treatment.module.css'

const ControlLinkForm = later(async () => (await import('./ControlLinkForm.tsx')).ControlLinkForm)
const NewControlLink = later(async () => (await import('./NewControlLink.tsx')).NewControlLink)

/** The controls that treat a risk: what each takes away, how much of it is claimed, how much is proven. */
export function ControlLinksPanel({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const refusals = [...useMay('risk:write'), ...editRefusals(risk.status)]
  // A link's id, or `new`.
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  const add = (
    <ActionButton
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} />}
      refusals={refusals}
      onClick={() => setOpen('new')}
    >
      {t('Add a control')}
    </ActionButton>
  )
  return (
    <div id="controls">
      <Panel
        title={t('Controls that treat it')}
        standing={risk.controls.length || undefined}
        hint={t(
          'What a control takes away counts as far as it is in place (claimed) and as far as evidence proves it (proven).',
        )}
        actions={risk.controls.length > 0 && open !== 'new' ? add : undefined}
      >
        {open === 'new' && <NewControlLink risk={risk} onDone={close} />}
        {risk.controls.length === 0 && open !== 'new' && (
          <EmptyState noun="control" title={t('No control treats it yet')} action={add}>
            {t(
              'A control makes events rarer, each of them cheaper, or contains some in time. Link those you have or plan, and say by how much.',
            )}
          </EmptyState>
        )}
        <ul className={classes.links}>
          {risk.controls.map((link) =>
            open === link.id ? (
              <li key={link.id}>
                <ControlLinkForm risk={risk} link={link} onDone={close} />
              </li>
            ) : (
              <Link
                key={link.id}
                link={link}
                action={<EditButton refusals={refusals} onClick={() => setOpen(link.id)} name={link.ref} />}
              />
            ),
          )}
        </ul>
      </Panel>
    </div>
  )
}

function EditButton({
  refusals,
  onClick,
  name,
}: {
  readonly refusals: ReturnType<typeof useMay>
  readonly onClick: () => void
  readonly name: string
}) {
  const { t } = useTranslation()
  if (refusals.length > 0) {
    return (
      <ActionButton size="compact-xs" variant="subtle" refusals={refusals}>
        {t('Change')}
      </ActionButton>
    )
  }
  return (
    <Button size="compact-xs" variant="subtle" onClick={onClick} aria-label={t('Change what {{name}} does', { name })}>
      {t('Change')}
    </Button>
  )
}

const linkSentences: Readonly<Record<ControlLink['effect'], string>> = {
  frequency: '{{from}}–{{to}} % fewer events',
  loss: '{{from}}–{{to}} % less loss each',
  response: '{{from}}–{{to}} % of events contained, each saves {{saved}} %',
}

function Link({ link, action }: { readonly link: ControlLink; readonly action: React.ReactNode }) {
  const { t } = useTranslation()
  const percent = (share: number) => Math.round(share * 100)
  const words = {
    from: percent(link.reduction.low),
    to: percent(link.reduction.high),
    claimed: percent(link.claimedShare ?? 0),
    proven: percent(link.assurance ?? 0),
    saved: percent(link.saved ?? 0),
  }
  return (
    <li className={classes.link}>
      <span className={classes.linkName}>
        <PageLink to={paths.control} params={{ controlRef: link.ref }} inherit>
          {link.ref} {link.title}
        </PageLink>
        {link.note && <small>{link.note}</small>}
      </span>
      <span>
        {t(linkSentences[link.effect], words)}
        {link.coverage < 1 && <small> {t('reaches {{reach}} %', { reach: percent(link.coverage) })}</small>}
      </span>
      <span className={classes.shares}>
        <ProofChip kind={proofOf(link)} />
        <small>{t('in place {{claimed}} %, proven {{proven}} %', words)}</small>
      </span>
      {action}
    </li>
  )
}
