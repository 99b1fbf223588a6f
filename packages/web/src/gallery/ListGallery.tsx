import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { DataList } from '../ui/data-list/DataList.tsx'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import type { ListColumn, ListState } from '../ui/data-list/list-column.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Money } from '../ui/Money.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import { When } from '../ui/When.tsx'
import { type SampleRisk, sampleRisks } from './gallery-samples.ts'

const most = Math.max(...sampleRisks.map(({ provenMinor }) => provenMinor))

export function ListGallery() {
  const { t } = useTranslation()
  const [state, setState] = useState<ListState & { readonly q?: string }>({})
  const columns: readonly ListColumn<SampleRisk>[] = [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 64,
      card: 'reference',
      fixed: true,
      render: ({ number }) => `R-${number}`,
    },
    {
      key: 'title',
      title: t('Risk'),
      sort: 'title',
      card: 'title',
      fixed: true,
      ellipsis: true,
      render: ({ title }) => <strong style={{ fontWeight: 550 }}>{title}</strong>,
    },
    { key: 'owner', title: t('Owner'), width: 110, render: ({ owner }) => owner },
    { key: 'proof', title: t('Proof'), width: 130, card: 'corner', render: ({ proof }) => <ProofChip kind={proof} /> },
    {
      key: 'loss',
      title: t('Expected loss a year'),
      sort: 'provenLoss',
      width: 210,
      align: 'right',
      render: ({ provenMinor, claimedMinor }) => (
        <span style={{ display: 'grid', gridTemplateColumns: '1fr 60px', alignItems: 'center', gap: 8 }}>
          <ProvenBar
            size="sm"
            total={most}
            label={t('Loss')}
            parts={{ proven: claimedMinor, claimed: provenMinor - claimedMinor }}
          />
          <Money minor={provenMinor} currency="EUR" />
        </span>
      ),
    },
    {
      key: 'review',
      title: t('Review'),
      sort: 'reviewAt',
      width: 120,
      render: ({ reviewAt }) => <When at={reviewAt} show="day" />,
    },
  ]
  const patch = (change: object) => setState((old) => ({ ...old, ...change }))
  const shared = {
    columns,
    storageKey: 'gallery',
    rowId: ({ id }: SampleRisk) => id,
    rowName: ({ number, title }: SampleRisk) => `R-${number} ${title}`,
    state,
    defaultSort: '-provenLoss',
    onState: patch,
    empty: (
      <EmptyState noun="risk" title={t('No risk yet')} action={<Button>{t('Add the first risk')}</Button>}>
        {t(
          'A risk is a scenario: who or what does what to which asset, with what consequence. Start from the threats that hit companies like yours.',
        )}
      </EmptyState>
    ),
  }
  return (
    <Stack gap="lg">
      <DataList
        {...shared}
        label={t('Sample risks')}
        data={{ items: sampleRisks, total: 312, page: state.page ?? 1, pageSize: state.pageSize ?? 50 }}
        onOpen={() => undefined}
        filters={
          <FilterBar
            values={{ ...state }}
            onChange={patch}
            filters={[
              {
                key: 'status',
                label: t('Status'),
                kind: 'some',
                options: [
                  { value: 'draft', label: t('Draft') },
                  { value: 'treated', label: t('Treated') },
                ],
              },
              { key: 'overdue', label: t('Review overdue'), kind: 'flag' },
            ]}
          />
        }
        savedViews={{
          views: [{ id: 'v', name: t('My overdue risks') }],
          onApply: () => undefined,
          onSave: () => undefined,
          onDelete: () => undefined,
        }}
        bulk={() => (
          <Button size="xs" variant="default">
            {t('Change the owner')}
          </Button>
        )}
        exportUrl={(format) => `#${format}`}
      />
      <DataList {...shared} label={t('No risks')} data={{ items: [], total: 0, page: 1, pageSize: 50 }} />
    </Stack>
  )
}
