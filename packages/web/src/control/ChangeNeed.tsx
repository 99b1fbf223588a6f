import { getControl } from '@sinew/contract/control/control-contract.ts'
import { changeNeed, type Need } from '@sinew/contract/control/need-contract.ts'
import { needWeakenings } from '@sinew/core/control/need-rules.ts'
import { apiClient } from '../api/api-client.ts'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ReasonInput } from '../ui/form/ReasonInput.tsx'
import { NeedFields, type NeedValues } from './NeedFields.tsx'
import classes from './needs.module.css'

type Values = NeedValues & { readonly reason: string }

const valuesOf = ({ title, cadenceDays, weight, nature }: Need): Values => ({
  title,
  cadenceDays,
  weight,
  nature,
  reason: '',
})

/** Changes a need; what makes the control easier to prove asks for its reason as soon as it is typed. */
export function ChangeNeed({ need, onClose }: { readonly need: Need; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const { organizationId } = useOrganizationApi()
  const mayDecide = useMay('control:decide')
  const { controlId, id: needId } = need
  return (
    <RecordDrawer
      title={t('Change the need')}
      route={changeNeed}
      params={{ controlId, needId }}
      values={valuesOf(need)}
      existing={{
        version: need.version,
        fresh: async () => {
          const { needs } = await apiClient.call(getControl, { params: { organizationId, controlId } })
          const theirs = needs.find(({ id }) => id === needId) ?? need
          return { version: theirs.version, values: valuesOf(theirs) }
        },
        labels: {
          title: t('What would prove it'),
          cadenceDays: t('How often it has to be new'),
          weight: t('Weight'),
          nature: t('What it has to show'),
          reason: t('Reason'),
        },
      }}
      onClose={onClose}
    >
      {(form) => {
        const ways = needWeakenings(need, { ...form.getValues() })
        return (
          <>
            <NeedFields form={form} />
            {ways.length > 0 && (
              <div className={classes.decision}>
                <p className={classes.decisionText}>
                  {t('This makes the control easier to prove ({{ways}}). That is a decision.', {
                    ways: ways.join(', '),
                  })}
                  {mayDecide.map(({ message }) => ` ${message}`)}
                </p>
                <ReasonInput
                  value={form.getValues().reason}
                  onChange={(reason) => form.setFieldValue('reason', reason)}
                />
              </div>
            )}
          </>
        )
      }}
    </RecordDrawer>
  )
}
