import { Checkbox, Text, Textarea } from '@mantine/core'
import { createWatch } from '@sinew/contract/occurrence/occurrence-contract.ts'
import { endOfDay } from '@sinew/core/occurrence/occurrence-rules.ts'
import { RecordDrawer } from '../api/RecordDrawer.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { DateField } from '../ui/form/DateField.tsx'
import { useNow } from '../ui/NowProvider.tsx'

const dayMs = 86_400_000

type Values = { readonly from: string; readonly lastDay: string; readonly forAll: boolean; readonly reason: string }

/** A period is typed by its first and its last day; both belong to it. */
export function AddWatch({ riskId, onClose }: { readonly riskId?: string | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const now = useNow()
  const today = new Date(now).toISOString().slice(0, 10)
  const values: Values = { from: '', lastDay: `${today}T12:00:00Z`, forAll: riskId === undefined, reason: '' }
  return (
    <RecordDrawer
      title={t('Vouch for a period')}
      route={createWatch}
      values={values}
      toBody={({ from, lastDay, forAll, reason }) => ({
        riskId: forAll || riskId === undefined ? null : riskId,
        from: from ? `${from.slice(0, 10)}T00:00:00Z` : '',
        until: lastDay ? new Date(Date.parse(`${lastDay.slice(0, 10)}T00:00:00Z`) + dayMs).toISOString() : '',
        reason,
      })}
      onClose={onClose}
    >
      {(form) => (
        <>
          <Text size="sm">
            {t(
              'You say, by name, that everything that happened in this time is recorded. Time that nobody vouches for never makes a risk look smaller.',
            )}
          </Text>
          <DateField
            label={t('First day')}
            required
            to={now}
            value={form.getValues().from}
            onChange={(day) => form.setFieldValue('from', day ?? '')}
            error={form.errors.from}
          />
          <DateField
            label={t('Last day')}
            required
            to={endOfDay(now) - 1}
            value={form.getValues().lastDay}
            onChange={(day) => form.setFieldValue('lastDay', day ?? '')}
            error={form.errors.until}
          />
          {riskId !== undefined && (
            <Checkbox
              label={t('For all risks, not for this one alone')}
              {...form.getInputProps('forAll', { type: 'checkbox' })}
            />
          )}
          <Textarea
            label={t('How do you know that it is complete?')}
            placeholder={t('Read all tickets and asked the service desk')}
            autosize
            minRows={2}
            maxLength={2000}
            withAsterisk
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </RecordDrawer>
  )
}
