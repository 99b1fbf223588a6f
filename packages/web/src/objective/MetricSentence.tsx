import { Group } from '@mantine/core'
import { measureMetrics } from '@sinew/contract/objective/kpi-contract.ts'
import { isComputedKpi } from '@sinew/core/objective/kpi-catalogue.ts'
import { metricStandings } from '@sinew/core/objective/metric-standing.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'
import { When } from '../ui/When.tsx'

const tones: Readonly<Record<string, Tone>> = {
  on_target: 'good',
  off_target: 'watch',
  warning: 'watch',
  alarm: 'bad',
  late: 'bad',
  never: 'bad',
}

/** How a metric stands, and since when; a value that is late counts as not met. */
export function MetricSentence({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const may = useMay('objective:write')
  const write = useOrganizationWrite(measureMetrics)
  const standing = String(record.standing)
  const words = { ...metricStandings, retired: 'Retired' }[standing] ?? standing
  const isSilent = standing === 'late' || standing === 'never'
  return (
    <Group gap="sm">
      <StatusSentence tone={tones[standing] ?? 'calm'}>
        {t(words)}
        {record.newestValue !== null && `: ${record.newestValue} ${record.unit}, ${t('target')} ${record.target}`}
        {typeof record.measuredAt === 'string' && (
          <>
            {' · '}
            {t('measured')} <When at={record.measuredAt} show="day" />
          </>
        )}
        {isSilent && ` · ${t('counts as not met')}`}
        {record.isUnjudged === true && ` · ${t('nobody judged the newest value yet')}`}
      </StatusSentence>
      {isComputedKpi(String(record.kpi)) && standing !== 'retired' && (
        <ActionButton
          size="compact-sm"
          variant="default"
          refusals={may}
          loading={write.isPending}
          onClick={() => void write.send({ body: { metricIds: [record.id] } })}
        >
          {t('Measure now')}
        </ActionButton>
      )}
      <ProblemPanel problem={write.problem} />
    </Group>
  )
}
