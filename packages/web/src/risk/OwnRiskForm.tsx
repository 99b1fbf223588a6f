import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { createRisk } from '@sinew/contract/risk/risk-contract.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { emptyRisk, RiskFields, type RiskFormValues } from './RiskFields.tsx'
import classes from './risk.module.css'

/** A risk in one's own words; the next page asks how often and how much. */
export function OwnRiskForm() {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('risk:write')
  const form = useForm<RiskFormValues>({
    initialValues: emptyRisk,
    validate: { title: (title) => (title.trim() === '' ? t('Give the risk a title.') : null) },
  })
  const write = useOrganizationFormWrite(createRisk, form, {
    onDone: ({ number }) => {
      form.resetDirty()
      go(paths.risk, { number })
    },
  })
  return (
    <form noValidate className={classes.narrow} onSubmit={form.onSubmit((body) => void write.send({ body }))}>
      <Panel>
        <Stack gap="md">
          <LeaveGuard isDirty={() => form.isDirty()} />
          <ProblemPanel problem={write.problem} />
          <RiskFields form={form} />
          <div>
            <ActionButton type="submit" refusals={may} loading={write.isPending}>
              {t('Add the risk')}
            </ActionButton>
          </div>
        </Stack>
      </Panel>
    </form>
  )
}
