import { Group, SimpleGrid } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { BowTie, type BowTieControl } from '../ui/chart/BowTie.tsx'
import { HeatMap, type HeatPoint } from '../ui/chart/HeatMap.tsx'
import { MiniBar } from '../ui/chart/MiniBar.tsx'
import { Sparkline } from '../ui/chart/Sparkline.tsx'
import { Timeline } from '../ui/chart/Timeline.tsx'
import { Delta } from '../ui/Delta.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { sampleRisks } from './gallery-samples.ts'

const day = 86_400_000
const likelihoods = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Frequent']
const consequences = ['Minor', 'Moderate', 'Serious', 'Major', 'Existential']
const place = (likelihood: number, consequence: number) => ({ likelihood, consequence })

const points: readonly HeatPoint[] = [
  { claimed: place(1.4, 3.6), proven: place(2.7, 3.8), inherent: place(3.6, 4.3), target: place(1.1, 2.6) },
  { claimed: place(1.6, 2.4), proven: place(2.4, 3.2), inherent: place(3.2, 3.4), target: null },
  { claimed: place(3.4, 0.7), proven: place(3.4, 0.7), inherent: place(4.4, 1.2), target: null },
  { claimed: place(2.5, 1.5), proven: place(2.5, 1.5), inherent: place(3.5, 1.6), target: null },
  { claimed: place(2.5, 1.5), proven: place(2.55, 1.5), inherent: null, target: null },
  { claimed: place(0.5, 4.5), proven: null, inherent: null, target: null },
].map((at, index) => ({
  ...at,
  id: `p${index}`,
  short: `${index + 1}`,
  name: `R-${index + 1} ${sampleRisks[index]?.title ?? ''}`,
}))

const controls: readonly BowTieControl[] = [
  ['A.8.7', 'Protection against malware', 'proven', 0.6, 0.58],
  ['A.6.3', 'Awareness, education and training', 'stale', 0.3, 0.14],
  ['A.8.8', 'Technical vulnerabilities', 'failing', 0.5, 0],
  ['A.5.17', 'Authentication information', 'unproven', 0.35, 0],
].map(([reference, title, kind, claimed, proven]) => ({
  id: String(reference),
  reference: String(reference),
  title: String(title),
  name: `${reference} ${title}`,
  kind: kind as BowTieControl['kind'],
  claimed: Number(claimed),
  proven: Number(proven),
}))

const level = (likelihood: number, consequence: number) => {
  const product = (likelihood + 1) * (consequence + 1)
  return product >= 16 ? 'critical' : product >= 9 ? 'high' : product >= 4 ? 'medium' : 'low'
}

export function ChartGallery() {
  const { t } = useTranslation()
  const now = Date.now()
  return (
    <>
      <Panel title={t('A risk as a bow-tie')}>
        <BowTie
          cause={t('A criminal group gets in with phished credentials')}
          consequence={t('Customers cannot work for days; contracts are terminated')}
          before={controls}
          after={controls.slice(0, 2)}
          event={
            <>
              <strong>{t('Ransomware encrypts production and backups')}</strong>
              <div style={{ fontSize: '1.375rem', fontWeight: 620, margin: '10px 0 2px' }}>
                <Money minor={41_000_000} currency="EUR" perYear />
              </div>
              <Delta
                before={24_000_000}
                after={41_000_000}
                better="lower"
                render={(minor) => <Money minor={minor} currency="EUR" />}
              />
            </>
          }
        />
      </Panel>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Panel title={t('Heat map')}>
          <HeatMap
            label={t('Sample risks by likelihood and consequence')}
            likelihoods={likelihoods}
            consequences={consequences}
            levelOf={level}
            points={points}
            layers={['inherent', 'target']}
            onOpen={() => undefined}
          />
        </Panel>
        <Panel title={t('Evidence on a time line')} hint={t('A.8.13 Information backup')}>
          <Timeline
            label={t('Evidence of A.8.13')}
            from={now - 300 * day}
            to={now + 120 * day}
            onOpen={() => undefined}
            rows={[
              {
                id: 'a',
                label: t('Restore test'),
                spans: [
                  { id: '1', label: 'E-12', at: now - 280 * day, until: now - 190 * day, kind: 'proven' },
                  { id: '2', label: 'E-40', at: now - 150 * day, until: now - 60 * day, kind: 'proven' },
                ],
              },
              {
                id: 'b',
                label: t('Backup job report'),
                spans: [
                  { id: '3', label: 'E-80', at: now - 100 * day, until: now - 70 * day, kind: 'proven' },
                  { id: '4', label: 'E-92', at: now - 70 * day, until: now - 40 * day, kind: 'failing' },
                  { id: '5', label: 'E-112', at: now - 12 * day, until: now + 18 * day, kind: 'proven' },
                ],
              },
              {
                id: 'c',
                label: t('Backup policy'),
                spans: [{ id: '6', label: 'E-3', at: now - 220 * day, until: now + 145 * day, kind: 'withdrawn' }],
              },
            ]}
          />
          <Group mt="lg" gap="xl">
            <Sparkline
              label={t('Proven loss over a year, rising')}
              values={[12, 12, 14, 13, 19, 24, 24, 31, 41]}
              claimed={[11, 11, 11, 10, 10, 10, 9, 9, 9]}
            />
            <div style={{ width: 220 }}>
              <MiniBar label={t('61 of 100')} value={61} max={100}>
                61
              </MiniBar>
            </div>
          </Group>
        </Panel>
      </SimpleGrid>
    </>
  )
}
