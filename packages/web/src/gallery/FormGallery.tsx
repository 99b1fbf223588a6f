import { Button, Group, SimpleGrid, Stack } from '@mantine/core'
import { formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { ConflictPanel } from '../ui/form/ConflictPanel.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { IntervalInput } from '../ui/form/IntervalInput.tsx'
import type { PartialInterval } from '../ui/form/interval.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

export function FormGallery() {
  const { t } = useTranslation()
  const [frequency, setFrequency] = useState<PartialInterval>({ low: 0.05, high: 0.5 })
  const [loss, setLoss] = useState<PartialInterval>({ low: 2_000_000, high: 120_000_000 })
  const [share, setShare] = useState<PartialInterval>({ low: 0.6, high: 0.3 })
  const [cap, setCap] = useState<number | null>(150_000_000)
  const [isOpen, open] = useState(false)
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Panel title={t('Estimates')}>
        <Stack>
          <IntervalInput
            label={t('How often')}
            description={t('Events a year without any control. 0.1 is once in ten years.')}
            unit={t('a year')}
            value={frequency}
            onChange={setFrequency}
            scale={{ from: 0.001, to: 100, format: shortNumber }}
          />
          <IntervalInput
            label={t('How much')}
            description={t('Loss of one event without any control.')}
            currency="EUR"
            value={loss}
            onChange={setLoss}
            scale={{ from: 100_000, to: 10_000_000_000, format: (minor) => formatMoneyShort(minor, 'EUR') }}
          />
          <IntervalInput label={t('What the control takes away')} percent value={share} onChange={setShare} />
          <MoneyInput label={t('Never more than')} currency="CHF" valueMinor={cap} onChangeMinor={setCap} />
        </Stack>
      </Panel>
      <Panel title={t('Actions and answers')}>
        <Stack>
          <Group>
            <Button>{t('Accept the risk')}</Button>
            <Button variant="default" onClick={() => open(true)}>
              {t('Edit')}
            </Button>
            <ActionButton
              refusals={[{ code: 'no_treatment', message: t('A risk without a treatment cannot be accepted.') }]}
            >
              {t('Accept the risk')}
            </ActionButton>
            <ConfirmInline
              question={t('Remove this asset? The ledger keeps it.')}
              confirm={t('Remove')}
              onConfirm={() => undefined}
            >
              {t('Remove')}
            </ConfirmInline>
          </Group>
          <ProblemPanel
            problem={{
              title: t('Refused by a rule'),
              refusals: [{ code: 'x', message: t('The assessor may not accept a risk above low.') }],
            }}
          />
          <ProblemPanel
            problem={{
              title: t('Something went wrong on our side'),
              detail: t('Nothing was changed.'),
              requestId: 'r-01H8',
            }}
            onRetry={() => undefined}
          />
          <ConflictPanel
            by={t('M. Ortiz, 3 minutes ago')}
            fields={[
              { key: 'title', label: t('Title'), theirs: t('Ransomware, backups included'), mine: t('Ransomware') },
            ]}
            onKeepMine={() => undefined}
            onTakeTheirs={() => undefined}
          />
        </Stack>
        <EditDrawer title={t('Edit')} isOpen={isOpen} isDirty={() => true} onClose={() => open(false)}>
          <MoneyInput label={t('Never more than')} currency="CHF" valueMinor={cap} onChangeMinor={setCap} />
        </EditDrawer>
      </Panel>
    </SimpleGrid>
  )
}
