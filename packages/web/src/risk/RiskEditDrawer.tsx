import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getRisk, type RiskDetail, updateRisk } from '@sinew/contract/risk/risk-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useConflict } from '../api/use-conflict.ts'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { ConflictPanel } from '../ui/form/ConflictPanel.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { RiskFields, type RiskFormValues } from './RiskFields.tsx'

function valuesOf(risk: RiskDetail): RiskFormValues {
  const { title, source, event, consequence, category, properties, ownerId, reviewAt } = risk
  return {
    title,
    source,
    event,
    consequence,
    category,
    properties,
    ownerId,
    reviewAt,
    assetIds: risk.assets.map(({ id }) => id),
  }
}

export function RiskEditDrawer({ risk, onClose }: { readonly risk: RiskDetail; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const query = useOrganizationApi().query(getRisk, { params: { riskId: risk.id } })
  const form = useForm<RiskFormValues>({ initialValues: valuesOf(risk) })
  const write = useOrganizationFormWrite(updateRisk, form, {
    onDone: (saved) => {
      queries.setQueryData(query.queryKey, saved)
      onClose()
    },
  })
  const { assetIds: _, ...compared } = form.getValues()
  const conflict = useConflict<typeof getRisk>(write.isConflict, query, compared)
  const send = (version: number) => void write.send({ params: { riskId: risk.id }, version, body: form.getValues() })
  return (
    <EditDrawer title={t('Edit the risk')} isOpen onClose={onClose} isDirty={form.isDirty()}>
      <form noValidate onSubmit={form.onSubmit(() => send(risk.version))}>
        <Stack>
          {conflict && (
            <ConflictPanel
              fields={conflict.fields.map(({ key, theirs, mine }) => ({
                key,
                label: key,
                theirs: String(theirs ?? ''),
                mine: String(mine ?? ''),
              }))}
              onKeepMine={() => send(conflict.theirs.version)}
              onTakeTheirs={() => {
                form.setValues(valuesOf(conflict.theirs))
                write.reset()
              }}
            />
          )}
          {!write.isConflict && <ProblemPanel problem={write.problem} />}
          <RiskFields form={form} risk={risk} />
          <Group>
            <Button type="submit" loading={write.isPending}>
              {t('Save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </EditDrawer>
  )
}
