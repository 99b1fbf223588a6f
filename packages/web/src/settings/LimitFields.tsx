import { MultiSelect } from '@mantine/core'
import { type AccessLimits, readAreas } from '@sinew/core/access/access-limits.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { DateField } from '../ui/form/DateField.tsx'

type Props = {
  readonly role: Role
  readonly limits: AccessLimits
  readonly onChange: (limits: AccessLimits) => void
}

const dayOf = (instant: string | null) => instant?.slice(0, 10) ?? null

/** How long somebody may sign in, and what an auditor may read. */
export function LimitFields({ role, limits, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <DateField
        label={t('Last day of access')}
        description={t('Empty: without an end.')}
        value={limits.accessUntil}
        onChange={(at) => onChange({ ...limits, accessUntil: dayOf(at) })}
      />
      {role === 'auditor' && (
        <>
          <DateField
            label={t('Reads evidence and audit trail from')}
            value={limits.readFrom}
            onChange={(at) => onChange({ ...limits, readFrom: dayOf(at) })}
          />
          <DateField
            label={t('Until')}
            value={limits.readUntil}
            onChange={(at) => onChange({ ...limits, readUntil: dayOf(at) })}
          />
          <MultiSelect
            label={t('Reads only')}
            description={t('Empty: everything.')}
            comboboxProps={{ withinPortal: false }}
            data={readAreas.map((value) => ({ value, label: t(value) }))}
            value={[...limits.areas]}
            onChange={(areas) => onChange({ ...limits, areas })}
          />
        </>
      )}
    </>
  )
}
