import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectLink } from '../ui/explanation/ObjectLink.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './pulse.module.css'

type Props = Pick<Pulse, 'reviews' | 'methodology'>

/** What should be looked at again by its own date, the methodology among it. */
export function ReviewsPanel({ reviews, methodology }: Props) {
  const { t } = useTranslation()
  if (reviews.total === 0 && !methodology.isDefault) return null
  return (
    <Panel title={t('To be reviewed')}>
      <ul className={classes.reviews}>
        {methodology.isDefault && (
          <li>
            <PageLink to={paths.methodology} inherit>
              {t('The methodology is still the one you began with: read it, change it, approve it.')}
            </PageLink>
          </li>
        )}
        {reviews.items.map((review) => (
          <li key={`${review.entity} ${review.id}`}>
            <ObjectLink source={{ entity: review.entity, id: review.id, ref: review.ref, label: review.title }}>
              {review.ref} {review.title}
            </ObjectLink>{' '}
            <When at={review.dueAt} />
          </li>
        ))}
      </ul>
      {reviews.total > reviews.items.length && (
        <p className={classes.note}>{t('{{count}} in all', { count: reviews.total })}</p>
      )}
    </Panel>
  )
}
