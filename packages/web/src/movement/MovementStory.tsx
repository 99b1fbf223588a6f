import { UnstyledButton } from '@mantine/core'
import type { MovementStory as Story } from '@sinew/contract/movement/movement-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { When } from '../ui/When.tsx'
import { ChainPath } from './ChainPath.tsx'
import classes from './movement.module.css'
import { episodeQuery } from './movement-queries.ts'

type Props = { readonly story: Story; readonly currency: string }

/** What happened, when, what it did to the gap, and the way it took; a story of several movements opens to each. */
export function MovementStory({ story, currency }: Props) {
  const { t } = useTranslation()
  return (
    <li className={classes.story}>
      <div className={classes.storyHead}>
        <p className={classes.headline}>
          <RefText>{story.headline}</RefText>
        </p>
        <span className={classes.meta}>
          <GapChange minor={story.gapDeltaMinor} currency={currency} />
          <PageLink to={paths.movement} params={{ movementId: story.id }} inherit>
            <When at={story.at} />
          </PageLink>
        </span>
      </div>
      <ChainPath movement={story} currency={currency} />
      {story.count > 1 && (
        <Episode story={story} currency={currency} label={t('{{count}} movements', { count: story.count })} />
      )}
    </li>
  )
}

/** What a movement did to the assurance gap; nothing where it did not touch it. */
export function GapChange({ minor, currency }: { readonly minor: number; readonly currency: string }) {
  const { t } = useTranslation()
  if (minor === 0) return null
  return (
    <span className={classes.gap} data-tone={minor > 0 ? 'worse' : 'better'}>
      {t('gap')} <Money minor={minor} currency={currency} signed />
    </span>
  )
}

function Episode({ story, currency, label }: Props & { readonly label: string }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const [isOpen, open] = useState(false)
  const { data } = useQuery({ ...episodeQuery(api, story.episodeKey), enabled: isOpen })
  return (
    <>
      <UnstyledButton className={classes.more} aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {label} {t('since')} <When at={story.firstAt} show="day" />
      </UnstyledButton>
      {isOpen && data && (
        <ol className={classes.episode}>
          {data.items.map((one) => (
            <li key={one.id}>
              <PageLink to={paths.movement} params={{ movementId: one.id }} inherit>
                {one.headline}
              </PageLink>
              <span className={classes.meta}>
                <GapChange minor={one.gapDeltaMinor} currency={currency} />
                <When at={one.at} show="day" />
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
