import { Group, Stack } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { Delta } from '../ui/Delta.tsx'
import { FreshnessDot } from '../ui/FreshnessDot.tsx'
import { Money, MoneyRange } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import { proofKinds } from '../ui/proof-kind.ts'

const euro = { currency: 'EUR' }

export function ProofGallery() {
  const { t } = useTranslation()
  return (
    <Stack>
      <Panel title={t('Proof')} hint={t('Solid is proven, hollow is claimed.')}>
        <Stack>
          <Group>
            {proofKinds.map((kind) => (
              <ProofChip key={kind} kind={kind} />
            ))}
          </Group>
          <Group>
            {(['current', 'due', 'stale', 'missing'] as const).map((state) => (
              <FreshnessDot key={state} state={state} withText />
            ))}
          </Group>
          <ProvenBar
            label={t('All parts')}
            parts={{ proven: 40, stale: 12, claimed: 28, failing: 10, unknown: 10 }}
            size="lg"
          />
          <ProvenBar label={t('Assurance')} parts={{ proven: 0.61, claimed: 0.24 }} total={1} />
          <ProvenBar label={t('Nothing yet')} parts={{}} total={1} size="sm" />
        </Stack>
      </Panel>
      <Panel title={t('Money and change')}>
        <Group gap="xl">
          <Money minor={41_025_000} {...euro} perYear />
          <Money minor={null} {...euro} />
          <MoneyRange lowMinor={2_000_000} highMinor={120_000_000} {...euro} />
          <Delta
            before={24_000_000}
            after={41_000_000}
            better="lower"
            render={(minor) => <Money minor={minor} {...euro} />}
          />
          <Delta before={0.61} after={0.85} better="higher" render={(share) => share.toFixed(2)} />
        </Group>
      </Panel>
    </Stack>
  )
}
