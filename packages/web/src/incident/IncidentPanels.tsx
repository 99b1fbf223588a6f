import { Stack } from '@mantine/core'
import type { AnyRecord } from '../register/register-record.ts'
import { ClocksPanel } from './ClocksPanel.tsx'
import { ConsequencesPanel } from './ConsequencesPanel.tsx'

export function IncidentPanels({ record }: { readonly record: AnyRecord }) {
  return (
    <Stack gap="lg">
      <ClocksPanel incidentId={record.id} noticedAt={String(record.noticedAt)} />
      <ConsequencesPanel incidentId={record.id} />
    </Stack>
  )
}
