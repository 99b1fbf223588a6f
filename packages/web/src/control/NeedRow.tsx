import { Button } from '@mantine/core'
import type { Control } from '@sinew/contract/control/control-contract.ts'
import type { Need } from '@sinew/contract/control/need-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { useState } from 'react'
import { useMay, useOrganization } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { MiniBar } from '../ui/chart/MiniBar.tsx'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { later } from '../ui/later.ts'
import { isOffered } from '../ui/offered.ts'
import { ProofChip } from '../ui/ProofChip.tsx'
import { When } from '../ui/When.tsx'
import { Worth } from '../ui/Worth.tsx'
import { percentText } from './AssuranceBar.tsx'
import { standingWords } from './control-words.ts'
import classes from './needs.module.css'
import { RemoveNeed } from './RemoveNeed.tsx'

const ChangeNeed = later(async () => (await import('./ChangeNeed.tsx')).ChangeNeed)

type Props = { readonly control: Control; readonly need: Need; readonly part: number }

export function NeedRow({ control, need, part }: Props) {
  const { t } = useTranslation()
  const [isChanging, change] = useState(false)
  const { currency } = useOrganization()
  const mayProve = useMay('evidence:write')
  const mayChange = useMay('control:write')
  const { standing, newest, title, cadenceDays, nature, collectorName, worthMinor } = need
  return (
    <li className={classes.need}>
      <div className={classes.what}>
        <span className={classes.title}>{title}</span>
        <span className={classes.note}>
          {t('every {{count}} days', { count: cadenceDays })} ·{' '}
          {nature === 'operation' ? t('shows that it happens') : t('shows how it is meant')}
          {collectorName && ` · ${t('answered by {{collector}}', { collector: collectorName })}`}
        </span>
      </div>
      <div className={classes.part}>
        <MiniBar label={t('Part of the proof')} value={part} max={1}>
          {percentText(part)}
        </MiniBar>
      </div>
      <div className={classes.state}>
        <ProofChip kind={standing.proof} />
        <span className={classes.note}>{t(standingWords[standing.reason])}</span>
        {worthMinor !== null && worthMinor >= 1 && (
          <span className={classes.note}>
            {t('a new one:')} <Worth minor={worthMinor} currency={currency} /> {t('a year')}
          </span>
        )}
      </div>
      <div className={classes.newest}>
        {newest ? (
          <>
            <PageLink
              to={paths.evidencePiece}
              params={{ number: newest.number }}
              title={newest.title}
              underline="always"
            >
              {evidenceRef(newest.number)}
            </PageLink>{' '}
            <When at={newest.collectedAt} />
            <span className={classes.note}>
              <FreshnessDot state={standing.freshness} /> {t('counts until')}{' '}
              <When at={standing.validUntil} show="day" />
            </span>
          </>
        ) : (
          <span className={classes.note}>{t('nothing yet')}</span>
        )}
      </div>
      <div className={classes.actions}>
        {isOffered(mayProve) && (
          <PageLink
            to={paths.newEvidence}
            search={{ control: control.ref, need: need.id }}
            size="sm"
            aria-label={t('Add evidence for {{title}}', { title })}
          >
            {t('Add evidence')}
          </PageLink>
        )}
        {isOffered(mayChange) && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t('Change the need {{title}}', { title })}
            onClick={() => change(true)}
          >
            {t('Change')}
          </Button>
        )}
        <RemoveNeed need={need} />
      </div>
      {isChanging && <ChangeNeed need={need} onClose={() => change(false)} />}
    </li>
  )
}
