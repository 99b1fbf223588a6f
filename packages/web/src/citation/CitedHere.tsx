import { Anchor } from '@mantine/core'
import { type CitationGroup, listCitations } from '@sinew/contract/citation/citation-contract.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RefLink } from '../app/RefLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import classes from './citation.module.css'

type Props = {
  readonly entity: string
  readonly entityId: string
  /** Registers that the page shows in a panel of their own. */
  readonly besides?: readonly string[]
}

/** How many of each register are shown before somebody asks for more, and then. */
const few = 5
const many = 200

/** Records that name an object: documents, questions of audits, findings, nonconformities. Nothing where none does. */
export function CitedHere({ entity, entityId, besides = [] }: Props) {
  const { t } = useTranslation()
  const [limit, show] = useState(few)
  const api = useOrganizationApi()
  const cited = useQuery({
    ...api.query(listCitations, { params: { entity, entityId }, query: { limit } }),
    placeholderData: keepPreviousData,
  })
  const groups = (cited.data?.groups ?? []).filter((group) => !besides.includes(group.entity))
  if (groups.length === 0) return null
  return (
    <Panel
      title={t('Where it appears')}
      standing={groups.reduce((all, { total }) => all + total, 0)}
      hint={t('Records that name it, the newest change first.')}
    >
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group key={group.entity} group={group} onMore={() => show(many)} />
        ))}
      </div>
    </Panel>
  )
}

function Group({ group, onMore }: { readonly group: CitationGroup; readonly onMore: () => void }) {
  const { t } = useTranslation()
  const hidden = group.total - group.items.length
  return (
    <section>
      <h3 className={classes.title}>
        {t(group.title)} <span className={classes.count}>{group.total}</span>
      </h3>
      <ObjectRows
        rows={group.items.map(({ id, ref, name, as, state, whole }) => ({
          id,
          title: <RefLink reference={ref} underline="always">{`${ref} ${name}`}</RefLink>,
          note: (
            <>
              {as.map((label) => t(label)).join(', ')}
              {whole !== null && (
                <>
                  {' · '}
                  <RefLink reference={whole.ref}>{`${whole.ref} ${whole.name}`}</RefLink>
                </>
              )}
            </>
          ),
          detail: state === null ? undefined : <Chip>{t(state)}</Chip>,
        }))}
      />
      {hidden > 0 && (
        <Anchor component="button" type="button" size="sm" onClick={onMore}>
          {t('{{count}} more', { count: hidden })}
        </Anchor>
      )}
    </section>
  )
}
