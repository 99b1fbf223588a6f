import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import { ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { RefLink } from '../app/RefLink.tsx'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Changes } from '../ui/history/HistoryPanel.tsx'
import { exactDay, exactTime } from '../ui/relative-time.ts'
import { groupRequests, type RequestGroup } from './group-requests.ts'
import classes from './ledger.module.css'
import { shownChanges } from './ShownChanges.tsx'

type Props = {
  readonly revisions: readonly Revision[]
  /** Narrows the trail to everything one request changed. */
  readonly onRequest: (requestId: string) => void
}

/** The audit trail by day, and within a day by what one request did. */
export function TrailDays({ revisions, onRequest }: Props) {
  const { i18n } = useTranslation()
  const groups = groupRequests(revisions)
  const days = [...new Set(groups.map(({ at }) => exactDay(Date.parse(at), i18n.language)))]
  return days.map((day) => (
    <section key={day} aria-label={day}>
      <h2 className={classes.dayName}>{day}</h2>
      <ol className={classes.requests}>
        {groups
          .filter(({ at }) => exactDay(Date.parse(at), i18n.language) === day)
          .map((group) => (
            <Request key={group.revisions[0]?.seq} group={group} onRequest={onRequest} />
          ))}
      </ol>
    </section>
  ))
}

/** More rows than this of one request are folded: a bulk change is one event. */
const shownOfOne = 6

function Request({ group, onRequest }: { readonly group: RequestGroup; readonly onRequest: Props['onRequest'] }) {
  const { t, i18n } = useTranslation()
  const { actor, at, reason, revisions, requestId } = group
  const hidden = revisions.length - shownOfOne
  return (
    <li className={classes.request}>
      <time dateTime={at} className={classes.time} title={exactTime(Date.parse(at), i18n.language)}>
        {new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(Date.parse(at))}
      </time>
      <div className={classes.what}>
        {reason && <p className={classes.reason}>“{reason}”</p>}
        <ul className={classes.rows}>
          {revisions.slice(0, shownOfOne).map((revision, index) => (
            <Row key={revision.seq} revision={revision} by={index === 0 ? <Actor actor={actor} /> : null} />
          ))}
        </ul>
        {hidden > 0 && (
          <button type="button" className={classes.more} onClick={() => onRequest(requestId)}>
            {t('Show all of this request')}
          </button>
        )}
      </div>
    </li>
  )
}

const operationWords = { create: 'created', update: 'changed', delete: 'removed', restore: 'restored' } as const

function Actor({ actor: { name, kind } }: { readonly actor: Revision['actor'] }) {
  const { t } = useTranslation()
  return (
    <>
      <strong className={classes.who}>{name}</strong>{' '}
      {kind !== 'user' && <span className={classes.kind}>{t(kind)} </span>}
    </>
  )
}

type RowProps = {
  readonly revision: Revision
  /** Who did it, said once a request. */
  readonly by: React.ReactNode
}

function Row({ revision, by }: RowProps) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { entity, operation, ref, title } = revision
  return (
    <li className={classes.row} data-operation={operation}>
      <div className={classes.line}>
        {by}
        <span className={classes.operation}>{t(operationWords[operation])}</span>{' '}
        <span className={classes.entity}>{t(ledgeredEntities[entity].label)}</span>{' '}
        {ref === null ? (
          <RefText>{title}</RefText>
        ) : (
          <>
            <RefLink reference={ref} underline="always">
              {ref}
            </RefLink>{' '}
            {title}
          </>
        )}{' '}
      </div>
      <Changes changes={shownChanges(revision, currency)} isNew={operation !== 'update'} />
    </li>
  )
}
