import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { drawAuditSample } from '@sinew/contract/audit/audit-work-contract.ts'
import { populationWords } from '@sinew/core/audit/sample.ts'
import { useState } from 'react'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { AskButton } from '../ui/form/AskButton.tsx'
import { DateField } from '../ui/form/DateField.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import type { AuditCheck } from './ChecklistTable.tsx'

/** Draws a random sample that anybody can draw again by its seed. */
export function SampleButton({ check }: { readonly check: AuditCheck }) {
  const { t } = useTranslation()
  const write = useOrganizationWrite(drawAuditSample)
  const [of, choose] = useState('person')
  const [size, sized] = useState<number | null>(null)
  const [seed, say] = useState(check.requirement)
  const [from, since] = useState<string | null>(null)
  const [until, to] = useState<string | null>(null)
  const populations = Object.entries(populationWords).filter(([name]) => name !== 'none')
  return (
    <AskButton label={t('Sample')} refusals={[]} size="compact-xs" variant="subtle" width={320}>
      {(close) => (
        <>
          <Select
            label={t('Of what')}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            data={populations.map(([value, words]) => ({ value, label: t(words) }))}
            value={of}
            onChange={(value) => value !== null && choose(value)}
          />
          <NumberInput
            label={t('How many')}
            placeholder={t('The square root of the population')}
            min={1}
            max={500}
            allowDecimal={false}
            value={size ?? ''}
            onChange={(value) => sized(value === '' ? null : Number(value))}
          />
          <DateField label={t('Of the time from')} value={from} onChange={since} />
          <DateField label={t('Until')} value={until} onChange={to} />
          <TextInput
            label={t('Seed')}
            description={t('Any word: with it the sample can be drawn again.')}
            value={seed}
            onChange={(event) => say(event.currentTarget.value)}
          />
          <ProblemPanel problem={write.problem} />
          <Button
            size="xs"
            loading={write.isPending}
            onClick={async () => {
              const body = { of, seed, from, until, ...(size === null ? {} : { size }) }
              const made = await write.send({ params: { auditCheckId: check.id }, version: check.version, body })
              if (made !== undefined) close()
            }}
          >
            {t('Draw')}
          </Button>
        </>
      )}
    </AskButton>
  )
}
