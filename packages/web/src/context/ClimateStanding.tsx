import { climateDecisions } from '@sinew/contract/context/context-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { StatusSentence } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'

/** What holds now on climate change, and whether it has to be decided again. */
export function ClimateStanding() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const page = useQuery(api.query(climateDecisions.list, { query: { sort: '-number', pageSize: 1 } })).data
  if (page === undefined || page.items.length === 0) return null
  const [decision] = page.items
  if (decision === undefined) return null
  const { standing, title, decidedAt, decider, revisitAt, reasoning } = decision
  return (
    <Panel
      title={title}
      hint={
        standing === 'overdue' ? (
          <StatusSentence tone="bad">
            {t('The question is open again: this decision was to be revisited by')} <When at={revisitAt} show="day" />
          </StatusSentence>
        ) : (
          <StatusSentence tone="good">
            {t('Decided by {{name}}', { name: decider?.name ?? t('nobody who is listed') })}{' '}
            <When at={decidedAt} show="day" />, {t('to be decided again by')} <When at={revisitAt} show="day" />
          </StatusSentence>
        )
      }
    >
      <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{reasoning}</p>
    </Panel>
  )
}
