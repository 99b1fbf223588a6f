import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import type { Methodology, MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import { deriveStanding } from '@sinew/core/chain/derive-standing.ts'
import { riskRef } from '@sinew/core/explanation/people-ref.ts'
import { methodologyRefusals } from '@sinew/core/methodology/methodology-rules.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { LevelChip } from '../risk/LevelChip.tsx'
import { useNow } from '../ui/NowProvider.tsx'
import { Panel } from '../ui/Panel.tsx'
import classes from './methodology.module.css'

type Props = { readonly draft: MethodologyContent; readonly inForce: Methodology }

/** What approving the draft as it stands would change, worked out in the page by the server's own code. */
export function DraftEffects({ draft, inForce }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const snapshot = useQuery(useOrganizationApi().query(getSnapshot)).data?.snapshot
  if (snapshot === undefined || methodologyRefusals(draft).length > 0) return null
  const before = deriveStanding(snapshot, now)
  const methodology = { ...draft, id: 'draft', version: inForce.versionNumber + 1 }
  const after = deriveStanding({ ...snapshot, methodology }, now)
  const moved = before.risks.flatMap(({ id, number, title, states }) => {
    const next = after.risks.find((risk) => risk.id === id)?.states?.proven.level
    const level = states?.proven.level
    return level && next && level !== next ? [{ id, number, title, level, next }] : []
  })
  const valid = before.acceptances.filter(({ standing }) => standing === 'valid').length
  return (
    <Panel
      title={t('What this draft would change')}
      hint={t(
        'If it were approved as it is typed here. Acceptances are pinned to a version, so each is asked for again.',
      )}
    >
      <p className={classes.quiet}>
        {moved.length === 0
          ? t('No risk changes its level.')
          : t('{{count}} risks change their level.', { count: moved.length })}{' '}
        {valid === 0 ? t('No acceptance is in force.') : t('{{count}} acceptances reopen.', { count: valid })}
      </p>
      {moved.length > 0 && (
        <ul className={classes.moved}>
          {moved.map(({ id, number, title, level, next }) => (
            <li key={id}>
              <PageLink to={paths.risk} params={{ number }} inherit>
                {riskRef(number)} {title}
              </PageLink>{' '}
              <LevelChip level={level} /> → <LevelChip level={next} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
