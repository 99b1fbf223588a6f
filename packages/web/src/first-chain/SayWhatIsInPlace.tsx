import { SegmentedControl, Stack, Text } from '@mantine/core'
import { getControl, updateControl } from '@sinew/contract/control/control-contract.ts'
import type { implementations } from '@sinew/contract/control/control-words.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './first-chain.module.css'

type Implementation = (typeof implementations)[number]

/** The controls that treat the dearest risk: which of them are there? */
export function SayWhatIsInPlace({ risk }: { readonly risk: RiskDetail }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const queries = useQueryClient()
  const may = useMay('control:write')
  const write = useOrganizationWrite(updateControl)
  const controls = [...new Map(risk.controls.map((link) => [link.controlId, link])).values()]
  const say = async (controlId: string, implementation: Implementation) => {
    const { version } = await queries.fetchQuery(api.query(getControl, { params: { controlId } }))
    await write.send({ params: { controlId }, version, body: { implementation } })
  }
  const words: readonly { readonly value: Implementation; readonly label: string }[] = [
    { value: 'not_started', label: t('No') },
    { value: 'planned', label: t('Planned') },
    { value: 'partly', label: t('Partly') },
    { value: 'implemented', label: t('Yes') },
  ]
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {t('These treat')}{' '}
        <PageLink to={paths.risk} params={{ number: risk.number }} underline="always">
          {`R-${risk.number} ${risk.title}`}
        </PageLink>
        {t('. Being honest costs nothing: what is not proven counts for little anyway.')}
      </Text>
      <ProblemPanel problem={write.problem} />
      {controls.map((link) => (
        <div key={link.controlId} className={classes.row}>
          <PageLink to={paths.control} params={{ controlRef: link.ref }}>
            {`${link.ref} ${link.title}`}
          </PageLink>
          <SegmentedControl
            size="xs"
            aria-label={t('Is {{ref}} in place?', { ref: link.ref })}
            data={[...words]}
            value={link.implementation}
            disabled={may.length > 0 || write.isPending}
            onChange={(value) => void say(link.controlId, value as Implementation)}
          />
        </div>
      ))}
    </Stack>
  )
}
